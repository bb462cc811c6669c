import { expect, test } from "@playwright/test";
import { isSound, signIn } from "./people.js";

test.use({ viewport: { width: 390, height: 844 }, locale: "de-DE" });

/** Subscribes with a test card, signed in. */
async function subscribe(page, email) {
  await signIn(page, email);
  await page.goto("/de/subscribe");
  await page.locator("#plan-standard ~ form .button-strong").click();
  await page.waitForURL(/\/c\/pay\//);
  if (await page.locator("[name=email]").count()) await page.fill("[name=email]", email);
  await page.check("[name=card][value='4242424242424242']");
  await page.locator("button[value=pay]").click();
  await expect(async () => {
    await page.goto("/de/account/subscription");
    await expect(page.locator(".purchase")).toContainText("4242", { timeout: 500 });
  }).toPass();
}

/** The newest captured mail to an address whose subject fits. */
async function mail(page, email, subject) {
  const reader = await page.context().newPage();
  const message = reader.locator(".messages li", { hasText: email }).filter({ hasText: subject }).first();
  await expect(async () => {
    await reader.goto("/dev/mailbox");
    await expect(message).toBeVisible({ timeout: 500 });
  }).toPass();
  const text = await message.innerText();
  await reader.close();
  return text;
}

test("a subscriber looks at leaving, pauses instead, and goes on", async ({ page }) => {
  await subscribe(page, "pause@example.org");
  await expect(page.locator(".purchase")).toContainText(/Am .* buchen wir 4,90\s€ ab/);
  await isSound(page);
  expect(await mail(page, "pause@example.org", "Ihr Abo von")).toContain("Vertragsnummer");

  await page.locator('.purchase a[href*="/end?"]').click();
  await expect(page.locator("h1")).toHaveText("Abo kündigen");
  await expect(page.locator("main")).toContainText("Was Sie stattdessen tun können");
  await isSound(page);
  await page.locator("input[name=months][value='2']").check();
  await page.locator('form[action$="/pause"] button').click();
  await expect(page.locator('[role="status"]')).toContainText("Pause");
  await expect(async () => {
    await page.goto("/de/account/subscription");
    await expect(page.locator('form[action$="/end-pause"]')).toBeVisible({ timeout: 500 });
  }).toPass();
  await isSound(page);
  await mail(page, "pause@example.org", "Ihr Abo pausiert");
  await page.locator('form[action$="/end-pause"] button').click();
  await expect(page.locator('[role="status"]')).toContainText("läuft weiter");
  await mail(page, "pause@example.org", "Ihr Abo läuft weiter");
});

test("a contract is cancelled without signing in, once the address is proved", async ({ page, browser }) => {
  await subscribe(page, "kuendigen@example.org");
  const context = await browser.newContext({ locale: "de-DE" });
  const stranger = await context.newPage();
  await stranger.goto("/de/");
  await stranger.locator("footer a", { hasText: "Verträge hier kündigen" }).click();
  await isSound(stranger);
  await stranger.locator("button", { hasText: "jetzt kündigen" }).click();
  await expect(stranger.locator('[role="alert"]')).toBeVisible();
  await isSound(stranger);
  await stranger.fill("#name", "Kim Beispiel");
  await stranger.fill("#contract", "mein Abo");
  await stranger.fill("#email", "kuendigen@example.org");
  await stranger.locator("button", { hasText: "jetzt kündigen" }).click();
  await expect(stranger.locator("h1")).toHaveText("Ihre Kündigung ist eingegangen");
  await expect(stranger.locator(".receipt")).toContainText("Kim Beispiel");
  await isSound(stranger);
  await page.goto("/de/account/subscription");
  await expect(page.locator('form[action$="/resume"]')).toHaveCount(0);

  const receipt = await mail(page, "kuendigen@example.org", "Ihre Kündigung ist eingegangen");
  expect(receipt).toContain("Kim Beispiel");
  await stranger.goto(receipt.match(/http\S+\/declared\/proof\?token=\S+/)[0]);
  await isSound(stranger);
  await stranger.locator("main form button").click();
  await expect(stranger.locator("h1")).toHaveText("Vielen Dank");
  await isSound(stranger);
  await mail(page, "kuendigen@example.org", "Ihr Abo ist gekündigt");
  await page.goto("/de/account/subscription");
  await expect(page.locator('form[action$="/resume"]')).toBeVisible();
});

test("a contract is withdrawn from with its number, without signing in", async ({ page, browser }) => {
  await subscribe(page, "widerruf@example.org");
  const number = await page.locator(".purchase code").innerText();
  const context = await browser.newContext({ locale: "de-DE" });
  const stranger = await context.newPage();
  await stranger.goto("/de/");
  await stranger.locator("footer a", { hasText: "Vertrag widerrufen" }).click();
  await isSound(stranger);
  await stranger.fill("#name", "Kim Beispiel");
  await stranger.fill("#contract", number);
  await stranger.fill("#email", "widerruf@example.org");
  await stranger.locator("button", { hasText: "Widerruf bestätigen" }).click();
  await expect(stranger.locator("h1")).toHaveText("Ihr Widerruf ist eingegangen");
  await mail(page, "widerruf@example.org", "Ihre Erstattung: 4,90");
  await page.goto("/de/account/subscription");
  await expect(page.locator(".facts")).toContainText("erstattet");
});
