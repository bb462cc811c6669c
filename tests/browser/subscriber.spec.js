import { expect, test } from "@playwright/test";
import { codeFor, isSound } from "./people.js";

// A demo of its own: this test moves its time.
test.use({ baseURL: process.env.GAZETTE_TEST_SECOND ?? "http://127.0.0.1:8978", viewport: { width: 390, height: 844 }, locale: "de-DE" });

const STORY = "/de/sicherheitsgarantien-ukraine";
const DAY = 86_400;

test("a visitor meets the paywall, pays, reads on, cancels, and meets it again when the time is over", async ({ page, request }) => {
  await page.goto(STORY);
  await page.locator(".wall .button-strong").click();
  await expect(page.locator("h1")).toHaveText("Bis zum letzten Satz");
  await page.locator("#plan-standard ~ form .button-strong").click();

  // The payment provider's page, with a card that is declined first.
  await page.waitForURL(/\/c\/pay\//);
  const sandbox = new URL(page.url()).origin;
  await page.fill("[name=email]", "neu@example.org");
  await page.check("[name=card][value='4000000000000002']");
  await page.locator("button[value=pay]").click();
  await expect(page.locator("body")).toContainText(/declined/i);
  if (await page.locator("[name=email]").count()) await page.fill("[name=email]", "neu@example.org");
  await page.check("[name=card][value='4242424242424242']");
  await page.locator("button[value=pay]").click();

  // Paid, but not signed in: nobody else may read with this address.
  await expect(page.locator("h1")).toHaveText("Vielen Dank");
  await expect(page.locator("main")).toContainText("neu@example.org");
  await isSound(page);
  await page.goto(STORY);
  await expect(page.locator(".wall")).toBeVisible();
  await page.goBack();
  await page.locator("main form button[type=submit]").click();
  await page.fill("#code", await codeFor(page, "neu@example.org"));
  await page.locator("main form button[type=submit]").click();
  await expect(page).toHaveURL(new RegExp(`${STORY}$`));
  await expect(page.locator(".wall")).toHaveCount(0);

  // It can't be bought twice.
  await page.goto("/de/subscribe");
  await expect(page.locator("form.offer")).toHaveCount(0);

  await page.goto("/de/account/subscription");
  await expect(page.locator(".purchase")).toContainText("4,90 €");
  await expect(page.locator(".facts")).toContainText("4,90 €");
  await isSound(page);
  await page.locator('.purchase .actions a[href*="/change?"]').click();
  await page.locator("form.offer button").first().click();
  await expect(page.locator("#chosen")).toBeVisible();
  await isSound(page);
  await page.goBack();
  await page.goBack();
  await page.locator('.purchase a[href*="/end?"]').click();
  await expect(page.locator("h1")).toHaveText("Abo kündigen");
  await isSound(page);
  await page.locator('form[action$="/end"] button').click();
  await expect(page.locator('[role="status"]')).toBeVisible();
  await expect(async () => {
    await page.goto("/de/account/subscription");
    await expect(page.locator('form[action$="/resume"]')).toBeVisible({ timeout: 500 });
  }).toPass();

  const advance = (days) => request.post(`${sandbox}/_sandbox/clock`, { data: { advance_seconds: days * DAY } });
  const walls = async (count) => {
    await expect(async () => {
      await page.goto(STORY);
      await expect(page.locator(".wall")).toHaveCount(count, { timeout: 500 });
    }).toPass({ timeout: 15_000 });
  };
  await advance(27);
  await walls(0);
  await advance(5);
  await walls(1);
  await page.locator(".wall .button-strong").click();
  await expect(page.locator("form.offer")).not.toHaveCount(0);
});
