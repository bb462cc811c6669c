// The editor, as people use it: with a mouse, with keys, without a network, in two tabs, without scripts.
import { expect, test } from "@playwright/test";
import { isSound, signIn, watched } from "./people.js";

test.describe.configure({ timeout: 120_000 });

const TEXT = "Erster Absatz.\n\nZweiter Absatz.\n\nDritter *schräger* Absatz.\n\n[l]: https://e.org\n";

/** Begins a story with a text; leaves its editor open. */
async function begin(page, body = TEXT) {
  await page.goto("/admin/stories/new");
  await page.fill("#title", `Der Pegel ${Date.now()} ${Math.random()}`);
  await page.selectOption("#source", "de");
  await page.selectOption("#access", "paid");
  await page.getByRole("button", { name: "Mit dem Schreiben beginnen" }).click();
  await expect(page.locator(".ProseMirror")).toBeVisible();
  await page.getByRole("button", { name: "Markdown", exact: true }).click();
  await page.locator("#body").fill(body);
  await page.getByRole("button", { name: "Markdown", exact: true }).click();
  await page.getByRole("button", { name: "Speichern", exact: true }).click();
  await expect(page.locator("[role=status]").first()).toContainText("Gespeichert");
  await expect(page.locator(".ProseMirror")).toBeVisible();
}

const markdown = (page) => page.locator("#body");
const text = (page) => page.locator(".ProseMirror");
const state = (page) => page.locator("[data-autosave-state]");
const written = (page) => markdown(page).inputValue().then((own) => own.trimEnd());
const stored = (page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("gazette-draft:")).length);
/** Presses a key that moves the caret; the browser tells the editor a moment later, sooner than anybody's next key. */
async function move(page, key) {
  await page.keyboard.press(key);
  await page.evaluate(() => new Promise((done) => setTimeout(() => requestAnimationFrame(() => setTimeout(done)), 100)));
}
/** Puts the caret to the end of a block. */
async function caret(page, block) {
  await text(page).locator(":scope > *").nth(block).click();
  await move(page, "End");
}

