import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const REQUIREMENTS = path.resolve("scripts/requirements.mjs");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "pinhigh-packages-"));
  writeFileSync(path.join(folder, "package.json"), "{}");
  writeFileSync(path.join(folder, "package-lock.json"), "{}");
  // Stands where npm would be, and writes down what it was asked.
  mkdirSync(path.join(folder, "bin"));
  const npm = path.join(folder, "bin/npm");
  writeFileSync(npm, '#!/bin/sh\necho "$@" >> asked\n');
  chmodSync(npm, 0o755);
});
afterEach(() => rmSync(folder, { recursive: true }));

function requirePackages(): string[] {
  const { status, stderr } = spawnSync(process.execPath, ["-e", `import(${JSON.stringify(REQUIREMENTS)}).then((m) => m.requirePackages())`], {
    cwd: folder,
    env: { PATH: `${path.join(folder, "bin")}:${process.env["PATH"]}`, NODE_ENV: "production" },
    encoding: "utf8",
  });
  expect([status, stderr]).toEqual([0, ""]);
  const asked = path.join(folder, "asked");
  return existsSync(asked) ? readFileSync(asked, "utf8").trim().split("\n") : [];
}

describe("installing what the lock file names", () => {
  it("brings the development packages, which building needs, also where NODE_ENV says production", () => {
    expect(requirePackages()).toEqual([expect.stringMatching(/^install .*--include=dev/)]);
  });

  it("is done once, and again when the lock file has changed", () => {
    requirePackages();
    expect(requirePackages()).toHaveLength(1);
    writeFileSync(path.join(folder, "package-lock.json"), "{ }");
    expect(requirePackages()).toHaveLength(2);
  });
});
