import { describe, expect, it } from "vitest";
import { validContentTree } from "../factories/content-tree.ts";
import {
  add,
  all,
  DESK,
  EXAMPLE,
  GREET,
  KPI,
  problemsAfter,
  QUEUE,
  READINGS,
  remove,
  replace,
  RULES,
  SHOP,
  SIGNS,
  type Case,
} from "../fixtures/content-mistakes.ts";

const READING_CASES: Case[] = [
  [
    "a dimension without a reading",
    replace(READINGS, "  door: {low: Low., middle: Middle., high: High., strength: the door is open, weakness: the door is shut}\n", ""),
    [READINGS, 1, 'dimension "door" has no reading'],
  ],
  [
    "a reading of an unknown dimension",
    replace(READINGS, "flags:\n", "  yard: {low: L., middle: M., high: H., strength: s, weakness: w}\nflags:\n"),
    [READINGS, 9, 'there is a reading for the unknown dimension "yard"'],
  ],
  ["a flag id twice", replace(READINGS, "id: slow-desk", "id: cold-door"), [READINGS, 16, 'flag "cold-door" stands twice']],
  ["a flag on an unknown item", replace(READINGS, "{item: greeting, atMost", "{item: smile, atMost"), [READINGS, 14, 'there is no item "smile" in shop']],
  ["a flag on an unknown option", replace(READINGS, "atMost: when-asked", "atMost: sometimes"), [READINGS, 14, 'item "greeting" has no option "sometimes"']],
  [
    "atMost on a multi item",
    replace(READINGS, "{item: signs, has: no-signs}", "{item: signs, atMost: no-signs}"),
    [READINGS, 15, '"atMost" cannot be asked of the multi item "signs"'],
  ],
  [
    "atLeast on a multi item",
    replace(READINGS, "{item: signs, has: no-signs}", "{item: signs, atLeast: no-signs}"),
    [READINGS, 15, '"atLeast" cannot be asked of the multi item "signs"'],
  ],
  [
    "has on a scale",
    replace(READINGS, "{item: signs, has: no-signs}", "{item: wait, has: no-signs}"),
    [READINGS, 15, '"has" cannot be asked of the scale item "wait"'],
  ],
  ["lacks of an unknown option", replace(READINGS, "lacks: at-once", "lacks: at-last"), [READINGS, 20, 'item "help" has no option "at-last"']],
  ["a readout id twice", replace(READINGS, "id: distance", "id: mixture"), [READINGS, 23, 'readout "mixture" stands twice']],
  ["a mix of an unknown item", replace(READINGS, "[greeting, signs, wait]", "[greeting, signs, weight]"), [READINGS, 22, 'there is no item "weight"']],
  ["a mix that names an item twice", replace(READINGS, "[greeting, signs, wait]", "[greeting, signs, signs]"), [READINGS, 22, 'item "signs" stands twice']],
  ["a gap from an unknown item", replace(READINGS, "minuend: greeting", "minuend: smile"), [READINGS, 23, 'there is no item "smile"']],
  ["a gap to an unknown item", replace(READINGS, "subtrahend: help", "subtrahend: hope"), [READINGS, 23, 'there is no item "hope"']],
  ["a gap between an item and itself", replace(READINGS, "subtrahend: help", "subtrahend: greeting"), [READINGS, 23, 'item "greeting" stands twice']],
  ["a rule id twice", add(RULES, validContentTree()[RULES]!), [RULES, 6, 'contradiction "helpful-strangers" stands twice']],
  [
    "a rule on an unknown assessment",
    replace(RULES, "{assessment: shop, item: greeting", "{assessment: mall, item: greeting"),
    [RULES, 4, 'there is no assessment "mall"'],
  ],
  ["a rule on an unknown item", replace(RULES, "item: greeting", "item: smile"), [RULES, 4, 'there is no item "smile" in shop']],
  ["a rule on an unknown option", replace(RULES, "has: at-once", "has: at-last"), [RULES, 5, 'item "help" has no option "at-last"']],
  ["an example that leaves an item out", replace(EXAMPLE, "  wait: 2\n", ""), [EXAMPLE, 2, 'item "wait" is not answered']],
  ["an example with an unknown item", add(EXAMPLE, "  smile: wide\n"), [EXAMPLE, 7, 'there is no item "smile"']],
  ["an example with an unknown option", replace(EXAMPLE, "when-asked", "sometimes"), [EXAMPLE, 3, '"greeting" has no option "sometimes"']],
  ["an example with the wrong kind of answer", replace(EXAMPLE, "[street]", "street"), [EXAMPLE, 4, '"signs" takes a list of one or more option ids']],
];