test("what is seen is written, and nothing else changes", async ({ page, baseURL }) => {
  await signIn(page, "owner@example.org");
  const watch = watched(page, baseURL);
  await begin(page);
  await expect(markdown(page)).toBeHidden();
  await expect.poll(() => written(page)).toBe(TEXT.trimEnd());

  await caret(page, 1);
  await page.keyboard.type(" Mehr **davon** hier.");
  await expect.poll(() => written(page)).toBe(TEXT.trimEnd().replace("Zweiter Absatz.", "Zweiter Absatz. Mehr **davon** hier."));
  await page.keyboard.press("Enter");
  await page.keyboard.type("## Zwischen");
  await page.keyboard.press("Enter");
  await page.keyboard.type("- eins");
  await page.keyboard.press("Enter");
  await page.keyboard.type("[x] zwei");
  await expect(markdown(page)).toHaveValue(/hier\.\n\n## Zwischen\n\n- eins\n- \[x\] zwei\n\nDritter \*schräger\* Absatz\./);
  await expect(page.locator("[data-count=words]")).toHaveText("13");
  await expect(state(page)).toContainText("als Entwurf gesichert");
  await expect.poll(() => stored(page)).toBe(0);

  await page.fill("#seo_title", "Anders für Suchende");
  await expect(page.locator("[data-search=title]").first()).toHaveText("Anders für Suchende");
  await isSound(page);
  await page.keyboard.press("Control+s");
  await expect(page.locator("[role=status]").first()).toContainText("Gespeichert");
  watch.expectClean();
});

test("links, tables, notes and videos", async ({ page }) => {
  await signIn(page, "owner@example.org");
  await begin(page);
  await caret(page, 0);
  await move(page, "Shift+Home");
  await page.keyboard.press("Control+k");
  await page.locator("#link-address").fill("javascript:alert(1)");
  await page.keyboard.press("Enter");
  await expect(page.locator("dialog [role=alert]")).toHaveText("Dahin kann kein Link führen.");
  await isSound(page);
  await page.locator("#link-address").fill("example.org");
  await page.keyboard.press("Enter");
  await expect(markdown(page)).toHaveValue(/^\[Erster Absatz\.\]\(https:\/\/example\.org\)/);

  await caret(page, 1);
  await page.keyboard.press("Control+Alt+f");
  await page.keyboard.type("Die Note.");
  await expect(markdown(page)).toHaveValue(/Zweiter Absatz\.\[\^1\]\n[\s\S]*\[\^1\]: Die Note\./);
  await page.locator(".footnote-back").click();
  await page.keyboard.type(" Danach.");
  await expect(markdown(page)).toHaveValue(/\[\^1\] Danach\./);

  await page.getByRole("button", { name: "Tabelle", exact: true }).click();
  await page.keyboard.type("a|b");
  await page.keyboard.press("Tab");
  await page.keyboard.type("c");
  await page.getByRole("button", { name: "Spalte am Ende ausrichten" }).click();
  await page.getByRole("button", { name: "Zeile einfügen" }).click();
  await expect(markdown(page)).toHaveValue(/\| a\\\|b \| c \| {2}\|\n\| --- \| ---: \| --- \|\n(?:\|(?: {2}\|){3}\n){3}/);
  await isSound(page);

  await caret(page, 0);
  await page.keyboard.press("Enter");
  await page.keyboard.type("https://vimeo.com/123_4_5");
  await page.keyboard.press("Enter");
  await expect(page.locator(".embed-card")).toContainText("vimeo.com");
  await expect(markdown(page)).toHaveValue(/\n\nhttps:\/\/vimeo\.com\/123_4_5\n\n/);
});

test("the paywall is set, dragged, and moved by key, and the preview shows what is before it", async ({ page }) => {
  await page.setViewportSize({ width: 1500, height: 1000 });
  await signIn(page, "owner@example.org");
  await begin(page);
  const place = () => markdown(page).inputValue().then((own) => own.split("\n\n").indexOf("<!-- paywall -->"));
  await caret(page, 1);
  await page.getByRole("button", { name: "Bezahlschranke hierher" }).click();
  await expect.poll(place).toBe(2);
  await page.keyboard.press("Alt+ArrowDown");
  await expect.poll(place).toBe(3);
  const first = await text(page).locator("p").first().boundingBox();
  await page.locator(".paywall").dragTo(text(page).locator("p").first(), { sourcePosition: { x: 20, y: 16 }, targetPosition: { x: first.width - 10, y: first.height - 2 } });
  await expect.poll(place).toBe(1);
  await page.locator(".paywall").getByRole("button", { name: "Nach unten" }).click();
  await expect.poll(place).toBe(2);
  expect((await markdown(page).inputValue()).match(/paywall/g)).toHaveLength(1);

  await page.locator(".toolbar").getByRole("button", { name: "Vorschau", exact: true }).click();
  const shown = page.frameLocator(".preview-frame");
  await expect(shown.locator("article.story-story")).toContainText("Zweiter Absatz.");
  await expect(shown.locator("article.story-story")).not.toContainText("Dritter");
  await page.locator(".preview").getByText("Abonnent").click();
  await expect(shown.locator("article.story-story")).toContainText("Dritter schräger Absatz.");
  await caret(page, 0);
  await page.keyboard.type(" Neu.");
  await expect(shown.locator("article.story-story")).toContainText("Erster Absatz. Neu.");
  await page.locator(".preview").getByText("Bildschirm").click();
  await expect(page.locator(".preview-frame")).toHaveCSS("width", "1280px");
  await isSound(page);
});

test("a pasted picture is sent, and its description asked for", async ({ page }) => {
  await signIn(page, "owner@example.org");
  await begin(page);
  let sent = "";
  await page.route("**/admin/media/upload", (route) => {
    sent = route.request().headers()["content-type"];
    return route.fulfill({ status: 201, json: { hash: "f".repeat(32), src: `media:${"f".repeat(32)}`, width: 1, height: 1 } });
  });
  await caret(page, 0);
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([new Uint8Array([1])], "bild.png", { type: "image/png" }));
    document.querySelector(".ProseMirror").dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(page.locator(".figure-missing")).toBeVisible();
  expect(sent).toContain("multipart/form-data");
  await isSound(page);
  await page.keyboard.type("Ein Pegel");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Weiter: ");
  await expect(markdown(page)).toHaveValue(new RegExp(`^Erster Absatz\\.\n\n!\\[Ein Pegel\\]\\(media:${"f".repeat(32)}\\)\n\nWeiter: Zweiter`));

  await page.route("**/admin/media/upload", (route) => route.fulfill({ status: 422, json: { title: "Nein", detail: "Das ist kein Bild." } }));
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Bild", exact: true }).click();
  await (await chooser).setFiles({ name: "kaputt.png", mimeType: "image/png", buffer: Buffer.from("x") });
  await expect(page.locator(".editor-notices")).toContainText("kaputt.png konnte nicht aufgenommen werden. Das ist kein Bild.");
});

