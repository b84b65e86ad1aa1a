import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { Answer, Answers } from "#app/domain/assessment/answer.ts";
import { seededRandom } from "#app/domain/scoring/seeded-random.ts";
import { replies } from "#app/services/api/reply-schemas.server.ts";
import { loadContent } from "#app/services/content/load-content.server.ts";
import { type Product, startProduct } from "../setup/start-product.ts";
import { type Client, clientOf } from "./product-client.ts";
import { randomAnswers } from "./random-answers.ts";

const loaded = loadContent("content");
if (!("catalog" in loaded)) throw new Error("the content has problems");
const { catalog } = loaded;

const POOLS = ["people", "process", "content", "technology", "kpis"] as const;
type Plan = z.output<typeof replies.plan>;
type Initiatives = z.output<typeof replies.initiatives>["items"];
type Body = {
  answers: Record<string, Answers>;
  quarters: number;
  capacity: Partial<Record<(typeof POOLS)[number], number[]>>;
  budget?: number[];
  pinned?: Record<string, number | "any">;
  excluded?: string[];
  discount?: number;
  target?: number;
  importance?: Record<string, Record<string, number>>;
  realised?: Record<string, number>;
  seed?: number;
};

let product: Product;
let client: Client;
let initiatives: Initiatives;
beforeAll(async () => {
  product = await startProduct();
  client = clientOf(product);
  initiatives = replies.initiatives.parse((await client.ask("/api/v1/initiatives")).json()).items;
});
afterAll(() => product.stop());

async function planned(body: Body): Promise<Plan> {
  const reply = await client.postJson("/api/v1/roadmap/plan", body);
  expect(reply.status, reply.body).toBe(200);
  const plan = replies.plan.parse(reply.json());
  expect(plan).toEqual(reply.json());
  return plan;
}

/** What a customer with the published data can check, and nothing else: rules of the plan, read off the reply. */
function brokenRules({ quarters, capacity, budget, pinned = {}, excluded = [] }: Body, plan: Plan): string[] {
  const broken: string[] = [];
  const byId = new Map(initiatives.map((i) => [i.id, i]));
  const endOf = new Map(plan.items.map((i) => [i.initiative, i.endQuarter]));
  const used = Object.fromEntries([...POOLS, "money"].map((pool) => [pool, Array.from({ length: quarters }, () => 0)]));
  for (const { initiative, startQuarter, endQuarter, effort, cost } of plan.items) {
    const known = byId.get(initiative);
    if (!known) {
      broken.push(`${initiative} is not an initiative`);
      continue;
    }
    if (startQuarter < 1 || endQuarter > quarters || endQuarter !== startQuarter + known.quarters - 1) broken.push(`${initiative} leaves the horizon`);
    if (excluded.includes(initiative)) broken.push(`${initiative} is excluded`);
    for (const required of known.requires) if (!((endOf.get(required) ?? Infinity) < startQuarter)) broken.push(`${initiative} before ${required}`);
    const likely = Object.fromEntries(Object.entries(known.effort).map(([pool, e]) => [pool, e!.likely]));
    if (JSON.stringify(Object.entries(effort).sort()) !== JSON.stringify(Object.entries(likely).sort())) broken.push(`${initiative} states another effort`);
    if (cost !== known.cost.likely) broken.push(`${initiative} states another cost`);
    for (let q = startQuarter; q <= endQuarter; q++) {
      for (const [pool, weeks] of Object.entries(likely)) used[pool]![q - 1]! += weeks / known.quarters;
      used["money"]![q - 1]! += known.cost.likely / known.quarters;
    }
  }
  for (const pool of POOLS) used[pool]!.forEach((weeks, q) => weeks > (capacity[pool]?.[q] ?? 0) + 1e-6 && broken.push(`${weeks} of ${pool} in ${q + 1}`));
  if (budget) used["money"]!.forEach((eur, q) => eur > budget[q]! + 1e-6 && broken.push(`${eur} EUR in ${q + 1}`));
  for (const [id, pin] of Object.entries(pinned)) {
    const at = plan.items.find((i) => i.initiative === id)?.startQuarter;
    if (at === undefined || (pin !== "any" && pin !== at)) broken.push(`${id} is not where it is pinned`);
  }
  const everything = [...plan.items, ...plan.notPlanned].map((i) => i.initiative).sort();
  if (JSON.stringify(everything) !== JSON.stringify(initiatives.map((i) => i.id).sort())) broken.push("an initiative is missing or stands twice");
  return broken;
}

