import { expect, test } from "@playwright/test";
import { isSound, signIn } from "./people.js";

const STORY = "/de/sicherheitsgarantien-ukraine";
const AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const SHOTS = process.env.GAZETTE_SHOTS;

/** A picture of the page, if somebody wants to look at it. */
async function shot(page, name) {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
}

test("what is read is seen in the numbers, and who subscribed came from where", async ({ page, browser, baseURL }) => {
  test.setTimeout(120_000);
  // Chromium without a window calls itself a robot; this is somebody who reads.
  const reading = await browser.newContext({ baseURL, userAgent: AGENT, locale: "de-DE" });
  const visitor = await reading.newPage();
  for (const path of [STORY, STORY, "/de/"]) await visitor.goto(path);
  await visitor.goto(STORY);
  await visitor.locator(".wall .button-strong").click();
  await visitor.locator("form.offer .button").first().click();
  await visitor.waitForURL(/\/c\/pay\//);
  await visitor.fill("[name=email]", "zahlen@example.org");
  await visitor.check("[name=card][value='4242424242424242']");
  await visitor.locator("button[value=pay]").click();
  await expect(visitor.locator("main")).toContainText("zahlen@example.org");
  await reading.close();

  await signIn(page, "owner@example.org");
  await expect(async () => {
    await page.goto("/admin/numbers?days=7");
    await expect(page.locator(".funnel")).toContainText(/Abonniert\s*1/);
  }).toPass({ timeout: 20_000 });
  await expect(page.locator("#stories ~ .table tbody tr", { hasText: "Europa drängt" }).first()).toBeVisible();
  await isSound(page);
  await shot(page, "numbers-readers");
  // The table behind the chart says the same.
  await page.locator(".chart summary").click();
  await expect(page.locator(".chart .table tbody tr")).toHaveCount(7);
  await isSound(page);
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator("a[href*='stories.csv']").click()]);
  expect(file.suggestedFilename()).toMatch(/^stories-.*\.csv$/);

  await page.goto("/admin/numbers/money?days=30");
  await expect(page.locator("#movement")).toBeVisible();
  await isSound(page);
  await shot(page, "numbers-money");
  await page.goto("/admin/numbers?from=2026-02-02&until=2026-02-01");
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.locator("#from")).toHaveValue("2026-02-02");
  await isSound(page);
  await page.goto("/admin");
  await expect(page.locator(".figures")).toBeVisible();
  await isSound(page);
  await shot(page, "numbers-home");
  for (const [scheme, width] of [["dark", 1280], ["light", 390]]) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 900 });
    for (const [name, path] of [["readers", "/admin/numbers?days=365"], ["money", "/admin/numbers/money?days=90"]]) {
      await page.goto(path);
      await isSound(page);
      await shot(page, `numbers-${name}-${scheme}-${width}`);
    }
  }
});
