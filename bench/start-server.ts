import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** The benchmarks' own ports, so that they can run beside a product on its usual one. */
const FIRST_PORT = 4240;
const PORTS = 20;
let started = 0;

export function nextPort(): number {
  return FIRST_PORT + (started++ % PORTS);
}

export type Server = { origin: string; stop(): Promise<void> };

/** Starts the built product as a process of its own, on a data folder of its own unless one is given, behind one proxy. */
export async function startServer({ dataDirectory, env = {} }: { dataDirectory?: string; env?: Record<string, string> } = {}): Promise<Server> {
  const directory = dataDirectory ?? temporaryDirectory();
  const port = nextPort();
  const origin = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ["scripts/serve.mjs"], {
    env: {
      NODE_ENV: "production",
      PATH: process.env["PATH"],
      PORT: String(port),
      APP_URL: origin,
      DATA_DIR: directory,
      LOG_LEVEL: "warn",
      TRUSTED_PROXY_HOPS: "1",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const stop = async () => {
    await ended(child);
    if (!dataDirectory) rmSync(directory, { recursive: true, force: true });
  };
  try {
    await whenPrinted(child, "Pinhigh is ready at");
  } catch (error) {
    await stop();
    throw error;
  }
  return { origin, stop };
}

export function temporaryDirectory(): string {
  return mkdtempSync(path.join(tmpdir(), "pinhigh-bench-"));
}

/** @throws what was printed, when the process ends without having printed it */
export function whenPrinted(child: ChildProcess, text: string): Promise<void> {
  let printed = "";
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes(text)) resolve();
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("exit", () => reject(new Error(printed)));
  });
}

export function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}
