import { expect, test } from "@playwright/test";
import { isSound, watched } from "./people.js";

/** Types as a person does; gives the open list. */
const typed = async (page, text) => {
  const field = page.getByRole("combobox");
  await field.fill("");
  await field.pressSequentially(text, { delay: 20 });
  const list = page.getByRole("listbox");
  await expect(list).toBeVisible();
  return { field, list, options: list.getByRole("option") };
};

test.describe("suggestions while typing", () => {
  test.beforeEach(async ({ page }) => {
    // The index is built while the site starts.
    await expect(async () => {
      await page.goto("/de/search?q=Sicherheitsgarantien");
      await expect(page.locator(".hit").first()).toBeVisible({ timeout: 500 });
    }).toPass();
    await page.goto("/de/search");
  });

  test("are chosen by keyboard and told to screen readers", async ({ page, baseURL }) => {
    const watch = watched(page, baseURL);
    const { field, options } = await typed(page, "sicherheits");
    await expect(field).toHaveAttribute("aria-expanded", "true");
    await expect(page.locator(".field-row [role=status]")).toContainText(/\d+ Vorschl/);
    await isSound(page);
    await field.press("ArrowDown");
    await expect(options.first()).toHaveAttribute("aria-selected", "true");
    await expect(field).toHaveAttribute("aria-activedescendant", await options.first().getAttribute("id"));
    await isSound(page);
    await field.press("ArrowUp");
    await expect(field).not.toHaveAttribute("aria-activedescendant", /.+/);
    await field.press("ArrowUp");
    await expect(options.last()).toHaveAttribute("aria-selected", "true");
    await field.press("ArrowDown");
    await field.press("ArrowDown");
    await field.press("Enter");
    await expect(page).toHaveURL(/\/de\/sicherheitsgarantien-ukraine$/);
    watch.expectClean();
  });

  test("go with Escape, and what was typed stays", async ({ page }) => {
    const { field, list } = await typed(page, "sicherheits");
    await field.press("Escape");
    await expect(list).toBeHidden();
    await expect(field).toHaveAttribute("aria-expanded", "false");
    await expect(field).toHaveValue("sicherheits");
    await field.press("Enter");
    await expect(page).toHaveURL(/\/de\/search\?q=sicherheits/);
    await expect(page.locator(".hit").first()).toBeVisible();
  });

  test("are clicked, and forgive a typing error", async ({ page }) => {
    const { options } = await typed(page, "sicherhietsgar");
    await options.first().click();
    await expect(page).toHaveURL(/\/de\/sicherheitsgarantien-ukraine$/);
  });
});

test("without JavaScript a search is a plain form", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/de/search");
  await page.locator("main input[name=q]").fill("Sicherheitsgarnatien");
  await page.locator("main form button[type=submit]").first().click();
  await expect(page.locator(".hit").first()).toBeVisible();
  await page.locator(".notice a").first().click();
  await expect(page).toHaveURL(/q=Sicherheitsgarantien/);
  await context.close();
});
