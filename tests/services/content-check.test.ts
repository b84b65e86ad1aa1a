import { describe, expect, it } from "vitest";
import { definitionSchema } from "#app/domain/assessment/definition.ts";
import { contentHash } from "#app/services/content/catalog.server.ts";
import { loadContent } from "#app/services/content/load-content.server.ts";
import { validContentTree, withContentTree } from "../factories/content-tree.ts";
import {
  add,
  all,
  DESK,
  DOOR,
  EXAMPLE,
  GREET,
  KPI,
  move,
  problemsAfter,
  problemsIn,
  READINGS,
  remove,
  replace,
  RULES,
  SHOP,
  START,
  type Case,
} from "../fixtures/content-mistakes.ts";

const YAML_CASES: Case[] = [
  [
    "text that is not YAML",
    replace(SHOP, "minutes: 2", "minutes: [2"),
    [SHOP, 8, "not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]"],
  ],
  ["a key that stands twice", add(SHOP, "version: 2\n"), [SHOP, 21, "this key stands twice"]],
  [
    "an anchor and an alias",
    all(replace(SHOP, "title: Is your", "title: &t Is your"), replace(SHOP, "shortTitle: Shop", "shortTitle: *t")),
    [SHOP, 3, "an anchor is not allowed"],
    [SHOP, 4, "an alias is not allowed"],
  ],
  ["a tag", replace(SHOP, "version: 1", "version: !!int 1"), [SHOP, 2, "a tag is not allowed"]],
  ["a tag of one's own", replace(SHOP, "version: 1", "version: !run 1"), [SHOP, 2, "a tag is not allowed"]],
  [
    "more than one slip of the syntax, by the first",
    (tree) => (tree[EXAMPLE] = "title: [[[[\n"),
    [EXAMPLE, 2, "not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]"],
  ],
  ["a key that an object would swallow", replace(READINGS, "flags:\n", "  __proto__: {low: L.}\nflags:\n"), [READINGS, 9, "this key is not allowed"]],
  ["a list as a key", add(EXAMPLE, "? [a, b]\n: x\n"), [EXAMPLE, 7, "a list or map cannot be a key"]],
  ["text with NUL", replace(EXAMPLE, "An invented shop", '"An invented \\0shop"'), [EXAMPLE, 1, "this text has characters that cannot be stored"]],
  ["text with half a character", replace(DOOR, "A visit.", '"A visit \\uD800"'), [DOOR, 10, "this text has characters that cannot be stored"]],
  [
    "two documents in a file",
    add(EXAMPLE, "---\ntitle: Another\n"),
    [EXAMPLE, 7, "not valid YAML: Source contains multiple documents; please use YAML.parseAllDocuments()"],
  ],
  ["an empty file", (tree) => (tree[EXAMPLE] = ""), [EXAMPLE, 1, "Invalid input: expected object, received null"]],
];

const SHAPE_CASES: Case[] = [
  ["an unknown key", replace(DOOR, "    text: When is", "    txet: x\n    text: When is"), [DOOR, 5, 'items[0]: unknown key "txet"']],
  ["a missing key", replace(SHOP, "minutes: 2\n", ""), [SHOP, 1, "minutes: missing"]],
  ["a missing key deep inside", replace(DOOR, "    why: It sets the tone.\n", ""), [DOOR, 3, "items[0].why: missing"]],
  ["a wrong kind of value", replace(SHOP, "version: 1", "version: one"), [SHOP, 2, "version: Invalid input: expected number, received string"]],
  ["a number that is none", replace(DOOR, "value: 0.5", "value: .nan"), [DOOR, 13, "items[0].options[1].value: Invalid input: expected number, received NaN"]],
  ["too fine a value", replace(DOOR, "value: 0.5", "value: 0.0005"), [DOOR, 13, "items[0].options[1].value: use at most three decimals"]],
  [
    "an id that is no slug",
    replace(DOOR, "id: when-asked", "id: When_asked"),
    [DOOR, 13, "items[0].options[1].id: use lower-case letters, digits and hyphens, beginning with a letter"],
  ],
  ["a key that is no slug", replace(EXAMPLE, "  wait: 2", "  Wait: 2"), [EXAMPLE, 5, "answers.Wait: not a usable key"]],
  [
    "an unknown kind of item",
    replace(DOOR, "kind: multi", "kind: slider"),
    [DOOR, 16, "items[1].kind: Invalid discriminator value. Expected 'single' | 'multi' | 'scale' | 'shift' | 'number' | 'ranking'"],
  ],
  [
    "a condition with two tests",
    replace(READINGS, "{item: help, lacks: at-once}", "{item: help, lacks: at-once, has: later}"),
    [READINGS, 20, 'flags[1].allOf[0]: unknown key "lacks"'],
  ],
  ["an effort out of order", replace(GREET, "likely: 2,", "likely: 4,"), [GREET, 7, "effort.people: low <= likely <= high"]],
  [
    "an effort of no pool",
    replace(GREET, "effort:\n  people: {low: 1, likely: 2, high: 3.5}", "effort: {}"),
    [GREET, 6, "effort: name the effort of at least one pool"],
  ],
];

