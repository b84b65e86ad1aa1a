import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");
const filesIn = (folder: string) => readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`);

/** Where the content check says what is wrong; some rooms of the domain speak of plans and results instead. */
const SPEAKING = [...filesIn("app/domain"), ...filesIn("app/services/content")].filter(
  (file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !/check-plan|planning-instance|\/(scoring|report)\//.test(file),
);
const TESTS = [...filesIn("app/domain"), ...filesIn("tests")].filter(
  (file) => file.endsWith(".ts") && (file.endsWith(".test.ts") || file.includes("fixtures/")),
);

/** A message begins in one of these ways; those of zod itself are not ours. */
const SAID =
  /(?:message: |const message =\s+|forbid\(\w+, |refine\((?:(?!refine\().)*?, |say\(\[[^\]]*\],\s+|wrongKind = .*?message: )(["`])((?:(?!\1).)+)\1/gs;

/** The longest part of a message that is the same in each: its words between the values. */
function wordsOf(message: string): string {
  const fixed = message.split(/\$\{(?:[^{}]|\{[^}]*\})*\}/).map((part) => part.replaceAll("\\", ""));
  return fixed.reduce((longest, part) => (part.length > longest.length ? part : longest), "").replaceAll(/^\W+|\W+$/g, "");
}

describe("every message of the content check", () => {
  const said = SPEAKING.flatMap((file) => [...read(file).matchAll(SAID)].map(([, , message]) => ({ file, words: wordsOf(message!) }))).filter(
    // One that only passes another on has no words of its own.
    ({ words }) => words.replaceAll(/[^a-z]/gi, "").length > 3,
  );

  it("is found in the code", () => {
    expect(said.length).toBeGreaterThan(40);
    const found = said.map(({ words }) => words);
    for (const words of ["name the effort of at least one pool", "this key stands twice", "can be raised by no initiative"]) {
      expect(
        found.some((one) => one.includes(words)),
        words,
      ).toBe(true);
    }
  });

  it("is expected by a test", () => {
    const expected = TESTS.filter((file) => !file.endsWith("content-messages.test.ts"))
      .map((file) => read(file).replaceAll("\\", ""))
      .join("\n");
    expect(said.filter(({ words }) => !expected.includes(words))).toEqual([]);
  });
});
