import { test } from "@playwright/test";
import { LOCALES, paidStory, signIn } from "./people.js";

const SIZES = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };

for (const scheme of ["light", "dark"]) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    test(`@shots ${size} ${scheme}`, async ({ browser, baseURL }) => {
      test.setTimeout(300_000);
      const context = await browser.newContext({ baseURL, viewport, colorScheme: scheme });
      const page = await context.newPage();
      const shot = async (name) => {
        // Pictures below are loaded when they come near.
        await page.evaluate(() => Promise.all([...document.images].map((image) => { image.loading = "eager"; return image.decode().catch(() => {}); })));
        return page.screenshot({ path: `../../shots/${name}-${size}-${scheme}.jpg`, type: "jpeg", quality: 70, fullPage: true });
      };
      for (const locale of [...LOCALES, "ar"]) {
        await page.goto(`/${locale}/`);
        await shot(`${locale}-front`);
        await paidStory(page, locale);
        await shot(`${locale}-article`);
        await page.goto(`/${locale}/subscribe`);
        await shot(`${locale}-subscribe`);
        await page.goto(`/${locale}/sign-in`);
        await shot(`${locale}-sign-in`);
        await page.goto(`/${locale}/subscribe/gift`);
        await shot(`${locale}-gift`);
        await page.goto(`/${locale}/subscribe/group`);
        await shot(`${locale}-group`);
        await page.goto(`/${locale}/redeem`);
        await shot(`${locale}-redeem`);
        await page.goto(`/${locale}/search?q=Ukraine`);
        await shot(`${locale}-search`);
      }
      await signIn(page, "subscriber@example.org", "de");
      await paidStory(page, "de");
      await shot("de-article-full");
      await page.goto("/de/account");
      await shot("de-account");
      await page.goto("/de/gibt-es-nicht");
      await shot("de-404");
      await context.close();
    });
  }
}
