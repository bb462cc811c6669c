import { expect, test } from "@playwright/test";
import { codeFor, isSound, LOCALES, paidStory, signIn, watched } from "./people.js";

const PAGES = (l) => [`/${l}/`, `/${l}/archive`, `/${l}/search?q=Ukraine`, `/${l}/subscribe`, `/${l}/sign-in`, `/${l}/no-such-page`];

for (const locale of LOCALES) {
  for (const scheme of ["light", "dark"]) {
    test(`pages in ${locale} are accessible, ${scheme}`, async ({ browser, baseURL }) => {
      const context = await browser.newContext({ baseURL, colorScheme: scheme, viewport: scheme === "dark" ? { width: 390, height: 844 } : { width: 1280, height: 900 } });
      const page = await context.newPage();
      const watch = watched(page, baseURL);
      for (const path of PAGES(locale)) {
        await page.goto(path);
        await isSound(page);
      }
      await paidStory(page, locale);
      await isSound(page);
      const story = page.url();
      // Where a story leads: its section, a tag, its author; and a month, and a static page.
      for (const link of [".story-head .label a", ".tags a", ".byline-names a"]) {
        await page.goto(story);
        await page.locator(link).first().click();
        await expect(page.locator("main h1")).toBeVisible();
        await isSound(page);
      }
      await page.goto(`/${locale}/archive`);
      await page.locator("main ul a").first().click();
      await expect(page).toHaveURL(/archive\/\d{4}\/\d{2}$/);
      await isSound(page);
      await page.locator(".colophon ul a").first().click();
      await expect(page.locator(".story-page h1")).toBeVisible();
      await isSound(page);
      watch.expectClean();
      await context.close();
    });
  }

  test(`signing in by the link in ${locale}, and the account`, async ({ page, baseURL }) => {
    const watch = watched(page, baseURL);
    const email = `link+${locale}@example.org`;
    await page.goto(`/${locale}/sign-in`);
    await page.fill("#email", email);
    await page.locator("main form button[type=submit]").click();
    await codeFor(page, email);
    await isSound(page);
    await page.goto("/dev/mailbox");
    await isSound(page);
    const message = page.locator(".messages li", { hasText: email }).first();
    const link = await message.locator("a[href*='token=']").getAttribute("href");
    const html = await message.locator("a[href$='/html']").getAttribute("href");
    await page.goto(html);
    await expect(page.locator("body")).toContainText(/\d{6}/);
    await page.goto(link);
    await expect(page.locator("html")).toHaveAttribute("lang", locale);
    await isSound(page);
    await page.locator("main form button[type=submit]").click();
    await page.goto(`/${locale}/account`);
    await expect(page.locator("#name")).toBeVisible();
    await isSound(page);
    watch.expectClean();
  });

  test(`reader, member and subscriber in ${locale}`, async ({ browser, baseURL }) => {
    const length = async (page) => (await page.locator(".prose").innerText()).length;
    const read = async (email) => {
      const context = await browser.newContext({ baseURL });
      const page = await context.newPage();
      if (email) await signIn(page, email, locale);
      await paidStory(page, locale);
      const result = { words: await length(page), wall: await page.locator(".wall").count() };
      await isSound(page);
      await context.close();
      return result;
    };
    const visitor = await read(null);
    expect(visitor.wall).toBe(1);
    // Addresses differ by language, so that limits for one address aren't met.
    const member = await read(`reader+${locale}@example.org`);
    expect(member).toEqual(visitor);
    const subscriber = await read("subscriber@example.org");
    expect(subscriber.wall).toBe(0);
    expect(subscriber.words).toBeGreaterThan(visitor.words + 1500);
  });
}

test("a page in Arabic runs from right to left", async ({ page }) => {
  await paidStory(page, "ar");
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await isSound(page);
  // A story that isn't there in Arabic is offered in the languages it has.
  await page.goto("/ar/night-trains-europe-sums");
  await expect(page.locator(".editions a[lang=de]")).toHaveAttribute("dir", "ltr");
  await isSound(page);
});

test("everything works without JavaScript", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/");
  await page.locator(".card-lead .card-title a").click();
  await expect(page.locator(".story-head h1")).toBeVisible();
  await page.locator(".languages summary").click();
  await page.locator('.languages a[hreflang="fr"]').click();
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  await page.goto("/de/search");
  await page.fill("#q", "Sand");
  await page.locator(".search-form button").click();
  await expect(page.locator(".hit").first()).toBeVisible();
  await signIn(page, "noscript@example.org", "de");
  await page.goto("/de/account");
  await page.fill("#name", "Ohne Skript");
  await page.locator("form[action$=profile] button").click();
  await expect(page.locator("[role=status]")).toContainText("Gespeichert");
  await context.close();
});

test("a passage is found in another language without JavaScript", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await paidStory(page, "de");
  const id = await page.locator(".prose > p").nth(2).getAttribute("id");
  await page.locator(".passages summary").click();
  await page.locator(`.passages a[href$="#${id}"][hreflang="en"]`).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.locator(":target")).toHaveAttribute("id", id);
  await expect(page.locator(":target")).toBeInViewport();
  await context.close();
});

test("changing the language keeps the paragraph", async ({ page }) => {
  await paidStory(page, "de");
  const third = page.locator(".prose > p").nth(2);
  const id = await third.getAttribute("id");
  await third.scrollIntoViewIfNeeded();
  await page.evaluate((id) => scrollTo(0, document.getElementById(id).offsetTop - 100), id);
  await page.waitForTimeout(800);
  await page.locator('.availability a[hreflang="en"]').focus();
  const href = await page.locator('.availability a[hreflang="en"]').getAttribute("href");
  expect(href).toContain(`#${id}`);
  await page.goto(href);
  await expect(page.locator(":target")).toHaveAttribute("id", id);
  await expect(page.locator(":target")).toBeInViewport();
});

test("a translation says what has changed in the original", async ({ page }) => {
  await page.goto("/it/");
  await page.goto("/it/search?q=meteo");
  await page.goto("/en/sections/science");
  await page.locator(".card-title a", { hasText: /Weather/ }).first().click();
  await page.locator('.availability a[hreflang="it"]').click();
  await expect(page.locator(".stale")).toContainText("3 paragrafi");
  await page.locator(".stale li a").first().click();
  await expect(page.locator(":target")).toBeVisible();
});

test("the account page is accessible and its sessions can be ended", async ({ page }) => {
  await signIn(page, "sessions@example.org", "en");
  await page.goto("/en/account");
  await isSound(page);
  await expect(page.locator("#sessions ~ ul li")).toHaveCount(1);
  await page.locator("form[action$=sign-out] button").click();
  await page.goto("/en/account");
  await expect(page.locator("#email")).toBeVisible();
});

test("the language chosen last is the one met next time", async ({ page }) => {
  await page.goto("/de/");
  await page.locator(".languages summary").click();
  await page.locator('.languages a[hreflang="it"]').click();
  await expect(page.locator("html")).toHaveAttribute("lang", "it");
  await page.goto("/");
  await expect(page.locator("html")).toHaveAttribute("lang", "it");
});
