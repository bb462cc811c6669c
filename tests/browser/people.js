import { closeSync, existsSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";

export const LOCALES = ["de", "en", "fr", "it", "es"];

/** The paid story of the sample publication, in each language. */
export async function paidStory(page, locale) {
  await page.goto("/de/sicherheitsgarantien-ukraine");
  if (locale !== "de") {
    const href = await page.locator(`.availability a[hreflang="${locale}"]`).getAttribute("href");
    await page.goto(href);
  }
  await expect(page.locator("html")).toHaveAttribute("lang", locale);
}

/** How many mails to an address are captured. */
async function mailsTo(page, email) {
  const reader = await page.context().newPage();
  await reader.goto("/dev/mailbox");
  const count = await reader.locator(".messages li", { hasText: email }).count();
  await reader.close();
  return count;
}

/** The six digits in the newest captured mail to an address, once there are more than `before`. */
export async function codeFor(page, email, before = 0) {
  await expect(page.locator("#code")).toBeVisible();
  const reader = await page.context().newPage();
  const messages = reader.locator(".messages li", { hasText: email });
  // Mail goes out by itself, soon after the page that promised it.
  await expect(async () => {
    await reader.goto("/dev/mailbox");
    expect(await messages.count()).toBeGreaterThan(before);
  }).toPass();
  const code = (await messages.first().innerText()).match(/(?<!\d)\d{6}(?!\d)/)[0];
  await reader.close();
  return code;
}

/** Those who work here: what they are signed in with is kept, since mails to an address are limited. */
const STAFF = /^(owner|editor|translator)@example\.org$/;

/** Where a browser's session at a site is kept for the other tests of the run. */
function sessionOf(page, email) {
  const site = new URL(page.url()).host.replace(":", "-");
  return join(process.env.GAZETTE_TEST_SESSIONS, `${site}-${email}.json`);
}

/** Whether nobody has asked this before. */
function isFirst(kept) {
  try {
    closeSync(openSync(`${kept}.lock`, "wx"));
    return true;
  } catch {
    return false;
  }
}

/** Signs in by the code in the captured mail; staff with an earlier test's session, if it lives. */
export async function signIn(page, email, locale = "de") {
  await page.goto(`/${locale}/sign-in`);
  const kept = sessionOf(page, email);
  // Of those who come at the same time one asks for a mail.
  if (STAFF.test(email) && !isFirst(kept)) {
    await expect.poll(() => existsSync(kept), { timeout: 20_000 }).toBe(true);
    await page.context().addCookies(JSON.parse(readFileSync(kept, "utf8")));
    await page.goto(`/${locale}/account`);
    if (!page.url().includes("/sign-in")) return;
    await page.goto(`/${locale}/sign-in`);
  }
  const before = await mailsTo(page, email);
  await page.fill("#email", email);
  await page.locator("main form button[type=submit]").click();
  await page.fill("#code", await codeFor(page, email, before));
  await page.locator("main form button[type=submit]").click();
  await expect(page.locator(".masthead-links")).toContainText(/Konto|Account|Compte|Profilo|Cuenta/);
  if (STAFF.test(email)) writeFileSync(kept, JSON.stringify(await page.context().cookies()));
}

/** Signs in somebody who works here: `owner@example.org`, `editor@example.org`, `translator@example.org`. */
export async function signInStaff(page, email) {
  await signIn(page, email);
}

/** No WCAG A or AA violation, and nothing is wider than the window. */
export async function isSound(page) {
  // A frame that is kept from running scripts can't be looked into; what it shows is looked at by itself.
  const { violations } = await new AxeBuilder({ page }).exclude("iframe").withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(" ")}`)).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide, "nothing overflows sideways").toBeLessThanOrEqual(0);
}

/** Notes what a page asks of other hosts, and the errors it reports; `expectClean` wants none. */
export function watched(page, baseURL) {
  const foreign = [];
  const errors = [];
  page.on("request", (r) => { if (!r.url().startsWith(baseURL) && !r.url().startsWith("data:")) foreign.push(r.url()); });
  page.on("console", (m) => { if (m.type() === "error" && !/404/.test(m.text())) errors.push(m.text()); });
  return {
    expectClean() {
      expect(foreign, "no third-party requests").toEqual([]);
      expect(errors, "no errors, and no violation of the policy").toEqual([]);
    },
  };
}
