import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseDocument, visit } from "yaml";
import { runsAmong, shinglesOf, wordRuns } from "../../scripts/content/shingles.ts";
import { withContentTree } from "../factories/content-tree.ts";

/** Every run of eight words that a text of the folder shares with the sources, as `file: words`. Translations are YAML as well. */
function sharedRuns(directory: string, shingles: Buffer): string[] {
  const files = readdirSync(directory, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".yaml"));
  return files.flatMap((file) => {
    const found: string[] = [];
    visit(parseDocument(readFileSync(join(directory, file), "utf8")), {
      Scalar: (_key, { value }) => {
        if (typeof value === "string") found.push(...runsAmong(shingles, value).map((words) => `${file}: ${words}`));
      },
    });
    return found;
  });
}

describe("the sources", () => {
  const shingles = readFileSync(join(import.meta.dirname, "../fixtures/source-shingles.bin"));

  it("are there as hashes, each once and in order", () => {
    const hashes = shingles.toString("hex").match(/.{12}/g)!;
    expect(hashes.length).toBeGreaterThan(20_000);
    expect(hashes).toEqual([...new Set(hashes)].sort());
    expect(shingles.length).toBe(6 * hashes.length);
  });

  it("lend the content no run of eight words", () => {
    expect(sharedRuns("content", shingles)).toEqual([]);
  });
});

describe("the comparison", () => {
  // `printf 'the quick grey heron counts seven silver reeds' | sha256sum`, and the same of "a lighthouse keepers dog never asks for directions".
  const planted = Buffer.from("4da3fe5aed5165ece9ac06c1", "hex");

  it("finds a planted run in any file and any text, whatever its capitals, marks and line breaks", () => {
    const tree = {
      "assessments/a/questions/b.yaml": `items:\n  - {text: "Why, THE quick grey\\theron counts: seven silver reeds, and more"}\n`,
      "kpis/k.fi.yaml": "pitfall: >-\n  It is said that “A lighthouse keeper’s dog\n  never asks for directions”.\n",
      "kpis/l.yaml": "pitfall: The quick grey heron counts seven golden reeds\ntitle: a lighthouse keepers dog\nowner: never asks for directions\n",
    };
    expect(withContentTree(tree, (directory) => sharedRuns(directory, planted)).sort()).toEqual([
      "assessments/a/questions/b.yaml: the quick grey heron counts seven silver reeds",
      "kpis/k.fi.yaml: a lighthouse keepers dog never asks for directions",
    ]);
  });

  it("makes its fixture in order, each run once", () => {
    const texts = [
      "The quick grey heron counts seven silver reeds.",
      "“A lighthouse keeper's dog never asks for directions”",
      "the quick grey heron counts seven silver REEDS",
    ];
    expect(shinglesOf(texts).equals(planted)).toBe(true);
  });

  it("takes every run of eight words, and none of a shorter text", () => {
    expect(wordRuns("one two three four five six seven")).toEqual([]);
    expect(wordRuns("1 two three four five six seven eight—nine")).toEqual([
      "1 two three four five six seven eight",
      "two three four five six seven eight nine",
    ]);
  });
});