const INITIATIVE_CASES: Case[] = [
  [
    "an initiative id twice",
    all(add("initiatives/process/greet-first.yaml", validContentTree()[GREET]!.replace("pillars: [people]", "pillars: [process]"))),
    ["initiatives/process/greet-first.yaml", 1, 'initiative "greet-first" stands twice'],
  ],
  ["an initiative's pillar twice", replace(GREET, "pillars: [people]", "pillars: [people, people]"), [GREET, 3, 'pillar "people" stands twice']],
  ["an unknown prerequisite", replace(QUEUE, "[greet-first]", "[greet-last]"), [QUEUE, 11, 'there is no initiative "greet-last"']],
  ["a prerequisite twice", replace(QUEUE, "[greet-first]", "[greet-first, greet-first]"), [QUEUE, 11, 'initiative "greet-first" stands twice']],
  [
    "a circle of prerequisites",
    replace(GREET, "requires: []", "requires: [clear-signs]"),
    [SIGNS, 11, "prerequisites run in a circle: clear-signs -> greet-first -> clear-signs"],
  ],
  [
    "an initiative that requires itself",
    replace(GREET, "requires: []", "requires: [greet-first]"),
    [GREET, 11, "prerequisites run in a circle: greet-first -> greet-first"],
  ],
  ["an unknown KPI", replace(GREET, "[queue-time]", "[queue-length]"), [GREET, 18, 'there is no KPI "queue-length"']],
  ["a KPI twice", replace(GREET, "[queue-time]", "[queue-time, queue-time]"), [GREET, 18, 'KPI "queue-time" stands twice']],
  [
    "a promise to an unknown assessment",
    replace(GREET, "{assessment: shop, item: help", "{assessment: mall, item: help"),
    [SHOP, 20, 'dimension "desk" is raised by 2 of at least 3 initiatives'],
    [DESK, 15, 'item "help" can be raised by no initiative'],
    [GREET, 14, 'there is no assessment "mall"'],
  ],
  [
    "a promise to an unknown item",
    replace(GREET, "item: help", "item: hope"),
    [SHOP, 20, 'dimension "desk" is raised by 2 of at least 3 initiatives'],
    [DESK, 15, 'item "help" can be raised by no initiative'],
    [GREET, 14, 'there is no item "hope" in shop'],
  ],
  ["a promise of an unknown option", replace(GREET, "to: at-once", "to: at-last"), [GREET, 14, '"help" has no option "at-last"']],
  ["a promise of the wrong kind", replace(GREET, "to: at-once", "to: [at-once]"), [GREET, 14, '"help" takes one option id']],
  ["a promise beyond the scale", replace(QUEUE, "to: 3", "to: 5"), [QUEUE, 14, '"wait" takes a whole number from 0 to 4']],
  ["a promise of the lowest option", replace(GREET, "to: at-once", "to: not-at-all"), [GREET, 14, '"help" cannot be raised to its lowest answer']],
  ["a promise of none of the practices", replace(QUEUE, "[street]", "[no-signs]"), [QUEUE, 13, '"signs" cannot be raised to its lowest answer']],
  ["a promise of the lowest end of a scale", replace(QUEUE, "to: 3", "to: 0"), [QUEUE, 14, '"wait" cannot be raised to its lowest answer']],
  [
    "a promise of the lowest end of a reversed scale",
    all(replace(DESK, "maxLabel: No queue", "maxLabel: No queue\n    reverse: true"), replace(QUEUE, "to: 3", "to: 4")),
    [QUEUE, 14, '"wait" cannot be raised to its lowest answer'],
  ],
  [
    "two promises on one item",
    replace(GREET, "item: help, to: at-once", "item: greeting, to: when-asked"),
    [SHOP, 20, 'dimension "desk" is raised by 2 of at least 3 initiatives'],
    [DESK, 15, 'item "help" can be raised by no initiative'],
    [GREET, 14, 'promise "shop/greeting" stands twice'],
  ],
  [
    "too few initiatives for a dimension",
    all(remove(SIGNS)),
    [SHOP, 19, 'dimension "door" is raised by 2 of at least 3 initiatives'],
    [SHOP, 20, 'dimension "desk" is raised by 2 of at least 3 initiatives'],
  ],
  [
    "a KPI id twice",
    add("kpis/a-queue.yaml", validContentTree()[KPI]!),
    ["kpis/a-queue.yaml", 1, 'the id is "queue-time", the file is called a-queue.yaml'],
    [KPI, 1, 'KPI "queue-time" stands twice'],
  ],
];

describe.each([
  ["readings, rules and examples", READING_CASES],
  ["initiatives and KPIs", INITIATIVE_CASES],
])("%s", (_, cases) => {
  it.each(cases)("the content check names %s", (_what, edit, ...expected) => {
    expect(problemsAfter(edit)).toEqual(expected);
  });
});
