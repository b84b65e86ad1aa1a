import { FUNCTION_GROUPS, type FunctionGroup, ROLE_GROUPS, type RoleGroup } from "#app/domain/agreement/team-result-shape.ts";
import type { Answer, Answers } from "#app/domain/assessment/answer.ts";
import type { Definition, Item } from "#app/domain/assessment/definition.ts";
import { oracleScore, Ratio, valueOf } from "./score-oracle.ts";

/** A team's figures a second time, written from the formulas (method, section 5) and not from `app/domain/agreement`. */

type Table = readonly (readonly number[])[];
type Shown = { roles: readonly RoleGroup[]; functions: readonly FunctionGroup[] };

/**
 * The fewest people (up to five) of whom published sums say anything, by exact linear algebra: a set of people is given
 * away when the sums' membership vectors combine to one that is zero outside of it, which is when leaving its columns out
 * lowers the rank. People of one cell have the same column, so that sets of cells are enough.
 */
export function smallestDeterminedGroup(table: Table, visible: Shown, second?: { newcomers: Table; visible: Shown }): number {
  const tables = second ? [table, second.newcomers] : [table];
  const cells = tables.flatMap((counts, time) =>
    counts.flatMap((row, r) => row.flatMap((n, f) => (n > 0 ? [{ time, role: ROLE_GROUPS[r]!, name: FUNCTION_GROUPS[f]!, n }] : []))),
  );
  const publications = [{ of: 0, shown: visible }, ...(second ? [{ of: 1, shown: second.visible }] : [])];
  const sums = publications.flatMap(({ of, shown }) => {
    const counted = cells.map((cell) => cell.time <= of);
    return [
      counted,
      ...shown.roles.map((role) => cells.map((cell, i) => counted[i]! && cell.role === role)),
      ...shown.functions.map((name) => cells.map((cell, i) => counted[i]! && cell.name === name)),
    ];
  });
  const whole = rankOf(sums);
  let smallest = 5;
  const look = (from: number, chosen: ReadonlySet<number>, people: number) => {
    if (chosen.size > 0 && people < smallest && rankOf(sums.map((sum) => sum.filter((_, i) => !chosen.has(i)))) < whole) smallest = people;
    for (let i = from; i < cells.length; i++) {
      if (people + cells[i]!.n < smallest) look(i + 1, new Set([...chosen, i]), people + cells[i]!.n);
    }
  };
  look(0, new Set(), 0);
  return smallest;
}

function rankOf(vectors: boolean[][]): number {
  const rows = vectors.map((vector) => vector.map((is) => new Ratio(is ? 1n : 0n)));
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const pivot = rows.findIndex((row, i) => i >= rank && !row[column]!.isZero);
    if (pivot === -1) continue;
    [rows[rank], rows[pivot]] = [rows[pivot]!, rows[rank]!];
    const top = rows[rank]!;
    for (let i = rank + 1; i < rows.length; i++) {
      if (rows[i]![column]!.isZero) continue;
      const factor = rows[i]![column]!.div(top[column]!);
      rows[i] = rows[i]!.map((value, c) => value.sub(factor.mul(top[c]!)));
    }
    rank += 1;
  }
  return rank;
}

const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
export const average = (list: readonly number[]) => sum(list) / list.length;
export const variance = (list: readonly number[]) => sum(list.map((x) => (x - average(list)) ** 2)) / (list.length - 1);
const ascending = (list: readonly number[]) => [...list].sort((a, b) => a - b);

/** P(|T| < t), by Simpson's rule over the angle whose tangent is t / sqrt(v): there the density is a power of the cosine. */
export function withinT(t: number, v: number): number {
  const area = (to: number) => {
    const parts = 1000;
    const at = (i: number) => Math.cos((to * i) / parts) ** (v - 1);
    return ((to / parts) * sum(Array.from({ length: parts + 1 }, (_, i) => at(i) * (i === 0 || i === parts ? 1 : i % 2 ? 4 : 2)))) / 3;
  };
  return area(Math.atan(t / Math.sqrt(v))) / area(Math.PI / 2);
}

const known = new Map<number, number>();
export function t95(v: number): number {
  if (!known.has(v)) known.set(v, searchT(v));
  return known.get(v)!;
}

