import { spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { isSound, signInStaff, watched } from "./people.js";

// Browsers keep passkeys for names, and the demo's is localhost.
const local = `http://localhost:${process.env.GAZETTE_TEST_PORT ?? "8977"}`;
const PASSWORD = "correct horse battery clip";

/** The six digits of a secret (RFC 6238), so many steps from now. */
function oneTimeCode(secret, steps = 0) {
  const bits = [...secret.replace(/\s/g, "")].map((c) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const hash = createHmac("sha1", key).update(counter).digest();
  const offset = hash[19] & 15;
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/** A device that keeps passkeys and always knows its holder. */
async function device(page) {
  const client = await page.context().newCDPSession(page);
  await client.send("WebAuthn.enable");
  const options = { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true };
  await client.send("WebAuthn.addVirtualAuthenticator", { options });
}

const shot = async (page, name) => {
  if (process.env.SHOTS) await page.screenshot({ path: `../../shots/staff-${name}.jpg`, type: "jpeg", quality: 70, fullPage: true });
};

test("somebody is invited, adds a passkey, and signs in with it", async ({ browser }) => {
  test.setTimeout(120_000);
  const email = `marta-${Date.now()}@example.org`;
  const owner = await (await browser.newContext({ baseURL: local, locale: "de-DE" })).newPage();
  await signInStaff(owner, "owner@example.org");
  await owner.goto("/admin/staff");
  await isSound(owner);
  await owner.fill("#email", email);
  await owner.selectOption("#role", "author");
  await owner.getByLabel("Deutsch").check();
  await owner.getByRole("button", { name: "Einladung senden" }).click();
  await expect(owner.locator("[role=status]")).toBeVisible();
  await shot(owner, "people");
  let link;
  await expect(async () => {
    await owner.goto("/dev/mailbox");
    const mail = await owner.locator(".messages li", { hasText: email }).first().innerText({ timeout: 500 });
    [link] = mail.match(/\/admin\/invitation\?\S+/);
  }).toPass();

  const context = await browser.newContext({ baseURL: local, locale: "de-DE" });
  const page = await context.newPage();
  await device(page);
  await page.goto(link);
  await isSound(page);
  await shot(page, "invitation");
  await page.fill("#name", "Marta Kovács");
  await page.fill("#password", "short");
  await page.locator("#password").evaluate((input) => input.removeAttribute("minlength"));
  await page.getByRole("button", { name: "Einladung annehmen" }).click();
  await expect(page.locator("[role=alert]")).toBeVisible();
  await expect(page.locator("#name")).toHaveValue("Marta Kovács");
  await isSound(page);
  // From here on: a browser counts the refusal itself (422) among its errors.
  const seen = watched(page, local);
  await page.fill("#password", PASSWORD);
  await page.getByRole("button", { name: "Einladung annehmen" }).click();
  await page.waitForURL((url) => url.pathname === "/admin");

  await page.goto("/admin/security/passkey");
  await isSound(page);
  await page.fill("#passkey-name", "Arbeitslaptop");
  await page.getByRole("button", { name: "Passkey hinzufügen" }).click();
  await page.waitForURL(/done=passkey-first/);
  await expect(page.locator("#second ~ .facts")).toContainText("Arbeitslaptop");
  await isSound(page);
  await shot(page, "security");
  await page.getByRole("button", { name: "Neue Codes erzeugen" }).click();
  await expect(page.locator(".recovery-codes li")).toHaveCount(10);
  await isSound(page);
  await shot(page, "codes");

  await page.goto("/admin/security");
  await page.getByRole("button", { name: "Abmelden" }).click();
  await page.waitForURL(/sign-in/);
  await isSound(page);
  await shot(page, "sign-in");
  await page.getByRole("button", { name: "Passkey benutzen" }).click();
  await page.waitForURL((url) => url.pathname === "/admin");

  await page.goto("/admin/security");
  await page.getByRole("button", { name: "Abmelden" }).click();
  await page.fill("#email", email);
  await page.fill("#password", PASSWORD);
  await page.locator("main form button[type=submit]").click();
  await page.waitForURL(/sign-in\/factor/);
  await isSound(page);
  await shot(page, "factor");
  await page.getByRole("button", { name: "Passkey benutzen" }).click();
  await page.waitForURL((url) => url.pathname === "/admin");
  seen.expectClean();

  await owner.goto(`/admin/audit?who=${email}`);
  await expect(owner.locator("tbody")).toContainText("passkey-added");
  await isSound(owner);
  await shot(owner, "audit");
  await owner.goto("/admin/staff");
  await owner.getByRole("link", { name: "Marta Kovács" }).first().click();
  await isSound(owner);
  await shot(owner, "person");
  await owner.getByRole("button", { name: "Aus der Redaktion entfernen" }).click();
  await expect(owner.locator("[role=status]")).toBeVisible();
});

test("a publication begins on an empty folder", async ({ browser }) => {
  test.setTimeout(120_000);
  const target = process.env.CARGO_TARGET_DIR ?? "../../target";
  const folder = mkdtempSync(join(tmpdir(), "gazette-setup-"));
  const server = spawn(`${target}/debug/gazette`, ["serve", "--listen", "127.0.0.1:0", "--data-dir", folder], { env: { ...process.env, GAZETTE_LOG__LEVEL: "error" } });
  try {
    const address = await new Promise((found) => {
      let out = "";
      server.stdout.on("data", (text) => {
        out += text;
        const line = out.match(/set-up: (\S+)[\s\S]*listening on/);
        if (line) found(line[1]);
      });
    });
    const page = await (await browser.newContext({ locale: "de-DE" })).newPage();
    const root = new URL(address).origin;
    await page.goto(`${root}/`);
    await expect(page.locator("h1")).toHaveText("Diese Website wird gerade eingerichtet");
    await isSound(page);
    await page.goto(address);
    await expect(page.locator("h1")).toHaveText("Hier beginnt Ihre Publikation");
    await isSound(page);
    await shot(page, "setup");
    await page.getByRole("link", { name: "English" }).click();
    await expect(page.locator("h1")).toHaveText("Your publication begins here");
    await page.setViewportSize({ width: 390, height: 844 });
    await isSound(page);
    await shot(page, "setup-phone");
    await page.getByRole("link", { name: "العربية" }).click();
    await isSound(page);
    await shot(page, "setup-ar");
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(address);
    await page.fill("#name", "Der Hafen");
    await page.fill("#tagline", "Neues vom Wasser");
    await page.getByLabel("English").check();
    await page.selectOption("#time-zone", "Europe/Berlin");
    await page.fill("#email", "owner@example.org");
    await page.fill("#password", "passwordpassword");
    await page.getByRole("button", { name: "Beginnen" }).click();
    await expect(page.locator("[role=alert]")).toContainText("zuerst probiert");
    await expect(page.locator("#time-zone")).toHaveValue("Europe/Berlin");
    await page.fill("#password", PASSWORD);
    await page.getByRole("button", { name: "Beginnen" }).click();
    await page.waitForURL(/security\/factor/);
    await isSound(page);
    await shot(page, "choose-factor");
    await page.getByRole("link", { name: "Einrichten Codes aus einer App" }).click();
    await isSound(page);
    await shot(page, "totp");
    await page.setViewportSize({ width: 390, height: 844 });
    await isSound(page);
    await shot(page, "totp-phone");
    const secret = await page.locator("[data-secret]").innerText();
    await page.fill("#code", "000000");
    await page.getByRole("button", { name: "Bestätigen" }).click();
    await expect(page.locator("#code")).toHaveAttribute("aria-invalid", "true");
    await page.fill("#code", oneTimeCode(secret));
    await page.getByRole("button", { name: "Bestätigen" }).click();
    await expect(page.locator(".recovery-codes li")).toHaveCount(10);
    await isSound(page);
    await page.getByRole("link", { name: "Ich habe sie aufbewahrt" }).click();
    await expect(page.locator(".first-steps")).toContainText("Andere einladen");
    await isSound(page);
    await shot(page, "first-steps-phone");
  } finally {
    server.kill();
  }
});
