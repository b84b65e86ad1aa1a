import { existsSync } from "node:fs";
import { chromium, defineConfig } from "@playwright/test";

const system = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const executablePath = process.env["CHROMIUM_PATH"] ?? (existsSync(chromium.executablePath()) ? undefined : system.find((path) => existsSync(path)));
const asRoot = process.getuid?.() === 0;
const port = Number(process.env["E2E_PORT"] ?? 4173);
/** One process at a time may use a data folder: two runs side by side need one each. */
const dataDirectory = process.env["E2E_DATA_DIR"] ?? ".cache/e2e-data";
const quiet = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  reporter: [["list"], ["json", { outputFile: "reports/e2e.json" }]],
  use: {
    baseURL: `http://localhost:${port}`,
    launchOptions: { executablePath, args: [...quiet, ...(asRoot ? ["--no-sandbox"] : [])] },
    // A trace of every run, kept or not, doubles the time; `--trace on` makes one of a single test.
    trace: "off",
    screenshot: "only-on-failure",
  },
  webServer: {
    command: "node scripts/start.mjs",
    url: `http://localhost:${port}/readyz`,
    env: { PORT: String(port), DATA_DIR: dataDirectory, LOG_LEVEL: "warn", APP_URL: `http://localhost:${port}`, DATABASE_URL: "" },
    timeout: 180_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
  },
});