const FILE_CASES: Case[] = [
  ["a missing file", remove(EXAMPLE), [EXAMPLE, 1, "the file cannot be read"]],
  ["a missing rules file", remove(RULES), [RULES, 1, "the file cannot be read"]],
  [
    "files nobody reads",
    all(add("notes.md", "x"), add("kpis/old.yml", "x"), add("assessments/shop/draft.yaml", "x"), add("initiatives/magic/spell.yaml", "x")),
    ["assessments/shop/draft.yaml", 1, "nothing reads this file"],
    ["initiatives/magic", 1, "nothing reads this file"],
    ["kpis/old.yml", 1, "nothing reads this file"],
    ["notes.md", 1, "nothing reads this file"],
  ],
  ["a slug that is not the folder", replace(SHOP, "slug: shop", "slug: store"), [SHOP, 1, 'slug is "store", the folder is called shop']],
  [
    "a question file under another name",
    move(DOOR, "assessments/shop/questions/gate.yaml"),
    ["assessments/shop/questions/gate.yaml", 1, 'dimension is "door", the file is called gate'],
  ],
  [
    "an initiative in the wrong folder",
    move(GREET, "initiatives/process/greet-first.yaml"),
    ["initiatives/process/greet-first.yaml", 3, "the first pillar is people, the folder is process"],
  ],
  [
    "an initiative under another name",
    move(GREET, "initiatives/people/greet.yaml"),
    ["initiatives/people/greet.yaml", 1, 'the id is "greet-first", the file is called greet.yaml'],
  ],
  ["a KPI under another name", move(KPI, "kpis/queue.yaml"), ["kpis/queue.yaml", 1, 'the id is "queue-time", the file is called queue.yaml']],
];

