import { expect, test } from "@playwright/test";
import { isSound, signIn } from "./people.js";

const SHOTS = process.env.GAZETTE_SHOTS;

async function shot(page, name) {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
}

test("staff find a member, give money back, end the subscription, and delete the account", async ({ page, browser, baseURL }) => {
  test.setTimeout(120_000);
  const email = `gerda-${Date.now()}@example.org`;
  const context = await browser.newContext({ baseURL, locale: "de-DE" });
  const reader = await context.newPage();
  await signIn(reader, email);
  await reader.goto("/de/subscribe");
  await reader.locator("form.offer .button").first().click();
  await reader.waitForURL(/\/c\/pay\//);
  await reader.check("[name=card][value='4242424242424242']");
  await reader.locator("button[value=pay]").click();
  await reader.waitForURL(new RegExp(baseURL));

  await signIn(page, "owner@example.org");
  await page.goto("/admin/members");
  await isSound(page);
  await page.fill("#email", "gerda-");
  await page.selectOption("#holds", "plan");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/holds=plan/);
  await shot(page, "members-list");
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator("a[href*='export.csv']").click()]);
  expect(file.suggestedFilename()).toMatch(/^members-.*\.csv$/);
  await page.getByRole("link", { name: email }).click();
  await isSound(page);
  await shot(page, "member");

  const refund = page.locator("#refunds ~ .facts").first();
  await refund.locator("summary").first().click();
  await refund.locator("[name=amount]").fill("1000");
  await refund.getByRole("button", { name: "Erstatten" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(refund.locator("[name=amount]")).toHaveValue("1000");
  await isSound(page);
  await refund.locator("[name=amount]").fill("1,00");
  await refund.getByRole("button", { name: "Erstatten" }).click();
  await expect(page.getByRole("status")).toBeVisible();
  await expect(refund).toContainText("1,00");

  await page.getByRole("button", { name: "Zum Ende der Laufzeit kündigen" }).click();
  await expect(page.getByRole("button", { name: "Weiterlaufen lassen" })).toBeVisible();
  await page.getByRole("button", { name: "Weiterlaufen lassen" }).click();
  await page.getByRole("link", { name: "Abo wechseln" }).click();
  await isSound(page);
  await shot(page, "member-change");
  await page.goBack();
  await page.getByRole("button", { name: "Überall abmelden" }).click();
  await expect(page.getByRole("status")).toBeVisible();
  await reader.goto("/de/account");
  await expect(reader).toHaveURL(/sign-in/);
  await context.close();

  await page.setViewportSize({ width: 390, height: 844 });
  await isSound(page);
  await shot(page, "member-phone");
  await page.fill("#confirm", "somebody@example.org");
  await page.getByRole("button", { name: "Endgültig löschen" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await isSound(page);
  await page.fill("#confirm", email);
  await page.getByRole("button", { name: "Endgültig löschen" }).click();
  await expect(page.getByRole("status")).toBeVisible();
  await page.fill("#email", email);
  await page.keyboard.press("Enter");
  await expect(page.locator(".empty")).toBeVisible();
});
