import { spawn } from "node:child_process";

/** `unchecked`: the scanner could not say, which counts as no. */
export type Scan = "clean" | "infected" | "unchecked";
export type ScanFile = (content: Uint8Array) => Promise<Scan>;
export type ScannerSettings = {
  /** A program and its arguments, by which the installation has files looked at; null: none is. */
  command: readonly [string, ...string[]] | null;
  timeLimitMs: number;
  log: { error(details: object, message: string): void };
};

/** Characters of what a scanner says that go into the log. */
const SAID = 500;
const LAST_WORDS_MS = 250;

/**
 * Has every file looked at by a program of the installation's, without a shell: the file is on its standard input, and its exit code says 0: clean, 1: infected. Anything else, a
 * program that cannot be started, and one that takes too long (which is ended) leave the file unchecked.
 */
export function createScanner({ command, timeLimitMs, log }: ScannerSettings): ScanFile {
  if (command === null) return () => Promise.resolve("clean");
  const [program, ...words] = command;
  return (content) =>
    new Promise((resolve) => {
      let said = "";
      let isOver = false;
      const end = (scan: Scan, why?: object) => {
        if (isOver) return;
        isOver = true;
        if (scan === "unchecked") log.error({ program, said: said.slice(0, SAID), ...why }, "a file could not be scanned");
        resolve(scan);
      };
      const scanner = spawn(program, words, { stdio: ["pipe", "ignore", "pipe"], timeout: timeLimitMs, killSignal: "SIGKILL" });
      scanner.stderr.on("data", (chunk: Buffer) => (said = (said + chunk.toString()).slice(0, SAID)));
      scanner.on("error", (err) => end("unchecked", { err }));
      scanner.on("exit", (code, signal) => {
        const told = () => end(code === 0 ? "clean" : code === 1 ? "infected" : "unchecked", { code, signal });
        // What it said last may still be on its way; something that it started may hold the line open for long.
        scanner.once("close", told);
        setTimeout(told, LAST_WORDS_MS).unref();
      });
      // One that has seen enough reads no further.
      scanner.stdin.on("error", () => undefined);
      scanner.stdin.end(content);
    });
}
