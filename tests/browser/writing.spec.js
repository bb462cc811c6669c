import { expect, test } from "@playwright/test";
import { isSound, signIn } from "./people.js";

/** A title that no other run has used. */
const fresh = (words) => `${words} ${Date.now()}`;

/** Begins a story as it is begun on the page; leaves the editor open. */
async function begin(page, title, access = "public") {
  await page.goto("/admin/stories/new");
  await page.fill("#title", title);
  await page.selectOption("#source", "de");
  await page.selectOption("#access", access);
  await page.getByRole("button", { name: "Mit dem Schreiben beginnen" }).click();
  await expect(page.locator("#editor")).toBeVisible();
}

/** The text area, whatever stands in its place. */
async function write(page, body) {
  await page.evaluate((text) => {
    const area = document.querySelector("textarea[name=body]");
    area.value = text;
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }, body);
}

/** Takes a published story back; readers are told so in their language. */
async function isGoneOnceWithdrawn(page, publishing, slug) {
  await page.goto(publishing);
  await page.getByRole("button", { name: "Zurückziehen" }).click();
  await expect(page.locator("[role=status]")).toBeVisible();
  const answer = await page.goto(`/de/${slug}`);
  expect(answer.status()).toBe(410);
  await expect(page.locator("h1")).toHaveText("Zurückgezogen");
  await isSound(page);
}

for (const javaScriptEnabled of [true, false]) {
  test(`a story is written, checked, scheduled and published (${javaScriptEnabled ? "with" : "without"} scripts)`, async ({ browser, baseURL }) => {
    test.setTimeout(180_000);
    // Signing in asks the captured mail, whose page needs no script either.
    const context = await browser.newContext({ baseURL, locale: "de-DE", javaScriptEnabled });
    const page = await context.newPage();
    await signIn(page, "owner@example.org", "de");
    const title = fresh(javaScriptEnabled ? "Flut am Deich" : "Ebbe am Deich");
    await begin(page, title);
    const slug = await page.locator("#slug").inputValue();
    expect(slug).toContain("am-deich");
    if (javaScriptEnabled) {
      await isSound(page);
      await write(page, "Ein Satz mit [Verweis](/de/gibt-es-nicht).");
    } else {
      await page.fill("textarea[name=body]", "Ein Satz mit [Verweis](/de/gibt-es-nicht).");
    }
    await page.fill("#description", "Was die Flut mit dem Deich macht.");
    await page.getByRole("button", { name: "Speichern und veröffentlichen …" }).click();

    await expect(page.locator(".checks-errors")).toContainText("/de/gibt-es-nicht");
    await expect(page.getByRole("button", { name: "Jetzt veröffentlichen" })).toHaveCount(0);
    if (javaScriptEnabled) await isSound(page);
    await page.getByRole("link", { name: "Zeile 1" }).click();
    if (javaScriptEnabled) {
      await write(page, "Ein Satz über die Flut.");
    } else {
      await page.fill("textarea[name=body]", "Ein Satz über die Flut.");
    }
    await page.getByRole("button", { name: "Speichern und veröffentlichen …" }).click();
    await expect(page.locator("#at-hint")).toContainText("Europe/Berlin");
    await page.fill("#at", "2031-03-30T02:30");
    await page.getByRole("button", { name: "Planen" }).click();
    await expect(page.locator("[role=alert]")).toContainText("Uhren vorgestellt");
    await expect(page.locator("#at")).toHaveValue("2031-03-30T02:30");
    await page.fill("#at", "2031-03-30T06:00");
    await page.getByRole("button", { name: "Planen" }).click();
    await expect(page.locator("[role=status]")).toContainText("Geplant");
    expect((await page.request.get(`/de/${slug}`)).status()).toBe(404);
    await page.getByRole("button", { name: "Jetzt veröffentlichen" }).click();
    await expect(page.locator("[role=status]")).toContainText("Veröffentlicht");
    const publishing = page.url();
    await page.getByRole("link", { name: "Auf der Website ansehen" }).click();
    await expect(page.locator("article.story")).toContainText("Ein Satz über die Flut.");
    await page.goto("/de/");
    await expect(page.locator("main")).toContainText(title);
    if (javaScriptEnabled) await isGoneOnceWithdrawn(page, publishing, slug);
    await context.close();
  });
}

