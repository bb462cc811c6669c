import { test } from "@playwright/test";
import { signIn, signInStaff } from "./people.js";

// A demo of its own: this moves its time.
test.use({ baseURL: process.env.GAZETTE_TEST_SECOND ?? "http://127.0.0.1:8978", locale: "de-DE" });

const STORY = "/de/sicherheitsgarantien-ukraine";
const SIZES = { desktop: { width: 1280, height: 900 }, tablet: { width: 820, height: 1100 } };

/** Somebody who buys a plan with a card. */
async function subscribe(browser, baseURL, email, card, every) {
  const context = await browser.newContext({ baseURL, locale: "de-DE" });
  const page = await context.newPage();
  await signIn(page, email, "de");
  await page.goto(`/de/subscribe?every=${every}`);
  await page.locator("form.offer button").first().click();
  await page.waitForURL(/\/c\/pay\//);
  const sandbox = new URL(page.url()).origin;
  await page.check(`[name=card][value='${card}']`);
  await page.locator("button[value=pay]").click();
  await page.waitForURL(new RegExp(baseURL));
  await context.close();
  return sandbox;
}

test("@shots newsroom", async ({ browser, baseURL }) => {
  test.setTimeout(600_000);
  await subscribe(browser, baseURL, "anna@example.org", "4242424242424242", "month");
  await subscribe(browser, baseURL, "berta@example.org", "4242424242424242", "year");
  const sandbox = await subscribe(browser, baseURL, "caspar@example.org", "4000000000004202", "month");
  for (const query of ["Ukraine", "Ukraine", "Ukraine", "Nachtzug", "Nachtzug", "Nachtzug", "Xylophonbau", "Xylophonbau", "Xylophonbau"]) {
    await fetch(`${baseURL}/de/search?q=${query}`);
  }
  await fetch(`${sandbox}/_sandbox/clock`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ advance_seconds: 32 * 86_400 }) });
  const owner = await browser.newContext({ baseURL, locale: "de-DE" });
  const page = await owner.newPage();
  await signInStaff(page, "owner@example.org");
  await page.goto("/admin/members?email=reader@example.org");
  await page.getByRole("link", { name: "reader@example.org" }).click();
  const member = new URL(page.url()).pathname;
  await page.selectOption("#plan", "standard");
  await page.fill("#reason", "Preisausschreiben");
  await page.locator("form[action$='/grants'] button").click();
  await page.goto("/admin/coupons");
  await page.fill("#coupon-name", "Herbst");
  await page.fill("#code", "HERBST-26");
  await page.fill("#value", "25");
  await page.locator("form.desk-form button").click();
  await page.goto("/admin/search/pins?locale=de");
  await page.fill("#query", "Friedensplan 2026");
  await page.fill("#story", STORY);
  await page.locator("form.desk-form button").click();
  await page.goto("/admin/search/synonyms?locale=de");
  await page.fill("#word", "DB");
  await page.fill("#means", "Deutsche Bahn, Bahn");
  await page.locator("form.desk-form button").click();
  const state = await owner.storageState();
  const pages = {
    home: "/admin", plans: "/admin/plans", plan: "/admin/plans/standard", coupons: "/admin/coupons",
    billing: "/admin/billing", payments: "/admin/billing/payments", events: "/admin/billing/events",
    members: "/admin/members", member, explain: `/admin/explain?email=reader@example.org&story=${STORY}`,
    search: "/admin/search?locale=de", synonyms: "/admin/search/synonyms?locale=de", pins: "/admin/search/pins?locale=de",
    why: `/LANG/account/why?story=${STORY}`,
  };
  for (const language of ["de", "en", "ar"]) {
    await page.goto("/de/account");
    await page.selectOption("#language-0", language);
    await page.selectOption("#language-1", language === "de" ? "en" : "de");
    await page.locator("form[action$='/profile'] button").click();
    for (const scheme of language === "de" ? ["light", "dark"] : ["light"]) {
      for (const [size, viewport] of Object.entries(SIZES)) {
        const context = await browser.newContext({ baseURL, viewport, colorScheme: scheme, storageState: state });
        const view = await context.newPage();
        for (const [name, path] of Object.entries(pages)) {
          await view.goto(path.replace("LANG", language));
          await view.screenshot({ path: `../../shots/newsroom-${name}-${language}-${size}-${scheme}.jpg`, type: "jpeg", quality: 70, fullPage: true });
        }
        await context.close();
      }
    }
  }
});
