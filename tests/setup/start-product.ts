import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { copyReadyDatabase } from "./ready-database.ts";

/** What the product signs sessions with. */
export const TEST_SECRET = "a secret of the tests, long enough";

export type Product = {
  url: string;
  port: number;
  dataDirectory: string;
  process: ChildProcess;
  /** Everything printed so far. */
  output(): string;
  /** Ends it with the signal and resolves with its exit code (null when the signal ended it). */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
};

export type ProductSettings = { port?: number; dataDirectory?: string; contentDirectory?: string; env?: Record<string, string> };

/** Starts the built product as a process of its own, on a free port and a data folder of its own, and waits until it is ready. */
export async function startProduct(settings: ProductSettings = {}): Promise<Product> {
  const product = await launchProduct(settings);
  await product.ready;
  return product;
}

/** The same without waiting for it: `ready` rejects with what was printed when the process ends first. */
export async function launchProduct({ port: wanted, dataDirectory: given, contentDirectory, env = {} }: ProductSettings = {}): Promise<
  Product & { ready: Promise<void> }
> {
  const port = wanted ?? (await freePort());
  const dataDirectory = given ?? mkdtempSync(path.join(tmpdir(), "pinhigh-test-"));
  if (!given) copyReadyDatabase(dataDirectory);
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, ["scripts/serve.mjs", ...(contentDirectory ? ["--content", contentDirectory] : [])], {
    env: {
      NODE_ENV: "production",
      PATH: process.env["PATH"],
      HOME: process.env["HOME"],
      PORT: String(port),
      APP_URL: url,
      DATA_DIR: dataDirectory,
      SESSION_SECRET: TEST_SECRET,
      LOG_LEVEL: "warn",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  const ready = new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes("Pinhigh is ready at")) resolve();
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("exit", () => reject(new Error(printed)));
  });
  // Whoever launches without waiting looks at the exit code instead.
  ready.catch(() => undefined);
  return {
    url,
    port,
    dataDirectory,
    process: child,
    ready,
    output: () => printed,
    stop: (signal = "SIGTERM") =>
      new Promise((resolve) => {
        const ended = (code: number | null) => {
          if (!given) rmSync(dataDirectory, { recursive: true, force: true });
          resolve(code);
        };
        if (child.exitCode !== null || child.signalCode !== null) return ended(child.exitCode);
        child.once("exit", ended);
        child.kill(signal);
      }),
  };
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}
