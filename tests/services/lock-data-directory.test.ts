import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { lockDataDirectory } from "#app/services/db/lock-data-directory.server.ts";
import { StartProblem } from "#app/services/env/read-environment.server.ts";

const NOW = new Date("2026-03-01T12:00:00Z");
let directory: string;
let file: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), "pinhigh-lock-"));
  file = path.join(directory, "lock.json");
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  rmSync(directory, { recursive: true, force: true });
});

const owner = () => JSON.parse(readFileSync(file, "utf8")) as { id: string; pid: number; host: string; born: string };

/** The start of a process in the kernel's ticks; empty where there is no /proc. */
function bornAt(pid: number): string {
  const place = `/proc/${pid}/stat`;
  return existsSync(place) ? readFileSync(place, "utf8").split(") ")[1]!.split(" ")[19]! : "";
}

async function otherProcess(): Promise<ChildProcess & { pid: number }> {
  const child = spawn(process.execPath, ["-e", "console.log(1); setInterval(() => {}, 1000)"], { stdio: ["ignore", "pipe", "ignore"] });
  children.push(child);
  await new Promise((resolve) => child.stdout.once("data", resolve));
  return child as unknown as ChildProcess & { pid: number };
}

function lockOf(pid: number, changes: object = {}): void {
  writeFileSync(file, JSON.stringify({ id: "theirs", pid, host: hostname(), started: "2026-02-28T08:00:00.000Z", born: bornAt(pid), ...changes }));
}

describe("the lock of a data folder", () => {
  it("names its owner, and goes when it is given back", () => {
    const unlock = lockDataDirectory(path.join(directory, "new", "folder"), NOW);
    file = path.join(directory, "new", "folder", "lock.json");
    expect(owner()).toMatchObject({ pid: process.pid, host: hostname(), started: NOW.toISOString() });
    unlock();
    expect(readdirSync(path.dirname(file))).toEqual([]);
  });

  it("is refused while its owner lives, in one line that names it", async () => {
    const { pid } = await otherProcess();
    lockOf(pid);
    const attempt = () => lockDataDirectory(directory, NOW);
    expect(attempt).toThrow(StartProblem);
    expect(attempt).toThrow(
      `DATA_DIR ${directory} is in use by process ${pid} on ${hostname()}, started 2026-02-28T08:00:00.000Z. Stop it, or set another DATA_DIR.`,
    );
    expect(owner().id).toBe("theirs");
    expect(readdirSync(directory)).toEqual(["lock.json"]);
  });

  it("is taken over from an owner that is dead", async () => {
    const child = await otherProcess();
    lockOf(child.pid);
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await ended;
    const unlock = lockDataDirectory(directory, NOW);
    expect(owner().pid).toBe(process.pid);
    expect(readdirSync(directory)).toEqual(["lock.json"]);
    unlock();
  });

  it("is taken over when the owner's number belongs to another process by now", async () => {
    const { pid } = await otherProcess();
    if (bornAt(pid) === "") return;
    lockOf(pid, { born: "1" });
    lockDataDirectory(directory, NOW);
    expect(owner().pid).toBe(process.pid);
  });

  it("is believed when it is of another machine, whose processes cannot be seen", () => {
    lockOf(999_999, { host: "elsewhere.example" });
    expect(() => lockDataDirectory(directory, NOW)).toThrow(/process 999999 on elsewhere\.example/);
    expect(owner().id).toBe("theirs");
  });

  it.each(["", "{", '{"id":"theirs","pid":', "[]", "null", '{"pid":"x"}', "\u0000\u0000\u0000"])("is nobody's when it was cut short: %j", (content) => {
    writeFileSync(file, content);
    lockDataDirectory(directory, NOW);
    expect(owner().pid).toBe(process.pid);
  });

  it("is not taken from a successor by a predecessor that ends late", () => {
    const unlock = lockDataDirectory(directory, NOW);
    lockOf(1, { id: "successor" });
    unlock();
    expect(owner().id).toBe("successor");
  });

  it("says what is wrong with a folder that is none", () => {
    writeFileSync(path.join(directory, "plain"), "");
    expect(() => lockDataDirectory(path.join(directory, "plain"), NOW)).toThrow(/^DATA_DIR .*plain cannot be used: /);
  });
});

describe("processes that want the same folder at the same moment", () => {
  const CONTENDERS = 6;
  let script: string;
  let scripts: string;
  beforeAll(async () => {
    scripts = mkdtempSync(path.join(tmpdir(), "pinhigh-contender-"));
    script = path.join(scripts, "contender.mjs");
    await build({
      stdin: {
        resolveDir: process.cwd(),
        loader: "ts",
        contents: `
          import { lockDataDirectory } from "./app/services/db/lock-data-directory.server.ts";
          console.log("waiting");
          process.stdin.once("data", () => {
            try { lockDataDirectory(process.argv[2]!, new Date()); console.log("mine"); }
            catch (error) { console.log("refused: " + (error as Error).message); }
          });`,
      },
      outfile: script,
      bundle: true,
      platform: "node",
      format: "esm",
    });
  });
  afterAll(() => rmSync(scripts, { recursive: true, force: true }));

  async function contend(): Promise<string[]> {
    const contenders = Array.from({ length: CONTENDERS }, () => {
      const child = spawn(process.execPath, [script, directory], { stdio: ["pipe", "pipe", "inherit"] });
      children.push(child);
      const words: string[] = [];
      const heard = new Map<number, () => void>();
      let text = "";
      child.stdout.on("data", (chunk: Buffer) => {
        text += chunk.toString();
        words.splice(0, words.length, ...text.split("\n").slice(0, -1));
        heard.get(words.length)?.();
      });
      const word = (n: number) => new Promise<string>((resolve) => (words[n - 1] ? resolve(words[n - 1]!) : heard.set(n, () => resolve(words[n - 1]!))));
      return { child, word };
    });
    await Promise.all(contenders.map(({ word }) => word(1)));
    for (const { child } of contenders) child.stdin.write("go\n");
    const said = await Promise.all(contenders.map(({ word }) => word(2)));
    const winner = contenders[said.indexOf("mine")];
    if (winner) expect(owner().pid).toBe(winner.child.pid);
    return said;
  }

  it.each([
    ["is free", () => rmSync(file, { force: true })],
    ["was left by a dead process", () => lockOf(999_999, { born: "1" })],
    ["was left by one that died while it wrote", () => writeFileSync(file, '{"id":')],
  ])("one gets it when it %s", async (_, leave) => {
    for (let round = 0; round < 3; round++) {
      mkdirSync(directory, { recursive: true });
      leave();
      const said = await contend();
      expect(said.filter((word) => word === "mine")).toHaveLength(1);
      expect(said.filter((word) => /^refused: DATA_DIR .* is in use by (process \d+ on |a process that is just starting)/.test(word))).toHaveLength(
        CONTENDERS - 1,
      );
      expect(readdirSync(directory)).toEqual(["lock.json"]);
      for (const child of children.splice(0)) child.kill("SIGKILL");
    }
  });
});
