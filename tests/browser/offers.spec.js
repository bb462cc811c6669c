import { expect, test } from "@playwright/test";
import { codeFor, isSound, signIn } from "./people.js";

const PHONE = { viewport: { width: 390, height: 844 }, locale: "de-DE" };
const STORY = "/de/sicherheitsgarantien-ukraine";

/** Pays on the payment provider's page. */
async function pay(page, email) {
  await page.waitForURL(/\/c\/pay\//);
  if (email) await page.fill("[name=email]", email);
  await page.check("[name=card][value='4242424242424242']");
  await page.locator("button[value=pay]").click();
}

/** Types the code from the mail into the page that asks for it. */
async function typeCode(page, email) {
  await page.fill("#code", await codeFor(page, email));
  await page.locator("main form button[type=submit]").click();
}

/** The newest captured mail to an address that says something. */
async function mailFor(page, email, words) {
  const reader = await page.context().newPage();
  let text = "";
  await expect(async () => {
    await reader.goto("/dev/mailbox");
    text = await reader.locator(".messages li", { hasText: email }).filter({ hasText: words }).first().innerText({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
  await reader.close();
  return text;
}

test.describe("on a German phone", () => {
  test.use(PHONE);

  test("a visitor buys one story and reads on, and nothing else", async ({ page }) => {
    await page.goto(STORY);
    const buy = page.locator(".wall-actions a", { hasText: "1,99" });
    await expect(buy).toBeVisible();
    await buy.click();
    await isSound(page);
    await page.locator("main form button[type=submit]").click();
    await pay(page, "einmal@example.org");
    await expect(page.locator("h1")).toHaveText("Vielen Dank");
    await isSound(page);
    await page.locator("main form button[type=submit]").click();
    await typeCode(page, "einmal@example.org");
    await expect(page).toHaveURL(new RegExp(`${STORY}$`));
    await expect(page.locator(".wall")).toHaveCount(0);

    // In every language, and in the list of what they have bought.
    const english = await page.locator('.availability a[hreflang="en"]').getAttribute("href");
    await page.goto(english);
    await expect(page.locator(".wall")).toHaveCount(0);
    await page.goto("/de/account/stories");
    await expect(page.locator(".facts li")).toHaveCount(1);
    await expect(page.locator(`.facts a[href="${STORY}"]`)).toBeVisible();
    await isSound(page);
    // Not a second time; and another story stays closed.
    await page.goto(`/de/subscribe/story?story=${STORY.split("/").pop()}`);
    await expect(page).toHaveURL(new RegExp(`${STORY}$`));
    await page.goto("/de/");
    const closed = await page.evaluate(async () => {
      const links = [...document.querySelectorAll("main a[href^='/de/']")].map((link) => link.getAttribute("href"));
      for (const link of new Set(links)) {
        const text = await (await fetch(link)).text();
        if (text.includes('class="wall"')) return link;
      }
      return null;
    });
    expect(closed).not.toBeNull();
  });
});

test("a gift is given and redeemed by somebody else", async ({ browser, page }) => {
  await signIn(page, "giver@example.org");
  await page.goto("/de/subscribe/gift");
  await isSound(page);
  await page.fill("#giver", "Die Redaktion");
  await page.fill("#recipient", "Leserin");
  await page.fill("#message", "Viel Freude beim Lesen!");
  await page.fill("#email", "not an address");
  await page.locator("main form").evaluate((form) => { form.noValidate = true; });
  await page.locator("main form button[type=submit]").click();
  // What was typed is still there.
  await expect(page.locator("#problem")).toBeVisible();
  await expect(page.locator("#message")).toHaveValue("Viel Freude beim Lesen!");
  await isSound(page);
  await page.fill("#email", "gifted@example.org");
  await page.selectOption("#language", "fr");
  await page.locator("main form button[type=submit]").click();
  await pay(page);
  await expect(page.locator("h1")).toHaveText("Ihr Geschenk ist bereit");
  await isSound(page);
  const code = await page.locator(".gift-code b").innerText();
  expect(code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
  const mail = await mailFor(page, "gifted@example.org", "Die Redaktion");
  expect(mail).toContain(code);
  expect(mail).toContain("vous offre un abonnement");
  expect(mail).toContain("Viel Freude beim Lesen!");

  const other = await browser.newContext({ baseURL: new URL(page.url()).origin });
  const reader = await other.newPage();
  await reader.goto(`/fr/redeem?code=${code}`);
  await expect(reader.locator("#code")).toHaveValue(code);
  await isSound(reader);
  await reader.locator("main form button[type=submit]").click();
  await reader.fill("#email", "gifted@example.org");
  await reader.locator("main form button[type=submit]").click();
  await typeCode(reader, "gifted@example.org");
  await reader.locator("main form button[type=submit]").click();
  await expect(reader.locator("h1")).toHaveText("Il est à vous");
  await expect(reader.locator("blockquote")).toHaveText("Viel Freude beim Lesen!");
  await isSound(reader);
  await reader.goto(STORY);
  await expect(reader.locator(".wall")).toHaveCount(0);
  await reader.goto("/fr/redeem");
  await reader.fill("#code", code);
  await reader.locator("main form button[type=submit]").click();
  await expect(reader.locator("#problem")).toBeVisible();
  await other.close();

  await page.goto("/de/account/gifts");
  await expect(page.locator(".purchase .badge")).toHaveText("eingelöst");
  await isSound(page);
});

test("an owner invites a reader into a group, and takes the seat back", async ({ browser, page }) => {
  await signIn(page, "owner@desk.example.org");
  await page.goto("/de/subscribe/group");
  await isSound(page);
  await page.locator("form.offer button").first().click();
  await pay(page);
  await expect(page).toHaveURL(/\/de\/account\/group$/);
  await expect(async () => {
    await page.reload();
    await expect(page.locator(".facts li").first()).toContainText("owner@desk.example.org", { timeout: 500 });
  }).toPass({ timeout: 15_000 });
  await isSound(page);
  await page.locator('form[action$="/invite"] input[type=email]').fill("colleague@example.org");
  await page.locator('form[action$="/invite"] button').click();
  await expect(page.locator('[role="status"]')).toBeVisible();
  const mail = await mailFor(page, "colleague@example.org", "owner@desk.example.org");
  const link = new URL(mail.match(/https?:\S+account\/seat\S+/)[0]);

  const other = await browser.newContext({ baseURL: new URL(page.url()).origin });
  const reader = await other.newPage();
  await reader.goto(link.pathname + link.search);
  await isSound(reader);
  await reader.locator("main a.button-strong").click();
  await reader.fill("#email", "colleague@example.org");
  await reader.locator("main form button[type=submit]").click();
  await typeCode(reader, "colleague@example.org");
  await expect(reader.locator("main")).toContainText("owner@desk.example.org");
  await isSound(reader);
  await reader.locator("main form button[type=submit]").click();
  await expect(reader.locator('[role="status"]')).toBeVisible();
  await reader.goto(STORY);
  await expect(reader.locator(".wall")).toHaveCount(0);

  // More seats, at the price that was shown.
  await page.goto("/de/account/group");
  await page.locator('form[method="get"] input[name="seats"]').fill("5");
  await page.locator('form[method="get"] button').click();
  await expect(page.locator(".notice")).toContainText("5");
  await isSound(page);
  await page.locator('form[action$="/seats"] button').click();
  await expect(page.locator('[role="status"]')).toBeVisible();

  await page.locator(".facts li", { hasText: "colleague@example.org" }).locator("button").click();
  await expect(page.locator(".facts li", { hasText: "colleague@example.org" })).toHaveCount(0);
  await expect(async () => {
    await reader.goto(STORY);
    await expect(reader.locator(".wall")).toHaveCount(1, { timeout: 500 });
  }).toPass({ timeout: 10_000 });
  await other.close();
});
