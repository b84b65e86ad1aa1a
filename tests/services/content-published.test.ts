import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadContent } from "#app/services/content/load-content.server.ts";
import { contentReport } from "../../scripts/content/content-report.ts";
import { type ContentTree, validContentTree, withContentTree } from "../factories/content-tree.ts";
import { all, type Case, DESK, DOOR, type Edit, problemsIn, remove, replace, SHOP } from "../fixtures/content-mistakes.ts";

const RECORD = "assessments/shop/published.yaml";

/** Runs `npm run content:publish` on a folder: its exit code and what it printed. */
function publish(directory: string): { code: number | null; lines: string[] } {
  const { status, stdout } = spawnSync(process.execPath, ["scripts/run.mjs", "scripts/content-publish.ts", directory], { encoding: "utf8" });
  return { code: status, lines: stdout.trimEnd().split("\n") };
}

/** The valid tree as it stands after it was published. */
const published = withContentTree(validContentTree(), (directory): ContentTree => {
  expect(publish(directory)).toEqual({ code: 0, lines: ["shop: version 1 recorded"] });
  return { ...validContentTree(), [RECORD]: readFileSync(join(directory, RECORD), "utf8") };
});

function afterPublishing<T>(edit: Edit, use: (directory: string) => T): T {
  const tree = { ...published };
  edit(tree);
  return withContentTree(tree, use);
}

const SINCE = "since version 1 was published";
const OTHER_SCORE = "the same answers would get another score";