function searchT(v: number): number {
  let [low, high] = [0, 100];
  while (high - low > 1e-10) {
    const middle = (low + high) / 2;
    if (withinT(middle, v) < 0.95) low = middle;
    else high = middle;
  }
  return low;
}

/** Every way to take so many of a list's places. */
export function choices(n: number, size: number): number[][] {
  if (size === 0) return [[]];
  if (n < size) return [];
  return [...choices(n - 1, size), ...choices(n - 1, size - 1).map((rest) => [...rest, n - 1])];
}

/** Shares of all permutations with a difference of means at least, and at most, as large as the observed one, `a` shifted down by so much. */
export function shiftedTails(a: readonly number[], b: readonly number[], shift: number): { atLeast: number; atMost: number } {
  const pool = [...a.map((x) => x - shift), ...b];
  const difference = (places: readonly number[]) => average(places.map((i) => pool[i]!)) - average(pool.filter((_, i) => !places.includes(i)));
  const observed = difference(a.map((_, i) => i));
  const all = choices(pool.length, a.length).map(difference);
  const near = 1e-7;
  return { atLeast: average(all.map((d) => (d >= observed - near ? 1 : 0))), atMost: average(all.map((d) => (d <= observed + near ? 1 : 0))) };
}

type Respondent = { group: string | null; workFunction: string | null; answers: Answers };

function meanOrNull(list: readonly number[]): number | null {
  return list.length < 5 ? null : average(list);
}

function partOf(scores: readonly (number | null)[], groups: readonly (string | null)[], weights: Record<string, number>) {
  const there = scores.filter((x) => x !== null);
  const n = there.length;
  if (n < 5) return { n, mean: null, sd: null, interval: null, weightedIfShown: null };
  const [mean, sd] = [average(there), Math.sqrt(variance(there))];
  const half = (t95(n - 1) * sd) / Math.sqrt(n);
  const ofRole = (role: string) => scores.filter((x, i): x is number => x !== null && groups[i] === role);
  const roles = Object.keys(weights).filter((role) => weights[role]! > 0);
  const weightedIfShown = roles.some((role) => ofRole(role).length === 0)
    ? null
    : sum(roles.map((role) => weights[role]! * average(ofRole(role)))) / sum(roles.map((role) => weights[role]!));
  return { n, mean, sd, interval: { low: Math.max(0, mean - half), high: Math.min(100, mean + half) }, weightedIfShown };
}

/** What agreement is held against, by kind (decision 0021). */
function randomVariance(item: Item): number {
  if (item.kind === "single") {
    const values = item.options.map((option) => option.value);
    return average(values.map((v) => v * v)) - average(values) ** 2;
  }
  const even = (options: number) => (options ** 2 - 1) / 12 / (options - 1) ** 2;
  if (item.kind === "scale") return even(item.max - item.min + 1);
  return item.kind === "shift" ? even(item.positions.length) : 1 / 12;
}