const DEFINITION_CASES: Case[] = [
  ["levels with other cuts", replace(SHOP, "cut: 40", "cut: 45"), [SHOP, 15, "level 3 begins at 45"]],
  ["a level id twice", replace(SHOP, "id: ajar", "id: shut"), [SHOP, 14, 'level "shut" stands twice']],
  [
    "a dimension id twice",
    replace(SHOP, "{id: desk", "{id: door"),
    [SHOP, 20, 'dimension "door" stands twice'],
    [DESK, 1, 'item "wait" names the unknown dimension "desk"'],
    [DESK, 1, 'item "help" names the unknown dimension "desk"'],
    [READINGS, 3, 'there is a reading for the unknown dimension "desk"'],
  ],
  [
    "a dimension carried by one that comes after it",
    replace(SHOP, "weight: 1, critical: true}", "weight: 1, critical: true, carriedBy: desk}"),
    [SHOP, 19, 'dimension "door" is carried by "desk", which is no dimension before it'],
  ],
  [
    "a dimension carried by an unknown one",
    replace(SHOP, "weight: 2, critical: false}", "weight: 2, critical: false, carriedBy: yard}"),
    [SHOP, 20, 'dimension "desk" is carried by "yard", which is no dimension before it'],
  ],
  [
    "a dimension without items",
    all(
      add(SHOP, "  - {id: yard, title: Yard, summary: Outside., weight: 1, critical: false}\n"),
      replace(READINGS, "flags:\n", "  yard: {low: L., middle: M., high: H., strength: s, weakness: w}\nflags:\n"),
    ),
    [SHOP, 21, 'dimension "yard" has no items'],
    [SHOP, 21, 'dimension "yard" is raised by 0 of at least 3 initiatives'],
  ],
  [
    "an item of an unknown dimension",
    all(
      add(
        "assessments/shop/questions/yard.yaml",
        validContentTree()[DESK]!.replace("dimension: desk", "dimension: yard").replace("id: wait", "id: gate").replace("id: help", "id: path"),
      ),
      replace(EXAMPLE, "  help: not_sure", "  help: not_sure\n  gate: 1\n  path: later"),
    ),
    ["assessments/shop/questions/yard.yaml", 1, 'item "gate" names the unknown dimension "yard"'],
    ["assessments/shop/questions/yard.yaml", 1, 'item "path" names the unknown dimension "yard"'],
    ["assessments/shop/questions/yard.yaml", 3, 'item "gate" can be raised by no initiative'],
    ["assessments/shop/questions/yard.yaml", 15, 'item "path" can be raised by no initiative'],
  ],
  [
    "an item id twice, in two files",
    all(
      replace(DOOR, "id: greeting", "id: help"),
      replace(EXAMPLE, "  greeting: when-asked\n", ""),
      replace(READINGS, "      - {item: greeting, atMost: when-asked}\n", ""),
      replace(READINGS, "[greeting, signs, wait]", "[signs, wait]"),
      replace(READINGS, "minuend: greeting", "minuend: wait"),
      replace(RULES, "item: greeting, atMost: never", "item: help, has: when-asked"),
      replace(RULES, "has: at-once", "has: never"),
      replace(READINGS, "lacks: at-once", "lacks: never"),
      replace(GREET, "greeting, to: within-minute", "signs, to: [hall]"),
      replace(GREET, "help, to: at-once", "help, to: when-asked"),
    ),
    [DESK, 15, 'item "help" stands twice'],
  ],
  ["an option id twice", replace(DESK, "id: later", "id: at-once"), [DESK, 25, 'item "help": option "at-once" stands twice']],
  ["a pillar twice", replace(DOOR, "[content, process]", "[content, content]"), [DOOR, 19, 'pillar "content" stands twice']],
  ["an audience twice", replace(DOOR, "[manager]", "[manager, manager]"), [DOOR, 20, 'audience "manager" stands twice']],
  [
    "a single item that cannot reach 1",
    replace(DOOR, "Within a minute, value: 1}", "Within a minute, value: 0.9}"),
    [DOOR, 11, 'item "greeting": the highest value that can be reached is 0.9'],
  ],
  [
    "a single item that cannot reach 0",
    replace(DOOR, "visitor, value: 0}", "visitor, value: 0.1}"),
    [DOOR, 11, 'item "greeting": the lowest value that can be reached is 0.1'],
  ],
  [
    "rising options out of order",
    replace(DOOR, "Nobody greets a visitor, value: 0}", "Nobody greets a visitor, value: 0.6}"),
    [DOOR, 11, 'item "greeting": the lowest value that can be reached is 0.5'],
    [DOOR, 13, 'item "greeting": option "when-asked" is out of order'],
  ],
  [
    "falling options out of order",
    all(replace(DESK, "      - {id: later, label: Later, value: 0.3}\n", ""), add(DESK, "      - {id: later, label: Later, value: 0.3}\n")),
    [DESK, 26, 'item "help": option "later" is out of order'],
  ],
  [
    "a best option that is the longest",
    replace(DOOR, "label: Within a minute", "label: Within a minute and with a smile"),
    [DOOR, 14, 'item "greeting": the best option is the longest (32 characters, the others 23 at most)'],
  ],
  ["practices that add up to less", replace(DOOR, "value: 0.4", "value: 0.3"), [DOOR, 23, 'item "signs": the values of its practices add up to 0.9']],
  ["practices that add up to more", replace(DOOR, "value: 0.4", "value: 0.5"), [DOOR, 23, 'item "signs": the values of its practices add up to 1.1']],
  ["all of these, worth less", replace(DOOR, "value: 1, all", "value: 0.9, all"), [DOOR, 26, 'item "signs": "all of these" has the value 0.9']],
  [
    "none of these, worth something",
    replace(DOOR, "value: 0, exclusive", "value: 0.1, exclusive"),
    [DOOR, 27, 'item "signs": "none of these" has the value 0.1'],
  ],
  [
    "two options for all",
    add(DOOR, "      - {id: every-sign, label: Every one, value: 1, all: true}\n"),
    [DOOR, 28, 'item "signs" has a second option marked all'],
  ],
  [
    "two options for none",
    add(DOOR, "      - {id: no-sign, label: Not one, value: 0, exclusive: true}\n"),
    [DOOR, 28, 'item "signs" has a second option marked exclusive'],
  ],
  [
    "an option for both all and none",
    replace(DOOR, "exclusive: true", "exclusive: true, all: true"),
    [DOOR, 27, 'item "signs": option "no-signs" is both all and exclusive'],
    [DOOR, 27, 'item "signs" has a second option marked all'],
  ],
];