test("by keys alone: tools, and out of the text", async ({ page }) => {
  await signIn(page, "owner@example.org");
  await begin(page);
  await caret(page, 0);
  await page.keyboard.press("Alt+F10");
  await expect(page.locator(".tool:focus")).toHaveAttribute("data-tool", "h2");
  await page.keyboard.press("ArrowRight");
  await expect(page.locator(".tool:focus")).toHaveAttribute("data-tool", "h3");
  await page.keyboard.press("Enter");
  await expect(markdown(page)).toHaveValue(/^### Erster/);
  await expect(text(page)).toBeFocused();
  await page.keyboard.press("Alt+ArrowDown");
  await expect(markdown(page)).toHaveValue(/^Zweiter Absatz\.\n\n### Erster/);
  expect(await page.locator(".toolbar [tabindex='0']").count()).toBe(1);
  await caret(page, 2);
  await page.keyboard.press("Control+Shift+8");
  await page.keyboard.press("Enter");
  await page.keyboard.type("tiefer");
  await page.keyboard.press("Tab");
  await expect(markdown(page)).toHaveValue(/- Dritter \*schräger\* Absatz\.\n {2}- tiefer/);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(text(page)).not.toBeFocused();
});

test("without a network: nothing is lost, and it is sent when there is one", async ({ page, context }) => {
  await signIn(page, "owner@example.org");
  await begin(page);
  await context.setOffline(true);
  await caret(page, 0);
  await page.keyboard.type(" Ohne Netz.");
  await expect(state(page)).toContainText("Keine Verbindung");
  expect(await stored(page)).toBe(1);
  await context.setOffline(false);
  await expect(state(page)).toContainText("als Entwurf gesichert");
  expect(await stored(page)).toBe(0);
});

test("a tab that is closed loses nothing, not even without a network", async ({ page, context }) => {
  await signIn(page, "owner@example.org");
  await begin(page);
  const address = page.url().split("?")[0];
  await caret(page, 0);
  await page.keyboard.type(" Gleich weg.");
  await page.close({ runBeforeUnload: false });
  const again = await context.newPage();
  await expect(async () => {
    await again.goto(address);
    await expect(markdown(again)).toHaveValue(/Gleich weg\./, { timeout: 1000 });
  }).toPass();

  await context.setOffline(true);
  await caret(again, 0);
  await again.keyboard.type(" Und offline.");
  await again.close({ runBeforeUnload: false });
  await context.setOffline(false);
  const last = await context.newPage();
  await last.goto(address);
  await expect(last.locator(".editor-notices")).toContainText("nie beim Server ankam");
  await isSound(last);
  await last.getByRole("button", { name: "Übernehmen" }).click();
  await expect(text(last)).toContainText("Gleich weg. Und offline.");
  await expect(state(last)).toContainText("als Entwurf gesichert");
  await last.reload();
  await expect(markdown(last)).toHaveValue(/Und offline\./);
  await expect(last.locator(".editor-notice")).toHaveCount(0);
});

test("a session that ends: sign in elsewhere, and go on", async ({ page, context }) => {
  await signIn(page, "owner@example.org");
  await begin(page);
  const cookies = await context.cookies();
  await context.clearCookies();
  await caret(page, 0);
  await page.keyboard.type(" Abgelaufen.");
  await expect(page.locator(".editor-notices")).toContainText("Sie wurden abgemeldet");
  await expect(page.locator(".editor-notices a")).toHaveAttribute("href", /sign-in/);
  expect(await stored(page)).toBe(1);
  await isSound(page);
  await context.addCookies(cookies);
  await page.evaluate(() => dispatchEvent(new Event("focus")));
  await expect(state(page)).toContainText("als Entwurf gesichert");
  await expect(page.locator(".editor-notices")).toBeEmpty();
});

test("two tabs: one writes, and the other can take over", async ({ page, context }) => {
  await signIn(page, "owner@example.org");
  await begin(page);
  const address = page.url().split("?")[0];
  const second = await context.newPage();
  await second.goto(address);
  await expect(second.locator(".editor-notices")).toContainText("in einem anderen Tab offen");
  await expect(text(second)).toHaveAttribute("contenteditable", "false");
  await isSound(second);
  await caret(page, 0);
  await page.keyboard.type(" Vom ersten Tab.");
  await second.getByRole("button", { name: "Hier schreiben" }).click();
  await expect(text(second)).toContainText("Vom ersten Tab.");
  await expect(text(second)).toHaveAttribute("contenteditable", "true");
  await expect(page.locator(".editor-notices")).toContainText("in einem anderen Tab offen");
  await expect(text(page)).toHaveAttribute("contenteditable", "false");
});

test("somebody else saves meanwhile, and it is said", async ({ page, browser, baseURL }) => {
  await signIn(page, "owner@example.org");
  await begin(page);
  const context = await browser.newContext({ baseURL });
  const other = await context.newPage();
  await signIn(other, "editor@example.org");
  await other.goto(page.url().split("?")[0]);
  await caret(other, 0);
  await other.keyboard.type(" Von der anderen.");
  await other.getByRole("button", { name: "Speichern", exact: true }).click();
  await expect(other.locator("[role=status]").first()).toContainText("Gespeichert");
  await caret(page, 2);
  await page.keyboard.type(" Von mir.");
  await expect(page.locator(".editor-notices")).toContainText("eine neuere Fassung gespeichert");
  await context.close();
});

test("without scripts it is a form", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, "owner@example.org");
  await page.goto("/admin/stories/new");
  await page.fill("#title", `Ohne Skript ${Date.now()}`);
  await page.selectOption("#source", "de");
  await page.getByRole("button", { name: "Mit dem Schreiben beginnen" }).click();
  await expect(page.locator("textarea[name=body]")).toBeVisible();
  await expect(page.locator("[role=toolbar]")).toHaveCount(0);
  await context.close();
});