test("an old version is compared and restored, a story is deleted and brought back", async ({ page }) => {
  test.setTimeout(180_000);
  await signIn(page, "owner@example.org", "de");
  const title = fresh("Leuchtturm");
  await begin(page, title, "paid");
  const editor = page.url().split("?")[0];
  for (const body of ["Der Turm ist weiß.\n\nEr steht allein.", "Der Turm ist rot.\n\nEr steht allein."]) {
    await write(page, body);
    await page.getByRole("button", { name: "Speichern", exact: true }).click();
    await expect(page.locator("[role=status]").first()).toContainText("Gespeichert");
  }
  await page.getByRole("link", { name: "Fassungen" }).click();
  await expect(page.locator(".diff del")).toHaveText(["weiß."]);
  await expect(page.locator(".diff ins")).toHaveText(["rot."]);
  await isSound(page);
  await page.getByRole("button", { name: "Fassung 2 wiederherstellen" }).click();
  await expect(page.locator("textarea[name=body]")).toHaveValue(/weiß/);

  const preview = page.waitForEvent("popup");
  await page.getByRole("button", { name: "Vorschau öffnen" }).click();
  const shown = await preview;
  await expect(shown.locator("article h1")).toContainText("Leuchtturm");
  await shown.close();

  await page.goto(editor.replace(/\/de$/, ""));
  await isSound(page);
  await page.getByRole("button", { name: "Löschen" }).click();
  await expect(page.locator("[role=status]").first()).toContainText("gelöscht");
  await isSound(page);
  await page.getByRole("button", { name: "Rückgängig machen" }).click();
  await expect(page.locator("h1")).toContainText("Leuchtturm");
  await page.goto("/admin/stories/deleted");
  await isSound(page);
});

test("two people at one story both see what the other wrote", async ({ browser, page, baseURL }) => {
  test.setTimeout(180_000);
  await signIn(page, "owner@example.org", "de");
  await begin(page, fresh("Kreuzung"));
  const state = await page.context().storageState();
  const context = await browser.newContext({ baseURL, storageState: state });
  const other = await context.newPage();
  await other.goto(page.url());
  await write(page, "Die Ampel ist grün.");
  await page.getByRole("button", { name: "Speichern", exact: true }).click();
  await expect(page.locator("[role=status]").first()).toContainText("Gespeichert");
  await write(other, "Die Ampel ist gelb.");
  await other.getByRole("button", { name: "Speichern", exact: true }).click();
  await expect(other.locator(".conflict")).toContainText("Zwei haben gleichzeitig geschrieben");
  await expect(other.locator("textarea[name=body]")).toHaveValue("Die Ampel ist gelb.");
  await isSound(other);
  await other.getByRole("button", { name: "Fassung der anderen ersetzen" }).click();
  await expect(other.locator("[role=status]").first()).toContainText("Gespeichert");
  await context.close();
});

test("the list is narrowed, and several stories are worked on at once", async ({ page }) => {
  await signIn(page, "owner@example.org", "de");
  await page.goto("/admin/stories");
  await isSound(page);
  await page.fill("#q", "Sicher");
  await page.getByRole("button", { name: "Suchen" }).click();
  await expect(page.locator("table.stories tbody tr")).toHaveCount(1);
  await page.locator("table.stories input[name=story]").check();
  await page.locator("summary", { hasText: "angekreuzten" }).click();
  await page.getByRole("button", { name: "Dieses Thema hinzufügen" }).click();
  await expect(page.locator(".results .badge-good")).toHaveCount(1);
  await isSound(page);
});

test("the pages of the writers @shots", async ({ browser, baseURL }) => {
  test.setTimeout(300_000);
  const first = await browser.newContext({ baseURL, locale: "de-DE" });
  const page = await first.newPage();
  await signIn(page, "owner@example.org", "de");
  await page.goto("/admin/stories?q=Sicher");
  const story = new URL(await page.locator("table.stories tbody th a").first().getAttribute("href"), baseURL).pathname;
  const pages = {
    stories: "/admin/stories", "story-new": "/admin/stories/new", story, "story-editor": `${story}/de`,
    "story-publish": `${story}/de/publish`, "story-revisions": `${story}/de/revisions`, "stories-deleted": "/admin/stories/deleted",
  };
  const state = await first.storageState();
  for (const [size, viewport] of Object.entries({ desktop: { width: 1440, height: 1000 }, tablet: { width: 834, height: 1112 }, phone: { width: 390, height: 844 } })) {
    for (const scheme of size === "tablet" ? ["light"] : ["light", "dark"]) {
      const context = await browser.newContext({ baseURL, viewport, colorScheme: scheme, storageState: state });
      const view = await context.newPage();
      for (const [name, path] of Object.entries(pages)) {
        await view.goto(path);
        await view.screenshot({ path: `../../shots/writing-${name}-${size}-${scheme}.jpg`, type: "jpeg", quality: 70, fullPage: true });
      }
      await context.close();
    }
  }
});