describe("the content check", () => {
  it("accepts content without a problem", () => {
    expect(problemsAfter(() => undefined)).toEqual([]);
  });

  describe.each([
    ["YAML", YAML_CASES],
    ["shapes", SHAPE_CASES],
    ["files", FILE_CASES],
    ["definitions", DEFINITION_CASES],
  ])("%s", (_, cases) => {
    it.each(cases)("names %s", (_what, edit, ...expected) => {
      expect(problemsAfter(edit)).toEqual(expected);
    });
  });

  it("names every problem at once, in order of file and line", () => {
    const edit = all(
      replace(SHOP, "cut: 80", "cut: 81"),
      replace(SHOP, "cut: 20", "cut: 21"),
      replace(GREET, "[queue-time]", "[queue-length]"),
      replace(KPI, "better: down", "better: sideways"),
    );
    expect(problemsAfter(edit)).toEqual([
      [SHOP, 14, "level 2 begins at 21"],
      [SHOP, 17, "level 5 begins at 81"],
      [GREET, 18, 'there is no KPI "queue-length"'],
      [KPI, 6, 'better: Invalid option: expected one of "up"|"down"'],
    ]);
  });

  it("says nothing about references into files that cannot be read", () => {
    expect(problemsAfter(replace(SHOP, "minutes: 2", "minutes: 0"))).toEqual([[SHOP, 7, "minutes: Too small: expected number to be >=1"]]);
    expect(problemsAfter(replace(GREET, "quarters: 1", "quarters: 9"))).toEqual([[GREET, 10, "quarters: Too big: expected number to be <=3"]]);
  });

  it("finds everything missing in an empty directory", () => {
    const missing = (file: string) => ({ file, line: 1, message: "the file cannot be read", fix: "add the file" });
    expect(withContentTree({}, problemsIn)).toEqual([missing(RULES), missing(START)]);
  });
});

describe("the catalogue", () => {
  const shop = () => {
    const content = withContentTree(validContentTree(), loadContent);
    if ("problems" in content) throw new Error("the fixture has problems");
    return content.catalog;
  };

  it("joins the files into definitions, items in the order of the dimensions", () => {
    const { assessments, assessmentBySlug, initiativeById, kpiById, contradictions, initiatives } = shop();
    const { definition, compiled, example } = assessments[0]!;
    expect(definitionSchema.safeParse(definition).success).toBe(true);
    expect(definition.items.map((item) => [item.dimension, item.id])).toEqual([
      ["door", "greeting"],
      ["door", "signs"],
      ["desk", "wait"],
      ["desk", "help"],
    ]);
    expect(compiled.definition).toBe(definition);
    expect(example).toEqual({
      title: "An invented shop",
      answers: {
        greeting: { state: "answered", value: "when-asked" },
        signs: { state: "answered", value: ["street"] },
        wait: { state: "answered", value: 2 },
        help: { state: "not_sure" },
      },
    });
    expect(assessmentBySlug.get("shop")).toBe(assessments[0]);
    expect(initiatives.map(({ id }) => id)).toEqual(["clear-signs", "greet-first", "shorter-queue"]);
    expect([...initiativeById.keys(), ...kpiById.keys()]).toEqual(["clear-signs", "greet-first", "shorter-queue", "queue-time"]);
    expect(contradictions.map(({ id }) => id)).toEqual(["helpful-strangers"]);
  });

  it("hashes what a definition says, not how it is written", () => {
    const { definition, hash } = shop().assessments[0]!;
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    const turned = Object.fromEntries(Object.entries(definition).reverse()) as typeof definition;
    expect(contentHash(turned)).toBe(hash);
    expect(contentHash({ ...definition, version: 2 })).not.toBe(hash);
  });
});
