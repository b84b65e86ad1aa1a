import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Content files by their path inside the content directory. */
export type ContentTree = Record<string, string>;

/** Writes the tree to a temporary directory, hands it over, and removes it again. */
export function withContentTree<T>(tree: ContentTree, use: (directory: string) => T): T {
  const directory = mkdtempSync(join(tmpdir(), "content-tree-"));
  try {
    for (const [file, text] of Object.entries(tree)) {
      mkdirSync(dirname(join(directory, file)), { recursive: true });
      writeFileSync(join(directory, file), text);
    }
    return use(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** A small tree without a problem: one assessment, three initiatives, one KPI, one contradiction rule, the questions to start with. */
export function validContentTree(): ContentTree {
  return {
    "assessments/shop/assessment.yaml": ASSESSMENT,
    "assessments/shop/questions/door.yaml": DOOR,
    "assessments/shop/questions/desk.yaml": DESK,
    "assessments/shop/readings.yaml": READINGS,
    "assessments/shop/example.yaml": EXAMPLE,
    "initiatives/people/greet-first.yaml": initiative("greet-first", "people", "[]", "greeting, to: within-minute", "help, to: at-once"),
    "initiatives/process/shorter-queue.yaml": initiative("shorter-queue", "process", "[greet-first]", "signs, to: [street]", "wait, to: 3"),
    "initiatives/content/clear-signs.yaml": initiative("clear-signs", "content", "[greet-first, shorter-queue]", "signs, to: [all-signs]", "wait, to: 1"),
    "kpis/queue-time.yaml": KPI,
    "contradictions.yaml": CONTRADICTIONS,
    "start.yaml": START,
  };
}

const ASSESSMENT = `slug: shop
version: 1
title: Is your shop easy to enter?
shortTitle: Shop
summary: A look at the door and the desk.
introduction: Answer for the shop you know best.
minutes: 2
audience: [manager, frontline]
youGet: [A score., A weak spot., A plan.]
source: {after: "Nobody, 2024", work: A fixture, claim: "None."}
line: {from: closed, to: open}
levels:
  - {id: shut, cut: 0, name: Shut, paragraph: Nobody enters.}
  - {id: ajar, cut: 20, name: Ajar, paragraph: Some enter.}
  - {id: half-open, cut: 40, name: Half open, paragraph: Many enter.}
  - {id: open, cut: 60, name: Open, paragraph: Most enter.}
  - {id: wide-open, cut: 80, name: Wide open, paragraph: All enter.}
dimensions:
  - {id: door, title: Door, summary: What one sees first., weight: 1, critical: true}
  - {id: desk, title: Desk, summary: What happens then., weight: 2, critical: false}
`;

const DOOR = `dimension: door
items:
  - id: greeting
    kind: single
    text: When is a visitor greeted?
    weight: 1
    pillars: [people]
    audience: [frontline]
    why: It sets the tone.
    evidence: A visit.
    options:
      - {id: never, label: Nobody greets a visitor, value: 0}
      - {id: when-asked, label: When the visitor asks, value: 0.5}
      - {id: within-minute, label: Within a minute, value: 1}
  - id: signs
    kind: multi
    text: Which signs are there?
    weight: 1.5
    pillars: [content, process]
    audience: [manager]
    why: Signs save questions.
    evidence: Photographs.
    options:
      - {id: street, label: In the street, value: 0.4}
      - {id: hall, label: In the hall, value: 0.6}
      - {id: all-signs, label: All of these, value: 1, all: true}
      - {id: no-signs, label: None of these, value: 0, exclusive: true}
`;

const DESK = `dimension: desk
items:
  - id: wait
    kind: scale
    text: How short is the queue?
    weight: 1
    pillars: [process]
    audience: [frontline]
    why: Waiting costs patience.
    evidence: A count.
    min: 0
    max: 4
    minLabel: Round the block
    maxLabel: No queue
  - id: help
    kind: single
    text: When does somebody help?
    weight: 1
    pillars: [people]
    audience: [manager]
    why: Help is what people come for.
    evidence: A visit.
    options:
      - {id: at-once, label: At once, value: 1}
      - {id: later, label: Later, value: 0.3}
      - {id: not-at-all, label: Not at all, value: 0}
`;

const READINGS = `dimensions:
  door: {low: Low., middle: Middle., high: High., strength: the door is open, weakness: the door is shut}
  desk:
    low: Low.
    middle: Middle.
    high: High.
    strength: the desk helps
    weakness: the desk sleeps
flags:
  - id: cold-door
    title: A cold door
    text: Nobody says hello.
    anyOf:
      - {item: greeting, atMost: when-asked}
      - {item: signs, has: no-signs}
  - id: slow-desk
    title: A slow desk
    text: Help comes late.
    allOf:
      - {item: help, lacks: at-once}
readouts:
  - {id: mixture, kind: mix, title: Mixture, text: All of it., items: [greeting, signs, wait]}
  - {id: distance, kind: gap, title: Distance, text: From here to there., minuend: greeting, subtrahend: help}
`;

const EXAMPLE = `title: An invented shop
answers:
  greeting: when-asked
  signs: [street]
  wait: 2
  help: not_sure
`;

function initiative(id: string, pillar: string, requires: string, first: string, second: string): string {
  return `id: ${id}
title: Do it
pillars: [${pillar}]
problem: It is not done.
done: It is done.
effort:
  ${pillar}: {low: 1, likely: 2, high: 3.5}
effortReason: One week for each.
cost: {currency: EUR, low: 0, likely: 0, high: 100, free: Do it by hand}
quarters: 1
requires: ${requires}
raises:
  - {assessment: shop, item: ${first}}
  - {assessment: shop, item: ${second}}
chance: {value: 0.5, reason: It may work.}
pilot: One day.
byHand: By hand.
kpis: [queue-time]
hypothesis: If we do it, it is done within a month.
refutedBy: It is not done after two months.
checklist: [Begin., Go on., Go on still., Nearly end., End.]
owner: Head of the shop
`;
}

const KPI = `id: queue-time
title: Time in the queue
pillar: process
formula: Minutes waited / visitors
unit: minutes
better: down
source: A stopwatch
cadence: weekly
owner: Head of the shop
pitfall: An average hides the tail.
stage: consideration
`;

const CONTRADICTIONS = `- id: helpful-strangers
  text: Nobody greets, yet everybody helps at once.
  allOf:
    - {assessment: shop, item: greeting, atMost: never}
    - {assessment: shop, item: help, has: at-once}
`;

const START = `questions:
  - id: who
    text: Who are you?
    options:
      - id: keeper
        label: I keep the shop
        because: you keep the shop
        audience: manager
      - id: helper
        label: I help there
        because: you help there
        audience: frontline
      - {id: guest, label: I buy there, because: you buy there, points: {shop: 1}}
  - id: what
    text: What do you lack?
    options:
      - {id: visitors, label: Visitors, because: you lack visitors, points: {shop: 2}}
      - {id: time-of-day, label: Daylight, because: you lack daylight, points: {shop: 1}}
      - {id: peace, label: Peace, because: you lack peace, points: {shop: 1}}
  - id: time
    text: How long may it take?
    options:
      - {id: two-minutes, label: Two minutes, because: you have two minutes, minutes: 2}
      - {id: five-minutes, label: Five minutes, because: you have five minutes, minutes: 5}
      - {id: ten-minutes, label: Ten minutes, because: you have ten minutes, minutes: 10}
`;
