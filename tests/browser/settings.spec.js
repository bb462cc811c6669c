import { expect, test } from "@playwright/test";
import { isSound, signIn } from "./people.js";

test.describe.configure({ mode: "serial" });

test("an owner renames a tag, merges it into another, and sends an old address on", async ({ page }) => {
  test.setTimeout(90_000);
  await signIn(page, "owner@example.org");
  const stamp = Date.now();
  for (const path of ["/admin/settings", "/admin/settings/paywall", "/admin/settings/redirects", "/admin/settings/robots", "/admin/settings/terms/sections"]) {
    await page.goto(path);
    await isSound(page);
  }

  await page.goto("/admin/settings/terms/tags");
  await isSound(page);
  for (const name of ["eins", "zwei"]) {
    await page.fill("#key", `${name}-${stamp}`);
    await page.fill("#name-de", `Thema ${name}`);
    await page.fill("#slug-de", `Falsche Adresse`);
    await page.getByRole("button", { name: "Anlegen" }).click();
    await expect(page.locator("[role=alert]")).toBeVisible();
    await expect(page.locator("#slug-de")).toHaveAttribute("aria-invalid", "true");
    await expect(page.locator("#name-de")).toHaveValue(`Thema ${name}`);
    await page.fill("#slug-de", `thema-${name}-${stamp}`);
    await page.getByRole("button", { name: "Anlegen" }).click();
    await expect(page.locator("[role=status]")).toBeVisible();
  }
  await page.locator(`a[href$="/eins-${stamp}"]`).click();
  await isSound(page);
  await page.selectOption("#into", `zwei-${stamp}`);
  await page.getByRole("button", { name: "Zusammenlegen" }).click();
  await page.waitForURL(/done=merged/);
  await page.goto(`/de/tags/thema-eins-${stamp}`);
  await expect(page).toHaveURL(new RegExp(`/de/tags/thema-zwei-${stamp}$`));
  await expect(page.locator("h1")).toContainText("Thema zwei");

  await page.goto("/admin/settings/redirects");
  await page.fill("#csv", `from,to\n/blog/${stamp}.html,/de/\nunsinn,/de/`);
  await page.getByRole("button", { name: "Übernehmen" }).click();
  await expect(page.locator(".refused")).toContainText("Zeile 3:");
  await isSound(page);
  await page.fill("#csv", `from,to\n/blog/${stamp}.html,/de/`);
  await page.getByRole("button", { name: "Übernehmen" }).click();
  await expect(page.locator("[role=status]")).toBeVisible();
  await page.goto(`/blog/${stamp}.html`);
  await expect(page).toHaveURL(/\/de\/$/);
});

test("colours that can't be read are refused, and others are seen before they are saved", async ({ page }) => {
  test.setTimeout(90_000);
  await signIn(page, "owner@example.org");
  await page.goto("/admin/settings/theme");
  await isSound(page);
  const paper = page.frameLocator("iframe.preview").locator("html");
  await expect(paper).toHaveAttribute("lang", "de");
  await page.fill("#light-paper", "#ddeeff");
  await expect(paper).toHaveCSS("background-color", "rgb(221, 238, 255)");
  await page.fill("#light-ink", "#99aabb");
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.locator("[role=alert]")).toContainText("4,5 zu 1");
  await expect(page.locator("#light-ink")).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator("#light-paper")).toHaveValue("#ddeeff");
  await isSound(page);
  for (const path of ["/admin/settings/menus", "/admin/settings/integrations"]) {
    await page.goto(path);
    await isSound(page);
  }
  await page.locator("button[value=storage]").click();
  await expect(page.locator(".badge-good")).toBeVisible();
  await isSound(page);
});
