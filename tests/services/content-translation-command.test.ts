import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadContent } from "#app/services/content/load-content.server.ts";
import { type ContentTree, validContentTree, withContentTree } from "../factories/content-tree.ts";
import { translatedContentTree } from "../factories/translated-tree.ts";
import { add, DESK, type Edit, READINGS, replace, SHOP } from "../fixtures/content-mistakes.ts";

const SHOP_FI = "assessments/shop/assessment.fi.yaml";
const DOOR_FI = "assessments/shop/questions/door.fi.yaml";
const DESK_FI = "assessments/shop/questions/desk.fi.yaml";
const READINGS_FI = "assessments/shop/readings.fi.yaml";
const GREET_FI = "initiatives/people/greet-first.fi.yaml";
const QUEUE_FI = "initiatives/process/shorter-queue.fi.yaml";
const KPI_FI = "kpis/queue-time.fi.yaml";
const EXAMPLE_FI = "assessments/shop/example.fi.yaml";

/** A content folder on which `npm run content:translation` can be run. */
type Desk = {
  run(...args: string[]): { code: number | null; lines: string[] };
  read(file: string): string;
  write(file: string, text: string): void;
  has(file: string): boolean;
  /** The entries that are not translated as they should be, as `state key`. */
  open(subject: string): string[];
};

function withDesk(tree: ContentTree, use: (desk: Desk) => void): void {
  withContentTree(tree, (directory) =>
    use({
      run: (...args) => {
        const { status, stdout } = spawnSync(process.execPath, ["scripts/run.mjs", "scripts/content-translation.ts", "--content", directory, ...args], {
          encoding: "utf8",
        });
        return { code: status, lines: stdout.trimEnd().replaceAll(`${directory}/`, "").split("\n") };
      },
      read: (file) => readFileSync(join(directory, file), "utf8"),
      write: (file, text) => writeFileSync(join(directory, file), text),
      has: (file) => existsSync(join(directory, file)),
      open: (subject) => {
        const loaded = loadContent(directory);
        if ("problems" in loaded) throw new Error(JSON.stringify(loaded.problems));
        const entries = loaded.translations.find((t) => t.subject === subject)!.entries;
        return entries.filter(({ state }) => state !== "translated").map(({ state, key }) => `${state} ${key}`);
      },
    }),
  );
}

function changed(tree: ContentTree, ...edits: Edit[]): ContentTree {
  const copy = { ...tree };
  for (const edit of edits) edit(copy);
  return copy;
}

