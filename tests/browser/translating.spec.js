import { expect, test } from "@playwright/test";
import { isSound, signIn, watched } from "./people.js";

/** The rows of a translation's page by how they stand. */
const rows = (page, standing) => page.locator(`[data-standing="${standing}"]`);

/** Opens a story from a list of the desk. */
async function open(page, list, title) {
  await page.goto(list);
  await page.locator(".table tbody a", { hasText: title }).first().click();
  await expect(page.locator("form.side")).toBeVisible();
}

test("a translation is begun, sent out as a file, and taken back", async ({ page, baseURL }) => {
  test.setTimeout(120_000);
  const watch = watched(page, baseURL);
  await signIn(page, "editor@example.org");
  await page.goto("/admin/translate?locale=fr&list=all");
  await isSound(page);
  await open(page, "/admin/translate?locale=fr&list=all", "The Friday that went missing");
  await isSound(page);

  const area = page.locator("textarea[name=text]").first();
  const before = await area.inputValue();
  await area.fill(`${before} Encore une phrase.`);
  await page.getByRole("button", { name: "Speichern", exact: true }).click();
  await expect(page.locator("[role=status]")).toHaveText("Als neue Fassung gespeichert.");
  await expect(area).toHaveValue(`${before} Encore une phrase.`);

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "XLIFF herunterladen" }).click();
  const stream = await (await download).createReadStream();
  let file = "";
  for await (const part of stream) file += part;
  expect(file).toContain("version=\"2.1\"");
  const edited = file.replace("Encore une phrase.", "Encore une &amp; dernière phrase.");
  await page.setInputFiles("#file", { name: "story.xlf", mimeType: "application/xliff+xml", buffer: Buffer.from(edited) });
  await page.getByRole("button", { name: "Änderungen ansehen" }).click();
  await expect(page.locator("[data-unit]")).toHaveCount(1);
  await expect(page.locator("[data-unit] ins")).toContainText("& dernière");
  await isSound(page);
  await page.getByRole("button", { name: "Als neue Fassung speichern" }).click();
  await expect(page.locator("[role=status]")).toContainText("übernommen");
  await expect(page.locator("textarea[name=text]").first()).toHaveValue(`${before} Encore une & dernière phrase.`);
  watch.expectClean();
});

test("a new translation is one click away and works without JavaScript", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, "editor@example.org");
  await open(page, "/admin/translate?locale=uk&list=missing", "The Friday that went missing");
  await page.fill("#line-title", "Назва статті");
  await page.locator("textarea[name=text]").first().fill("Перший абзац.");
  await page.getByRole("button", { name: "Speichern", exact: true }).click();
  await expect(page.locator("[role=status]")).toBeVisible();
  await expect(page.locator("#slug")).toHaveValue("назва-статті");
  await expect(rows(page, "current")).not.toHaveCount(0);
  await context.close();
});
