import { expect, test } from "@playwright/test";
import { isSound, signIn } from "./people.js";

/** A picture of one colour, drawn in the browser. */
async function picture(page, colour, name) {
  const data = await page.evaluate((fill) => {
    const canvas = document.createElement("canvas");
    canvas.width = 900;
    canvas.height = 600;
    const pen = canvas.getContext("2d");
    pen.fillStyle = fill;
    pen.fillRect(0, 0, 900, 600);
    return canvas.toDataURL("image/jpeg").split(",")[1];
  }, colour);
  return { name, mimeType: "image/jpeg", buffer: Buffer.from(data, "base64") };
}

test.describe.configure({ mode: "serial" });

test("an editor uploads several pictures, sets a focal point, replaces one and can't delete it while it is used", async ({ page }) => {
  test.setTimeout(90_000);
  await signIn(page, "editor@example.org");
  await page.goto("/admin/media");
  await isSound(page);
  const before = await page.locator(".library li").count();

  // One that isn't a picture: told beside it, and the others are taken all the same.
  const stamp = Date.now();
  const files = [await picture(page, "#226688", `eins-${stamp}.jpg`), await picture(page, "#886622", `zwei-${stamp}.jpg`)];
  await page.setInputFiles("#file", [...files, { name: "kein-bild.jpg", mimeType: "image/jpeg", buffer: Buffer.from("<svg/>") }]);
  await page.getByRole("button", { name: "Hochladen" }).click();
  // One is sent after the other, and pictures are decoded.
  await expect(page.locator(".uploads .why")).toContainText("Vektorgrafik", { timeout: 30_000 });
  await expect(page.locator(".uploads li")).toHaveCount(3);
  await isSound(page);
  await page.setInputFiles("#file", [await picture(page, "#662288", `drei-${stamp}.jpg`)]);
  await page.getByRole("button", { name: "Hochladen" }).click();
  await page.waitForURL(/done=uploaded/);
  await expect(page.locator("[role=status]")).toBeVisible();
  expect(await page.locator(".library li").count()).toBeGreaterThanOrEqual(Math.min(before + 3, 50));

  await page.fill("#q", `eins-${stamp}`);
  await page.selectOption("#used", "no");
  await page.locator("form[role=search] button").click();
  await expect(page.locator(".library li")).toHaveCount(1);
  await page.locator(".library a").click();
  await isSound(page);
  const box = await page.locator(".focus-picture img").boundingBox();
  await page.locator(".focus-picture img").click({ position: { x: box.width * 0.25, y: box.height * 0.75 } });
  await expect(page.locator("#x")).toHaveValue("25");
  await expect(page.locator("#y")).toHaveValue("75");
  await page.fill("#alt-de", "Eine blaue Fläche");
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.locator("[role=status]")).toHaveText("Gespeichert.");
  await expect(page.locator("#x")).toHaveValue("25");
  await expect(page.locator(".focus-square")).toHaveAttribute("src", /\?f=25-75$/);
  await page.getByRole("button", { name: "Dieses Bild löschen" }).click();
  await page.waitForURL(/done=deleted/);

  // The cover of a story: it stays, until another takes its place.
  await page.goto("/admin/media?used=yes");
  await page.locator(".library a").first().click();
  await page.getByRole("button", { name: "Dieses Bild löschen" }).click();
  await expect(page.locator("[role=alert]")).toContainText("Artikeln");
  await isSound(page);
  await page.setInputFiles("#file", await picture(page, "#118833", `neu-${stamp}.jpg`));
  await page.getByRole("button", { name: "Überall ersetzen" }).click();
  await page.waitForURL(/done=replaced/);
  await expect(page.locator("h1")).toHaveText(`neu-${stamp}.jpg`);
  await expect(page.locator("#uses ~ .facts li").first()).toBeVisible();
  await isSound(page);
});

test("without a script pictures are uploaded all the same", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, locale: "de-DE" });
  const page = await context.newPage();
  await signIn(page, "editor@example.org");
  const file = await picture(page, "#442244", `ohne-${Date.now()}.jpg`);
  const plain = await browser.newContext({ baseURL, locale: "de-DE", javaScriptEnabled: false, storageState: await context.storageState() });
  const view = await plain.newPage();
  await view.goto("/admin/media");
  await view.setInputFiles("#file", file);
  await view.getByRole("button", { name: "Hochladen" }).click();
  await view.waitForURL(/done=uploaded/);
  await expect(view.locator(".library")).toContainText(file.name);
  await plain.close();
  await context.close();
});

for (const [size, viewport] of Object.entries({ desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } })) {
  test(`@shots pictures and settings, ${size}`, async ({ browser, baseURL }) => {
    test.setTimeout(120_000);
    for (const colorScheme of ["light", "dark"]) {
      const context = await browser.newContext({ baseURL, viewport, colorScheme, locale: "de-DE" });
      const page = await context.newPage();
      await signIn(page, "owner@example.org");
      await page.goto("/admin/media");
      const one = await page.locator(".library a").first().getAttribute("href");
      const pages = { library: "/admin/media", picture: one, settings: "/admin/settings", sections: "/admin/settings/terms/sections", section: null, paywall: "/admin/settings/paywall", redirects: "/admin/settings/redirects", robots: "/admin/settings/robots", theme: "/admin/settings/theme", menus: "/admin/settings/menus", integrations: "/admin/settings/integrations" };
      for (const [name, path] of Object.entries(pages)) {
        if (path) await page.goto(path);
        else {
          await page.goto("/admin/settings/terms/sections");
          await page.locator("tbody a").first().click();
        }
        await page.waitForLoadState("networkidle");
        await page.screenshot({ path: `../../shots/${name}-${size}-${colorScheme}.jpg`, type: "jpeg", quality: 70, fullPage: true });
      }
      await context.close();
    }
  });
}