describe("npm run content:translation", () => {
  it("writes every file that is missing: the English above each empty text", () => {
    withDesk(validContentTree(), ({ run, read, open }) => {
      expect(run("shop", "fi")).toEqual({
        code: 0,
        lines: [
          `${SHOP_FI}: 8 entries to be translated`,
          `${DOOR_FI}: 2 entries to be translated`,
          `${DESK_FI}: 2 entries to be translated`,
          `${READINGS_FI}: 6 entries to be translated`,
          `${EXAMPLE_FI}: 1 entry to be translated`,
        ],
      });
      expect(read(DESK_FI)).toBe(`items:
  wait:
    source: "863ab709aa88"
    # How short is the queue?
    text: ""
    # Waiting costs patience.
    why: ""
    # A count.
    evidence: ""
    # Round the block
    minLabel: ""
    # No queue
    maxLabel: ""
  help:
    source: "1190e9bedb4c"
    # When does somebody help?
    text: ""
    # Help is what people come for.
    why: ""
    # A visit.
    evidence: ""
    options:
      # At once
      at-once: ""
      # Later
      later: ""
      # Not at all
      not-at-all: ""
`);
      expect(read(SHOP_FI)).toContain('  youGet:\n    # A score.\n    - ""\n    # A weak spot.\n    - ""\n');
      // Empty texts are missing ones.
      expect(open("shop")).toHaveLength(19);
      expect(open("shop").every((one) => one.startsWith("missing "))).toBe(true);
      const before = read(DESK_FI);
      expect(run("shop", "fi").code).toBe(0);
      expect(read(DESK_FI)).toBe(before);
    });
  });

  it("breaks long English over lines of comment", () => {
    const long = "Nobody enters, because it is shut and stays so. ".repeat(6).trim();
    withDesk(changed(validContentTree(), replace(SHOP, "paragraph: Nobody enters.", `paragraph: "${long}"`)), ({ run, read }) => {
      run("shop", "fi");
      const lines = read(SHOP_FI).split("\n");
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(120);
      const said = lines.filter((line) => line.includes("# ")).map((line) => line.trim().slice(2));
      expect(said.join(" ")).toContain(long);
    });
  });

  it("writes the contradiction rules whose assessments are being translated, and the starting questions", () => {
    withDesk(validContentTree(), ({ run, read, has }) => {
      expect(run("contradictions", "fi")).toEqual({ code: 0, lines: ["Nothing is missing."] });
      expect(has("contradictions.fi.yaml")).toBe(false);
      run("shop", "fi");
      expect(run("contradictions", "fi")).toEqual({ code: 0, lines: ["contradictions.fi.yaml: 1 entry to be translated"] });
      expect(read("contradictions.fi.yaml")).toMatch(
        /^helpful-strangers:\n {2}source: "[0-9a-f]{12}"\n {2}# Nobody greets, yet everybody helps at once\.\n {2}text: ""\n$/,
      );
      expect(run("start", "fi")).toEqual({ code: 0, lines: ["start.fi.yaml: 3 entries to be translated"] });
      expect(read("start.fi.yaml")).toContain(
        '      keeper:\n        # I keep the shop\n        label: ""\n        # you keep the shop\n        because: ""\n',
      );
    });
  });

  it("keeps what is there, and adds at its place what has come in English", () => {
    const begun = `# Liikkeen kysymykset
items:
  # Palvelu
  help:
    source: "1190e9bedb4c"
    text: "Milloin joku auttaa?"
    why: >-
      Apua varten
      tänne tullaan.
    evidence: ""
    options: {at-once: Heti, later: Myöhemmin}
`;
    withDesk(changed(validContentTree(), add(DESK_FI, begun)), ({ run, read, open }) => {
      expect(run("shop", "fi").lines).toContain(`${DESK_FI}: 2 entries to be translated`);
      const text = read(DESK_FI);
      expect(text).toMatch(/^# Liikkeen kysymykset\nitems:\n/);
      // The queue comes before the help, as in English.
      expect(text.indexOf("  wait:")).toBeLessThan(text.indexOf("  help:"));
      expect(text).toContain(
        `  # Palvelu\n  help:\n    source: "1190e9bedb4c"\n    text: "Milloin joku auttaa?"\n    why: >-\n      Apua varten tänne tullaan.\n    evidence: ""\n`,
      );
      expect(text).toContain('        at-once: Heti,\n        later: Myöhemmin,\n        # Not at all\n        not-at-all: ""\n');
      expect(open("shop")).toContain("missing items/help");
    });
  });

  it("gives an entry in which nothing is written yet the present hash, and no other", () => {
    withDesk(validContentTree(), ({ run, read, write }) => {
      run("shop", "fi");
      write(DESK_FI, read(DESK_FI).replace('    # A count.\n    evidence: ""', "    evidence: Laskelma"));
      for (const [from, to] of [
        ["How short is the queue?", "How long is it?"],
        ["When does somebody help?", "Who helps?"],
      ] as const)
        write(DESK, read(DESK).replace(from, to));
      run("shop", "fi");
      expect(read(DESK_FI)).toContain('  wait:\n    source: "863ab709aa88"\n');
      expect(read(DESK_FI)).not.toContain("1190e9bedb4c");
      expect(read(DESK_FI)).toMatch(/ {2}help:\n {4}source: "[0-9a-f]{12}"\n {4}# Who helps\?\n {4}text: ""\n/);
    });
  });

  it("leaves a stale entry alone until it is accepted, and then changes the hash and nothing else", () => {
    const tree = changed(
      translatedContentTree(),
      replace(DESK, "text: When does somebody help?", "text: Who helps?"),
      replace(READINGS, "title: A slow desk", "title: A very slow desk"),
    );
    withDesk(tree, ({ run, read, open }) => {
      expect(open("shop")).toEqual(["stale items/help", "stale flags/slow-desk"]);
      expect(run("shop", "fi")).toEqual({ code: 0, lines: ["Nothing is missing."] });
      expect(read(DESK_FI)).toBe(tree[DESK_FI]);
      expect(run("--accept", "shop", "fi", "items/help")).toEqual({ code: 0, lines: [`${DESK_FI}: 1 entry accepted`] });
      expect(open("shop")).toEqual(["stale flags/slow-desk"]);
      const hashes = /"?\b[0-9a-f]{12}\b"?/g;
      expect(read(DESK_FI).replace(hashes, "#")).toBe(tree[DESK_FI]!.replace(hashes, "#"));
      expect(run("--accept", "shop", "fi", "items/help")).toEqual({ code: 0, lines: ["Nothing is stale."] });
    });
  });

  it("accepts all entries of a translation that came without hashes, except what is not complete", () => {
    const bare = Object.fromEntries(
      Object.entries(translatedContentTree()).map(([file, text]) => [file, text.replace(/source: "?[0-9a-f]{12}"?$/gm, 'source: ""')]),
    );
    withDesk(changed(bare, replace(EXAMPLE_FI, '"fi: An invented shop"', '""')), ({ run, open }) => {
      expect(open("shop")).toHaveLength(19);
      expect(run("--accept", "shop", "fi", "all").lines).toEqual([
        `${SHOP_FI}: 8 entries accepted`,
        `${DOOR_FI}: 2 entries accepted`,
        `${DESK_FI}: 2 entries accepted`,
        `${READINGS_FI}: 6 entries accepted`,
      ]);
      expect(open("shop")).toEqual(["missing example"]);
      expect(run("--accept", "shop", "fi", "example")).toEqual({ code: 1, lines: ["example is not translated in full yet."] });
    });
  });

  it("writes a file for each initiative and KPI, for all or for one", () => {
    withDesk(validContentTree(), ({ run, read, has, open }) => {
      expect(run("initiatives/shorter-queue", "fi")).toEqual({ code: 0, lines: [`${QUEUE_FI}: 1 entry to be translated`] });
      expect(has(GREET_FI)).toBe(false);
      expect(run("initiatives", "fi").lines).toEqual([
        "initiatives/content/clear-signs.fi.yaml: 1 entry to be translated",
        `${GREET_FI}: 1 entry to be translated`,
        `${QUEUE_FI}: 1 entry to be translated`,
      ]);
      expect(read(GREET_FI)).toMatch(/^initiative:\n {2}source: "[0-9a-f]{12}"\n {2}# Do it\n {2}title: ""\n {2}# It is not done\.\n {2}problem: ""\n/);
      expect(read(GREET_FI)).toContain(
        '  # Do it by hand\n  free: ""\n  # It may work.\n  chance: ""\n  # One day.\n  pilot: ""\n  # By hand.\n  byHand: ""\n',
      );
      expect(read(GREET_FI)).toContain('  checklist:\n    # Begin.\n    - ""\n    # Go on.\n    - ""\n');
      expect(run("kpis", "fi")).toEqual({ code: 0, lines: [`${KPI_FI}: 1 entry to be translated`] });
      expect(read(KPI_FI)).toMatch(
        /^kpi:\n {2}source: "[0-9a-f]{12}"\n {2}# Time in the queue\n {2}title: ""\n {2}# Minutes waited \/ visitors\n {2}formula: ""\n$/,
      );
      expect(open("kpis")).toEqual(["missing queue-time"]);
      expect(run("initiatives/greet", "fi")).toEqual({
        code: 1,
        lines: ['There is no entry "greet". There are: clear-signs, greet-first, shorter-queue.'],
      });
    });
  });

  it("accepts one initiative or all that came without hashes", () => {
    const bare = Object.fromEntries(
      Object.entries(translatedContentTree()).map(([file, text]) => [file, text.replace(/source: "?[0-9a-f]{12}"?$/gm, 'source: ""')]),
    );
    withDesk(bare, ({ run, open }) => {
      expect(run("--accept", "initiatives", "fi", "greet-first").lines).toEqual([`${GREET_FI}: 1 entry accepted`]);
      expect(open("initiatives")).toEqual(["stale clear-signs", "stale shorter-queue"]);
      expect(run("--accept", "initiatives/shorter-queue", "fi", "all").lines).toEqual([`${QUEUE_FI}: 1 entry accepted`]);
      expect(run("--accept", "initiatives", "fi", "all").lines).toEqual(["initiatives/content/clear-signs.fi.yaml: 1 entry accepted"]);
      expect(open("initiatives")).toEqual([]);
      expect(open("kpis")).toEqual(["stale queue-time"]);
      run("--accept", "kpis", "fi", "all");
      expect(open("kpis")).toEqual([]);
    });
  });

  it("writes one entry of an assessment at its place", () => {
    withDesk(validContentTree(), ({ run, read }) => {
      run("shop/items/help", "fi");
      expect(read(DESK_FI)).not.toContain("wait:");
      expect(run("shop/items/wait", "fi").lines).toEqual([`${DESK_FI}: 1 entry to be translated`]);
      expect(read(DESK_FI).indexOf("  wait:")).toBeLessThan(read(DESK_FI).indexOf("  help:"));
    });
  });

  it("says what it can be asked for when it is asked for something else", () => {
    withDesk(validContentTree(), ({ run, has }) => {
      const there = "There are: shop, contradictions, start, initiatives, kpis; into fi.";
      expect(run("shoe", "fi")).toEqual({ code: 1, lines: [`There is no "shoe" to be translated into "fi". ${there}`] });
      expect(run("shop", "en")).toEqual({ code: 1, lines: [`There is no "shop" to be translated into "en". ${there}`] });
      expect(run("--accept", "start", "fi", "whom")).toEqual({ code: 1, lines: ['There is no entry "whom". There are: who, what, time.'] });
      for (const args of [[], ["shop"], ["--accept", "shop", "fi"], ["shop", "fi", "items/help"]]) {
        const { code, lines } = run(...args);
        expect([code, lines.length]).toEqual([1, 2]);
        expect(lines[0]).toMatch(/^npm run content:translation -- <slug> <language>/);
      }
      expect(has(SHOP_FI)).toBe(false);
    });
    withDesk(changed(validContentTree(), replace(SHOP, "minutes: 2", "minutes: 0")), ({ run }) => {
      expect(run("shop", "fi").code).toBe(1);
    });
  });
});