type Definition = z.output<typeof replies.assessment>;

/** The answers once these initiatives have kept their promises: never worse than today, practices joined. */
function promised({ slug, items }: Definition, answers: Answers, finished: readonly string[]): Answers {
  const after: Answers = { ...answers };
  for (const initiative of initiatives.filter((i) => finished.includes(i.id))) {
    for (const { item: id, to } of initiative.raises.filter((p) => p.assessment === slug)) {
      const item = items.find((i) => i.id === id)!;
      const now = after[id];
      if (now?.state !== "answered") continue;
      after[id] = { ...now, value: better(item, now, to) } as Answer;
    }
  }
  return after;
}

type Value = string | number | string[];

function better(item: Definition["items"][number], said: Extract<Answer, { state: "answered" }>, to: Value): Value {
  const now = said.value;
  if (item.kind === "shift") return Math.max(Number(now), Math.min(Number(to), said.target ?? Infinity));
  if (item.kind === "number") {
    const [first, last] = [item.anchors[0]!, item.anchors.at(-1)!];
    return last.value > first.value ? Math.max(Number(now), Number(to)) : Math.min(Number(now), Number(to));
  }
  if (item.kind === "scale") return item.reverse ? Math.min(Number(now), Number(to)) : Math.max(Number(now), Number(to));
  if (item.kind === "single") {
    const worth = (id: Value) => item.options.find((o) => o.id === id)!.value;
    return worth(to) > worth(now) ? to : now;
  }
  if (item.kind === "ranking") {
    const worth = (ids: Value) => [ids].flat().reduce((sum: number, id, place) => sum + (item.pick - place) * item.options.find((o) => o.id === id)!.value, 0);
    return worth(to) > worth(now) ? to : now;
  }
  const union = new Set([now, to].flat().map(String));
  const practices = item.options.filter((o) => union.has(o.id) && !o.exclusive);
  return practices.length > 0 ? practices.map((o) => o.id) : [...union];
}

/** The projected curve, recomputed with nothing but the open API: promises applied, rescored by /score. */
async function recomputed({ answers, quarters }: Body, plan: Plan): Promise<{ today: number; projected: number[] }> {
  const scoreOf = async (finished: readonly string[]): Promise<number> => {
    const scores: number[] = [];
    for (const [slug, given] of Object.entries(answers)) {
      const definition = replies.assessment.parse((await client.ask(`/api/v1/assessments/${slug}`)).json());
      const reply = await client.postJson(`/api/v1/assessments/${slug}/score`, { answers: promised(definition, given, finished) });
      const { score } = replies.score.parse(reply.json()).overall;
      if (score !== null) scores.push(score);
    }
    return scores.reduce((sum, score) => sum + score, 0) / scores.length;
  };
  const projected: number[] = [];
  for (let q = 1; q <= quarters; q++) projected.push(await scoreOf(plan.items.filter((i) => i.endQuarter <= q).map((i) => i.initiative)));
  return { today: await scoreOf([]), projected };
}

