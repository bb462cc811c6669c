import { execFileSync } from "node:child_process";
import { expect, test } from "@playwright/test";
import { isSound, signIn } from "./people.js";

// A demo of its own: these tests change its settings and move its time.
test.use({ baseURL: process.env.GAZETTE_TEST_THIRD ?? "http://127.0.0.1:8979", locale: "de-DE" });
test.describe.configure({ mode: "serial" });

const UKRAINE = "/de/sicherheitsgarantien-ukraine";
const WEATHER = "/de/wettervorhersage-maschinelles-lernen";
const SEEDS = "/de/saatgut-genbank-neu-aussaeen";
const gazette = `${process.env.CARGO_TARGET_DIR ?? "../../target"}/debug/gazette`;
const run = (...args) => execFileSync(gazette, [...args, "--data-dir", process.env.GAZETTE_TEST_THIRD_DATA], { env: { ...process.env, GAZETTE_LOG__LEVEL: "error" } });

// Chromium without a window calls itself a robot, and robots have nothing free.
test.use({ userAgent: "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36" });

/** A minute passes, so that nobody left at once what they have read. */
async function minute(request) {
  const policy = (await request.get("/de/subscribe")).headers()["content-security-policy"];
  const sandbox = policy.match(/form-action 'self' (http:\S+?)[;\s]/)?.[1] ?? policy.match(/form-action 'self' (\S+)/)[1];
  await request.post(`${sandbox.replace(/;$/, "")}/_sandbox/clock`, { data: { advance_seconds: 60 } });
}

test.beforeAll(async () => {
  run("meter", "--visitors", "2", "--members", "2");
  await new Promise((done) => setTimeout(done, 2500));
});

test("a visitor reads what is free, meets the wall, and takes the count along to an account", async ({ page, request }) => {
  await page.goto(UKRAINE);
  await expect(page).toHaveURL(new RegExp(`${UKRAINE}$`));
  await expect(page.locator(".wall")).toHaveCount(0);
  await expect(page.locator(".courtesy")).toContainText("noch 1 Artikel");
  await isSound(page);
  await minute(request);
  await page.locator('.availability a[hreflang="en"]').click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.locator(".courtesy")).toContainText("1 more story");
  await page.goto(WEATHER);
  await expect(page.locator(".courtesy")).toContainText("der letzte Ihrer freien Artikel");
  await minute(request);
  await page.goto(SEEDS);
  await expect(page.locator(".wall")).toContainText("Ihre 2 freien Artikel");
  await isSound(page);

  await signIn(page, "zaehler@example.org");
  await page.goto(SEEDS);
  await expect(page.locator(".wall")).toContainText("Ihre 2 freien Artikel");
  await page.locator(".wall a", { hasText: "Was gezählt hat" }).click();
  await expect(page.locator(".facts li")).toHaveCount(2);
  await isSound(page);
  await page.locator('form[action$="/undo"] button').first().click();
  await expect(page.locator('[role="status"]')).toContainText("Zurückgenommen");
  await expect(page.locator('form[action$="/undo"]')).toHaveCount(0);
  await isSound(page);
  await page.goto(SEEDS);
  await expect(page.locator(".wall")).toHaveCount(0);
});

test("a story left at once doesn't count", async ({ page, request }) => {
  await page.goto(UKRAINE);
  await page.goto("/de/");
  // The browser says so when the page goes away, and nobody waits for it.
  await page.waitForTimeout(1000);
  await minute(request);
  await page.goto(WEATHER);
  await expect(page.locator(".courtesy")).toContainText("noch 1 Artikel");
});

test("without scripts it is the same", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL, locale: "de-DE" });
  const page = await context.newPage();
  await page.goto(UKRAINE);
  await expect(page.locator(".courtesy")).toContainText("noch 1 Artikel");
  await context.close();
});

test("a gift link opens in a fresh browser, until it is taken back", async ({ page, browser, baseURL }) => {
  await signIn(page, "subscriber@example.org");
  await page.goto(UKRAINE);
  await isSound(page);
  await page.locator(".gift button").click();
  await isSound(page);
  const link = await page.inputValue("#gift-url");

  const context = await browser.newContext({ baseURL, locale: "de-DE" });
  const friend = await context.newPage();
  await friend.goto(link);
  await expect(friend).toHaveURL(new RegExp(`${UKRAINE}$`));
  await expect(friend.locator(".courtesy")).toContainText("geschenkt");
  await expect(friend.locator(".wall")).toHaveCount(0);
  await isSound(friend);

  await page.goto("/de/account/gift-links");
  await expect(page.locator(".facts")).toContainText("in 1 Browser geöffnet");
  await page.locator('form[action$="/revoke"] button').click();
  await expect(page.locator('[role="status"]')).toBeVisible();
  await friend.reload();
  // What is left is the meter's.
  await expect(friend.locator(".courtesy")).not.toContainText("geschenkt");
  await friend.goto(link);
  await expect(friend.locator("h1")).toHaveText("Dieser Geschenklink gilt nicht mehr");
  await isSound(friend);
  await context.close();
});

const SIZES = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };

for (const scheme of ["light", "dark"]) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    test(`@shots meter and gift links ${size} ${scheme}`, async ({ browser, request, baseURL }) => {
      test.setTimeout(300_000);
      const fresh = () => browser.newContext({ baseURL, viewport, colorScheme: scheme });
      for (const locale of ["de", "ar"]) {
        const shot = (page, name) => page.screenshot({ path: `../../shots/${locale}-${name}-${size}-${scheme}.jpg`, type: "jpeg", quality: 70, fullPage: !name.startsWith("notice") });
        const visitor = await (await fresh()).newPage();
        await visitor.goto(UKRAINE);
        await visitor.locator(`.availability a[hreflang="${locale}"]`).click();
        await visitor.locator(".courtesy").scrollIntoViewIfNeeded();
        await shot(visitor, "notice-meter");
        await minute(request);
        await visitor.goto(WEATHER);
        await minute(request);
        await visitor.goto(SEEDS);
        await visitor.locator(".wall").scrollIntoViewIfNeeded();
        await shot(visitor, "notice-wall");
        await signIn(visitor, `zaehler-${size}-${scheme}-${locale}@example.org`);
        await visitor.goto(`/${locale}/account/meter`);
        await shot(visitor, "account-meter");
        const giver = await (await fresh()).newPage();
        await signIn(giver, "subscriber@example.org");
        await giver.goto(UKRAINE);
        await giver.locator(`.availability a[hreflang="${locale}"]`).click();
        await giver.locator(".gift").scrollIntoViewIfNeeded();
        await shot(giver, "notice-gift");
        await giver.locator(".gift button").click();
        await shot(giver, "account-gift-links");
        const link = await giver.inputValue("#gift-url");
        const friend = await (await fresh()).newPage();
        await friend.goto(link);
        await friend.locator(".courtesy").scrollIntoViewIfNeeded();
        await shot(friend, "notice-given");
        for (const page of [visitor, giver, friend]) await page.context().close();
      }
    });
  }
}