/** All figures that do not depend on which groups are shown. */
export function oracleTeam(definition: Definition, respondents: readonly Respondent[], weights: Record<string, number>, day: string) {
  const scored = respondents.map(({ answers }) => oracleScore(definition, answers));
  const groups = respondents.map(({ group }) => group);
  const isProved = (answer: Answer) => answer.evidence !== undefined && (answer.evidence.expires ?? "9999-12-31") >= day;

  const items = definition.items.map((item) => {
    const given = respondents.map(({ answers }): Answer => answers[item.id] ?? { state: "blank" });
    const said = given.filter((answer) => answer.state === "answered");
    const values = ascending(said.map((answer) => valueOf(item, answer.value).toDouble()));
    const states = Object.fromEntries(
      ["answered", "not_applicable", "not_sure", "blank"].map((state) => [state, given.filter((answer) => answer.state === state).length]),
    );
    const enough = values.length >= 5;
    const ratio = enough ? variance(values) / randomVariance(item) : null;
    const quartile = (share: number) => values[Math.ceil(values.length * share) - 1]!;
    return {
      item,
      states,
      mean: meanOrNull(values),
      variance: enough ? variance(values) : null,
      agreement: ratio === null ? null : Math.max(0, 1 - ratio),
      ratio,
      spread: enough ? quartile(0.75) - quartile(0.25) : 0,
      evidenced: enough ? said.filter(isProved).length : null,
      chosen: (option: string) => said.filter(({ value }) => (Array.isArray(value) ? value.includes(option) : String(value) === option)).length,
    };
  });

  const dimensions = definition.dimensions.map((d, i) => {
    const scores = scored.map((s) => (s.dimensions[i]!.published ? s.dimensions[i]!.score : null));
    const counts = scored.flatMap((s) => {
      const own = s.dimensions[i]!;
      return own.published ? [("counts" in own ? own.counts : own.score) as number] : [];
    });
    const ratios = items.filter((x) => x.item.dimension === d.id && x.ratio !== null).map((x) => x.ratio!);
    return {
      dimension: d,
      scores,
      ...partOf(scores, groups, weights),
      counts: meanOrNull(counts),
      agreement: ratios.length === 0 ? null : 1 - average(ratios),
      agreementItems: ratios.length,
    };
  });
  const overallScores = scored.map((s) => s.overall.score);
  const overall = partOf(overallScores, groups, weights);
  const evidenced = scored.flatMap((s, i) => {
    if (s.overall.score === null) return [];
    const published = definition.dimensions.map((_, d) => s.dimensions[d]!.published);
    return [overallOfProved(definition, respondents[i]!.answers, published, isProved)];
  });

  // A level is reached at its cut exactly: a hair of tolerance for sums of doubles.
  const reach = (cut: number, score: number) => score >= cut - 1e-9;
  const isHeld = (l: number) => dimensions.some((d) => d.dimension.critical && d.counts !== null && !reach(definition.levels[l]!.cut - 10, d.counts));
  const reached = overall.mean === null ? [] : [0, 1, 2, 3, 4].filter((l) => reach(definition.levels[l]!.cut, overall.mean!));

  const withMean = dimensions.filter((d) => d.mean !== null).map((d) => d.dimension);
  const agenda = items.flatMap(({ item, agreement, spread }) => {
    const own = withMean.find((d) => d.id === item.dimension);
    if (own === undefined || agreement === null) return [];
    const share = item.weight / sum(definition.items.filter((other) => other.dimension === own.id).map((other) => other.weight));
    const effect = 100 * spread * share * (own.weight / sum(withMean.map((d) => d.weight)));
    return [{ item: item.id, effect, priority: item.weight * (1 - agreement) * effect }];
  });

  return {
    overall: {
      ...overall,
      scores: overallScores,
      level: reached.length === 0 ? null : reached.at(-1)! + 1,
      gatedLevel: reached.length === 0 ? null : reached.filter((l) => l === 0 || !isHeld(l)).at(-1)! + 1,
      evidenced: overall.mean === null ? null : average(evidenced),
    },
    dimensions,
    pillars: ["people", "process", "content", "technology", "kpis"].map((_, i) =>
      partOf(
        scored.map((s) => (s.pillars[i]!.published ? s.pillars[i]!.score : null)),
        groups,
        weights,
      ),
    ),
    items,
    agenda,
  };
}

/** The overall score with everything worth 0 that is not proved, over the dimensions that were published. */
function overallOfProved(definition: Definition, answers: Answers, published: readonly boolean[], isProved: (answer: Answer) => boolean): number {
  const own = new Map<string, number>();
  let [top, bottom] = [0, 0];
  definition.dimensions.forEach((d, i) => {
    if (!published[i]) return;
    const said = definition.items.flatMap((item) => {
      const answer = answers[item.id];
      return item.dimension === d.id && answer?.state === "answered"
        ? [{ w: item.weight, x: isProved(answer) ? valueOf(item, answer.value).toDouble() : 0 }]
        : [];
    });
    const score = (100 * sum(said.map(({ w, x }) => w * x))) / sum(said.map(({ w }) => w));
    const counts = d.carriedBy === undefined ? score : Math.min(score, own.get(d.carriedBy)!);
    own.set(d.id, counts);
    top += d.weight * counts;
    bottom += d.weight;
  });
  return top / bottom;
}