async function expectSound(body: Body): Promise<Plan> {
  const plan = await planned(body);
  expect(brokenRules(body, plan)).toEqual([]);
  const { today, projected } = await recomputed(body, plan);
  expect(plan.today).toBe(today);
  expect(plan.projected).toEqual(projected);
  const discount = body.discount ?? 0.95;
  const worth = (scores: number[]) => scores.reduce((sum, score, q) => sum + discount ** q * score, 0);
  expect(plan.objective).toBeCloseTo(worth(projected), 9);
  expect(plan.idle).toBeCloseTo(worth(projected.map(() => today)), 9);
  expect(plan.bound).toBeGreaterThanOrEqual(plan.objective);
  expect(plan.gap).toBeCloseTo(plan.bound - plan.idle < 1e-9 ? 0 : (plan.bound - plan.objective) / (plan.bound - plan.idle), 9);
  if (plan.status === "optimal") expect(plan.gap).toBeLessThanOrEqual(1e-6);
  expect(plan.items.reduce((sum, item) => sum + item.gain, today)).toBeCloseTo(projected.at(-1)!, 9);
  expect(plan.items.every((i) => i.wave === (["now", "next"][i.startQuarter - 1] ?? "later"))).toBe(true);
  return plan;
}

const even = (quarters: number, weeks: number) => Object.fromEntries(POOLS.map((pool) => [pool, Array.from({ length: quarters }, () => weeks)]));
const example = (slug: string) => ({ [slug]: catalog.assessmentBySlug.get(slug)!.example.answers });

describe("plans", () => {
  it.each(catalog.assessments.map((a) => a.definition.slug))("for the example of %s are sound and proven", async (slug) => {
    const plan = await expectSound({ answers: example(slug), quarters: 4, capacity: even(4, 3) });
    expect(plan.status).toBe("optimal");
    expect(plan.items.length).toBeGreaterThan(0);
  });

  it("for several assessments, with a budget, pins and exclusions are sound", async () => {
    const answers = { ...example("seven-ps"), ...example("martech-stack") };
    const free = await expectSound({ answers, quarters: 3, capacity: even(3, 4) });
    const [first, second] = free.items;
    const body = {
      answers,
      quarters: 3,
      capacity: even(3, 4),
      budget: [8000, 4000, 2000],
      pinned: { [second!.initiative]: "any" as const },
      excluded: [first!.initiative],
    };
    const needed = initiatives.find((i) => i.id === second!.initiative)!.requires;
    expect(needed).not.toContain(first!.initiative);
    await expectSound(body);
  });

  it("for random answers are sound", async () => {
    const random = seededRandom(11);
    for (let run = 0; run < 4; run++) {
      const { definition } = catalog.assessments[run % catalog.assessments.length]!;
      const quarters = 1 + Math.floor(random() * 4);
      const weeks = () => Array.from({ length: quarters }, () => Math.floor(random() * 9) / 2);
      const answers = { [definition.slug]: randomAnswers(definition, random) };
      const scored = replies.score.parse((await client.postJson(`/api/v1/assessments/${definition.slug}/score`, { answers: answers[definition.slug] })).json());
      if (scored.overall.score === null) continue;
      await expectSound({ answers, quarters, capacity: Object.fromEntries(POOLS.map((pool) => [pool, weeks()])), discount: 0.9, seed: run });
    }
  });

  it("are made for what is valued: importance as the dimensions' scores say, and no further than the target", async () => {
    const slug = "seven-ps";
    const definition = replies.assessment.parse((await client.ask(`/api/v1/assessments/${slug}`)).json());
    const { dimensions } = definition;
    const importance = Object.fromEntries(dimensions.map((d, n) => [d.id, (n % 5) / 2]));
    const body = { answers: example(slug), quarters: 3, capacity: even(3, 4) };
    const plan = await planned({ ...body, importance: { [slug]: importance } });
    expect(brokenRules(body, plan)).toEqual([]);
    const valuedOf = async (finished: string[]) => {
      const reply = await client.postJson(`/api/v1/assessments/${slug}/score`, { answers: promised(definition, example(slug)[slug]!, finished) });
      const published = replies.score.parse(reply.json()).dimensions.filter((d) => d.published);
      const weights = published.map(({ id }) => dimensions.find((d) => d.id === id)!.weight * importance[id]!);
      const total = published.reduce((sum, { score }, n) => sum + weights[n]! * score!, 0);
      return total / weights.reduce((sum, weight) => sum + weight, 0);
    };
    const finishedBy = (quarter: number) => plan.items.filter((i) => i.endQuarter <= quarter).map((i) => i.initiative);
    expect(plan.valuedToday).toBeCloseTo(await valuedOf([]), 9);
    for (const [index, score] of plan.valued.entries()) expect(score).toBeCloseTo(await valuedOf(finishedBy(index + 1)), 9);
    expect((await recomputed(body, plan)).projected).toEqual(plan.projected);
    expect(plan.objective).toBeCloseTo(
      plan.valued.reduce((sum, score, q) => sum + 0.95 ** q * score, 0),
      9,
    );

    const target = Math.floor((plan.valuedToday + plan.valued.at(-1)!) / 2);
    const near = await planned({ ...body, importance: { [slug]: importance }, target, realised: { [plan.items[0]!.initiative]: 0.5 } });
    expect(near.items.length).toBeLessThan(plan.items.length);
    expect(Math.max(...near.valued)).toBeLessThanOrEqual(target);
    expect(near.notPlanned.map((n) => n.needs.kind)).toContain("target-reached");
  });

  it("are the same when asked for again", async () => {
    const body = { answers: example("martech-stack"), quarters: 4, capacity: even(4, 2) };
    expect(await planned(body)).toEqual(await planned(body));
  });
});

