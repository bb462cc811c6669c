import { expect, test } from "@playwright/test";
import { isSound, signInStaff } from "./people.js";

const STORY = "/de/sicherheitsgarantien-ukraine";

test("an owner makes a plan with two prices, a coupon, gives a plan, asks why, and pins a story", async ({ page }) => {
  test.setTimeout(120_000);
  await signInStaff(page, "owner@example.org");

  await page.goto("/admin/plans");
  await isSound(page);
  await page.fill("#name", "Förderkreis");
  await page.fill("#key", "circle");
  await page.getByRole("button", { name: "Abo anlegen" }).click();
  await expect(page.locator("h1")).toHaveText("Förderkreis");
  await isSound(page);

  const offer = async (amount, every) => {
    await page.fill("#amount", amount);
    await page.selectOption("#every", every);
    await page.getByRole("button", { name: "Diesen Preis anbieten" }).click();
    await expect(page.locator("[role=status]")).toBeVisible();
  };
  await page.fill("#amount", "zwölf");
  await page.getByRole("button", { name: "Diesen Preis anbieten" }).click();
  await expect(page.locator("[role=alert]")).toBeVisible();
  await expect(page.locator("#amount")).toHaveValue("zwölf");
  await expect(page.locator("#amount")).toHaveAttribute("aria-invalid", "true");
  await offer("12,50", "month");
  await offer("125", "year");
  await expect(page.locator("#prices ~ .table tbody tr")).toHaveCount(2);
  await page.fill("#name-en", "Circle");
  await page.fill("#benefits-de", "Einladungen\nWerkstattberichte");
  await page.getByLabel("Förderabo").check();
  await page.getByRole("button", { name: "Texte speichern" }).click();
  await expect(page.locator("[role=status]")).toHaveText("Gespeichert.");
  // The worker tells the payment provider; then readers can buy it.
  await expect(async () => {
    await page.reload();
    await expect(page.locator("#prices ~ .table .badge-good")).toHaveCount(2, { timeout: 500 });
  }).toPass();
  await page.goto("/de/subscribe?every=year&currency=EUR");
  await expect(page.locator("#plan-circle ~ *").filter({ hasText: "125,00" }).first()).toBeVisible();

  await page.goto("/admin/coupons");
  await isSound(page);
  await page.fill("#coupon-name", "Herbst");
  await page.fill("#code", `herbst-${Date.now()}`);
  await page.fill("#value", "25");
  await page.getByRole("button", { name: "Gutschein anlegen" }).click();
  await expect(page.locator(".table tbody tr")).toContainText(["25 %"]);
  await isSound(page);
  await page.locator(".code-line button").first().click();
  await expect(page.locator(".code-line .badge").first()).toBeVisible();

  await page.goto("/admin/members");
  await page.fill("#email", "reader@");
  await page.keyboard.press("Enter");
  await page.waitForURL(/email=reader/);
  await isSound(page);
  await page.getByRole("link", { name: "reader@example.org" }).click();
  await page.selectOption("#plan", "circle");
  await page.fill("#reason", "Preisausschreiben");
  await page.getByRole("button", { name: "Schenken", exact: true }).click();
  await expect(page.locator("#grants ~ .facts")).toContainText("Preisausschreiben");
  await isSound(page);
  await page.fill("#story", STORY);
  await page.getByRole("button", { name: "Erklären" }).click();
  await expect(page.locator(".told-open")).toContainText("Förderkreis");
  await isSound(page);
  await page.goBack();
  await page.getByRole("button", { name: "Zurücknehmen" }).first().click();
  await expect(page.locator("#grants ~ .facts")).toContainText("zurückgenommen");

  await page.goto("/admin/search/pins?locale=de");
  await page.fill("#query", "Friedensplan 2026");
  await page.fill("#story", STORY);
  await page.getByRole("button", { name: "Anheften", exact: true }).click();
  await expect(page.locator(".pins")).toContainText("friedensplan 2026");
  await isSound(page);
  await page.goto("/de/search?q=Friedensplan+2026");
  await expect(page.locator(".hit h2 a").first()).toHaveAttribute("href", STORY);
  await page.goto("/admin/search/pins?locale=de");
  await page.getByRole("button", { name: /nicht mehr anheften/ }).first().click();

  for (const path of ["/admin", "/admin/search", "/admin/search/synonyms", "/admin/billing", "/admin/billing/payments", "/admin/billing/events"]) {
    await page.goto(path);
    await isSound(page);
  }
});

test("a member asks why a story stays closed", async ({ page }) => {
  await signInStaff(page, "editor@example.org");
  await page.goto("/de/account/why");
  await isSound(page);
  await page.fill("#story", STORY);
  await page.getByRole("button", { name: "Erklären" }).click();
  await expect(page.locator(".told-open")).toContainText("Redaktion");
  await isSound(page);
});