describe("what was published", () => {
  it("is written one line an item, and found well", () => {
    expect(published[RECORD]).toBe(`# Written by npm run content:publish. Do not edit: it says how earlier answers were scored.
slug: shop
versions:
  - version: 1
    cuts: [0, 20, 40, 60, 80]
    dimensions:
      - {id: door, weight: 1, critical: true}
      - {id: desk, weight: 2, critical: false}
    items:
      - {id: greeting, dimension: door, kind: single, weight: 1, options: {never: 0, when-asked: 0.5, within-minute: 1}}
      - {id: signs, dimension: door, kind: multi, weight: 1.5, options: {street: 0.4, hall: 0.6, all-signs: 1, no-signs: 0}, all: all-signs, exclusive: no-signs}
      - {id: wait, dimension: desk, kind: scale, weight: 1, min: 0, max: 4}
      - {id: help, dimension: desk, kind: single, weight: 1, options: {at-once: 1, later: 0.3, not-at-all: 0}}
`);
    expect(withContentTree(published, problemsIn)).toEqual([]);
  });

  it.each<Case>([
    [
      "a value",
      replace(DOOR, "label: When the visitor asks, value: 0.5", "label: When the visitor asks, value: 0.4"),
      [DOOR, 13, `the value of option "when-asked" of item "greeting" has changed from 0.5 to 0.4 ${SINCE}: ${OTHER_SCORE}`],
    ],
    [
      "the weight of an item",
      replace(DOOR, "weight: 1.5", "weight: 2"),
      [DOOR, 18, `the weight of item "signs" has changed from 1.5 to 2 ${SINCE}: ${OTHER_SCORE}`],
    ],
    [
      "the weight of a dimension",
      replace(SHOP, "weight: 2", "weight: 3"),
      [SHOP, 20, `the weight of dimension "desk" has changed from 2 to 3 ${SINCE}: ${OTHER_SCORE}`],
    ],
    [
      "the direction of a scale",
      replace(DESK, "max: 4", "max: 4\n    reverse: true"),
      [DESK, 13, `reverse of item "wait" has changed from false to true ${SINCE}: ${OTHER_SCORE}`],
    ],
  ])("may not change %s without another version", (_, edit, ...expected) => {
    const found = afterPublishing(edit, problemsIn);
    expect(found.map(({ file, line, message }) => [file, line, message])).toEqual(expected);
    for (const { fix } of found)
      expect(fix).toMatch(/^undo it, or write version: 2 and run npm run content:publish; of 4 published items [34] stay comparable$/);
  });

  it("may be worded anew", () => {
    expect(afterPublishing(replace(DOOR, "text: When is a visitor greeted?", "text: How soon is a visitor greeted?"), problemsIn)).toEqual([]);
  });

  it("may change with another version, which is recorded beside the earlier one", () => {
    const edit = all(replace(DOOR, "weight: 1.5", "weight: 2"), replace(SHOP, "version: 1", "version: 2"));
    afterPublishing(edit, (directory) => {
      expect(problemsIn(directory)).toEqual([]);
      expect(publish(directory)).toEqual({ code: 0, lines: ["shop: version 2 recorded"] });
      const text = readFileSync(join(directory, RECORD), "utf8");
      expect(text.startsWith(published[RECORD]!)).toBe(true);
      expect(text.slice(published[RECORD]!.length)).toMatch(/^ {2}- version: 2\n[^]*id: signs, dimension: door, kind: multi, weight: 2,/);
      expect(problemsIn(directory)).toEqual([]);
      expect(publish(directory)).toEqual({ code: 0, lines: ["1 assessment was recorded already"] });
      expect(readFileSync(join(directory, RECORD), "utf8")).toBe(text);
    });
  });

  it("may not go back to a lower version", () => {
    const edit: Edit = (tree) => (tree[RECORD] = tree[RECORD]!.replace("version: 1", "version: 3"));
    expect(afterPublishing(edit, problemsIn)).toEqual([
      { file: SHOP, line: 2, message: "version 1 is lower than the published version 3", fix: "write version: 3, or 4 when the questions have changed" },
    ]);
  });

  it("is not taken over with a copied folder", () => {
    const edit: Edit = (tree) => (tree[RECORD] = tree[RECORD]!.replace("slug: shop", "slug: mall"));
    expect(afterPublishing(edit, problemsIn)).toEqual([
      {
        file: RECORD,
        line: 2,
        message: 'this is the record of "mall", the folder is called shop',
        fix: "delete the file; npm run content:publish writes another",
      },
    ]);
  });

  it("is refused where its versions do not rise", () => {
    const again = published[RECORD]!.slice(published[RECORD]!.indexOf("  - version: 1"));
    const problems = afterPublishing((tree) => (tree[RECORD] += again), problemsIn);
    expect(problems.map(({ file, line, message }) => [file, line, message])).toEqual([[RECORD, 3, "versions: the versions must rise"]]);
  });

  it("may be missing: then it was never published, and the check says so", () => {
    const saidAfter = (edit: Edit) => afterPublishing(edit, (directory) => contentReport(directory, loadContent(directory)).slice(1));
    expect(saidAfter(() => {})).toEqual([]);
    expect(saidAfter(all(remove(RECORD), replace(DOOR, "weight: 1.5", "weight: 2")))).toEqual(["Not published yet: shop version 1 (npm run content:publish)"]);
    expect(saidAfter(replace(SHOP, "version: 1", "version: 2"))).toEqual(["Not published yet: shop version 2 (npm run content:publish)"]);
  });
});

describe("npm run content:publish", () => {
  it("writes nothing while the check finds problems", () => {
    const tree = validContentTree();
    replace(SHOP, "minutes: 2", "minutes: 0")(tree);
    withContentTree(tree, (directory) => {
      const { code, lines } = publish(directory);
      expect(code).toBe(1);
      expect(lines.slice(1)).toEqual([`1 problem in ${directory}`, "Nothing was published."]);
      expect(lines[0]).toContain(`${SHOP}:7  minutes: Too small`);
      expect(existsSync(join(directory, RECORD))).toBe(false);
    });
  });

  it("does not publish over a change that breaks the comparison", () => {
    afterPublishing(replace(DOOR, "weight: 1.5", "weight: 2"), (directory) => {
      expect(publish(directory).code).toBe(1);
      expect(readFileSync(join(directory, RECORD), "utf8")).toBe(published[RECORD]);
    });
  });

  it("says what is wrong with a folder that is not there", () => {
    const nowhere = join(mkdtempSync(join(tmpdir(), "pinhigh-nowhere-")), "content");
    expect(publish(nowhere)).toMatchObject({ code: 1 });
    rmSync(join(nowhere, ".."), { recursive: true });
  });
});