describe("a plan that cannot be made", () => {
  const good = { answers: example("martech-stack"), quarters: 2, capacity: even(2, 3) };
  const nobody = { "martech-stack": Object.fromEntries(Object.keys(example("martech-stack")["martech-stack"]!).map((id) => [id, { state: "not_sure" }])) };

  it.each([
    ["an unknown assessment", { ...good, answers: { nothing: {} } }, "unknown-assessment"],
    ["no assessment", { ...good, answers: {} }, "invalid-input"],
    ["an unknown item", { ...good, answers: { "martech-stack": { nothing: { state: "blank" } } } }, "invalid-answers"],
    ["no score at all", { ...good, answers: nobody }, "impossible-plan"],
    ["an unknown pin", { ...good, pinned: { nothing: 1 } }, "impossible-plan"],
    ["an unknown exclusion", { ...good, excluded: ["nothing"] }, "impossible-plan"],
    ["an importance of nothing", { ...good, importance: { "martech-stack": { nothing: 1 } } }, "impossible-plan"],
    ["a share of an unknown promise", { ...good, realised: { nothing: 0.5 } }, "impossible-plan"],
    ["a quarter of an importance", { ...good, importance: { "martech-stack": { nothing: 0.25 } } }, "invalid-input"],
    ["a target above all", { ...good, target: 101 }, "invalid-input"],
    ["too few figures", { ...good, capacity: { people: [1] } }, "invalid-input"],
    ["a negative capacity", { ...good, capacity: { people: [-1, 1] } }, "invalid-input"],
    ["an unknown pool", { ...good, capacity: { lawyers: [1, 1] } }, "invalid-input"],
    ["13 quarters", { ...good, quarters: 13 }, "invalid-input"],
    ["no quarters", { ...good, quarters: 0 }, "invalid-input"],
    ["half a quarter", { ...good, quarters: 1.5 }, "invalid-input"],
    ["2^31 as seed", { ...good, seed: 2 ** 31 }, "invalid-input"],
    ["an extra key", { ...good, orgId: "x" }, "invalid-input"],
    ["a key of every object", { ...good, pinned: { constructor: 1 } }, "impossible-plan"],
  ])("%s is refused with its reason", async (_, body, code) => {
    const reply = await client.postJson("/api/v1/roadmap/plan", body);
    expect(reply.status).toBe(422);
    const problem = replies.problem.parse(reply.json());
    expect(problem.code).toBe(code);
    expect(problem.fields!.length).toBeGreaterThan(0);
  });
});
