import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";

const port = process.env.GAZETTE_TEST_PORT ?? "8977";
const second = String(Number(port) + 1);
process.env.GAZETTE_TEST_SECOND = `http://127.0.0.1:${second}`;
// The third is for those who change its settings: its folder is known.
const third = String(Number(port) + 2);
process.env.GAZETTE_TEST_THIRD = `http://127.0.0.1:${third}`;
// Stands in for a service that drafts translations.
const machine = String(Number(port) + 3);
process.env.GAZETTE_TEST_THIRD_DATA ??= mkdtempSync(join(tmpdir(), "gazette-browser-"));
const target = process.env.CARGO_TARGET_DIR ?? "../../target";

export default defineConfig({
  testDir: ".",
  timeout: 60_000,
  workers: 2,
  fullyParallel: true,
  reporter: "list",
  grepInvert: process.env.SHOTS ? undefined : /@shots/,
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
    },
  },
  // The second is for those who move its time, and so is the third.
  webServer: [
    { command: `node machine.js ${machine}`, url: `http://127.0.0.1:${machine}/` },
    ...[port, second, third].map((port) => ({
      command: `${target}/debug/gazette demo --listen 127.0.0.1:${port}${port === third ? ` --data-dir ${process.env.GAZETTE_TEST_THIRD_DATA}` : ""}`,
      url: `http://127.0.0.1:${port}/readyz`,
      timeout: 60_000,
      env: {
        GAZETTE_LOG__LEVEL: "warn",
        GAZETTE_TRANSLATION__PROTOCOL: "libretranslate",
        GAZETTE_TRANSLATION__BASE_URL: `http://127.0.0.1:${machine}`,
      },
    })),
  ],
});