test("the editor @shots", async ({ browser, baseURL }) => {
  const first = await browser.newContext({ baseURL });
  const page = await first.newPage();
  await signIn(page, "owner@example.org");
  await page.goto("/admin/stories?q=Sicher");
  const story = new URL(await page.locator("table.stories tbody th a").first().getAttribute("href"), baseURL).pathname;
  const storageState = await first.storageState();
  await first.close();
  for (const [size, viewport] of Object.entries({ desktop: { width: 1500, height: 1000 }, phone: { width: 390, height: 844 } })) {
    for (const colorScheme of ["light", "dark"]) {
      const context = await browser.newContext({ baseURL, viewport, colorScheme, storageState });
      const view = await context.newPage();
      await view.goto(`${story}/de`);
      await expect(text(view)).toBeVisible();
      await view.screenshot({ path: `../../shots/editor-${size}-${colorScheme}.jpg`, type: "jpeg", quality: 70, fullPage: true });
      await view.locator(".toolbar").getByRole("button", { name: "Vorschau", exact: true }).click();
      await expect(view.frameLocator(".preview-frame").locator("article")).toBeVisible();
      await view.locator(".preview").scrollIntoViewIfNeeded();
      await view.screenshot({ path: `../../shots/editor-preview-${size}-${colorScheme}.jpg`, type: "jpeg", quality: 70 });
      await context.close();
    }
  }
});
