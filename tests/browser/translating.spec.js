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

test("a machine drafts what is missing, and somebody signs it off before it is published", async ({ page, baseURL }) => {
  test.setTimeout(120_000);
  const watch = watched(page, baseURL);
  await signIn(page, "editor@example.org");
  await open(page, "/admin/translate?locale=es&list=all", "The Friday that went missing");
  const path = new URL(page.url()).pathname;
  // A paragraph that nobody has translated.
  const place = await page.locator("[data-block][data-standing=current]").nth(1).getAttribute("data-block");
  const drafted = page.locator(`[data-block="${place}"]`);
  const whole = await drafted.locator("textarea").inputValue();
  await drafted.locator("textarea").fill("");
  await page.getByRole("button", { name: "Speichern", exact: true }).click();
  await expect(page.locator("[role=status]")).toBeVisible();

  await page.getByRole("button", { name: "Fehlendes entwerfen" }).click();
  await expect(async () => {
    await page.goto(path);
    await expect(page.locator("[data-machine=ended]")).toBeVisible({ timeout: 500 });
  }).toPass();
  const text = await drafted.locator("textarea").inputValue();
  expect(text.slice(0, 30)).toBe(text.slice(0, 30).toUpperCase());
  expect(text).not.toBe(whole);
  await expect(drafted).toContainText("maschinell");
  await isSound(page);

  // It can't be published like that, and the page says so.
  await page.goto(`${path.replace("/admin/translate/", "/admin/stories/")}/publish`);
  await expect(page.locator("[role=alert]")).toContainText("Maschine");

  await page.goto(path);
  await drafted.getByRole("button", { name: "Abzeichnen" }).click();
  await expect(page.locator("[role=status]")).toHaveText("Gespeichert und abgezeichnet.");
  await expect(drafted).not.toContainText("maschinell");
  const rest = page.getByRole("button", { name: "Speichern, alle Entwürfe abzeichnen" });
  if (await rest.count()) await rest.click();
  await expect(page.locator("button[value^='sign']")).toHaveCount(0);
  watch.expectClean();
});

test("a translation is given to somebody until a day", async ({ page }) => {
  await signIn(page, "editor@example.org");
  await open(page, "/admin/translate?locale=it&list=all", "The Friday that went missing");
  const path = new URL(page.url()).pathname;
  await page.selectOption("#assignee", { index: 1 });
  const name = await page.locator("#assignee option:checked").innerText();
  await page.fill("#due", "2026-01-15");
  await page.getByRole("button", { name: "Vergeben" }).click();
  await expect(page.locator("[role=status]")).toHaveText("Vergeben.");
  await expect(page.locator("#due")).toHaveValue("2026-01-15");
  await page.goto("/admin/translate?locale=it&list=due");
  const row = page.locator("tbody tr", { has: page.locator(`a[href="${path}"]`) });
  await expect(row).toContainText(name);
  await expect(row).toContainText("überfällig");
  await isSound(page);
});

test("a glossary's words stand below the paragraphs that have them", async ({ page }) => {
  await signIn(page, "editor@example.org");
  await page.goto("/admin/translate?locale=fr");
  await page.getByRole("link", { name: "Glossar" }).click();
  await page.locator(".tabs a", { hasText: "Englisch" }).click();
  await isSound(page);
  await page.fill("#source", "Friday");
  await page.fill("#target", "vendredi");
  await page.locator("form.desk-form button").click();
  await expect(page.locator("[role=status]")).toHaveText("Gespeichert.");
  await isSound(page);
  await open(page, "/admin/translate?locale=fr&list=all", "The Friday that went missing");
  await expect(page.locator(".terms").first()).toContainText("vendredi");
  await isSound(page);
});
