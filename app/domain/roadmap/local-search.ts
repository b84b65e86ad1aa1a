import { seededRandom } from "../scoring/seeded-random.ts";
import { Draft, raisedBy } from "./draft.ts";
import { admit, OBJECTIVE_TOLERANCE, retract } from "./greedy.ts";
import { fixedNumbers, type StartList } from "./pins.ts";
import type { PlanningInstance } from "./planning-instance.ts";

export type SearchOptions = {
  /** Of one search. */
  readonly iterations: number;
  readonly seed: number;
  /** Asked before every iteration; the best plan so far is returned when it says true. */
  readonly shouldStop?: () => boolean;
};

/** Share of the raised area by which a plan may be worse and still be gone on from, at the beginning; falls to 0. */
const FIRST_SLACK = 0.005;
/** At most so many initiatives are taken out on purpose in one iteration (and what depends on them). */
const MOST_TAKEN = 6;
/** How far chance moves the rate of an initiative, and the price of a pool, up or down. */
const RATE_NOISE = 0.15;
const PRICE_NOISE = 0.6;

/**
 * Improves a plan by taking some of it out and filling up again in a randomly disturbed greedy order (ruin and
 * recreate), accepting slightly worse plans early on. A fixed number of iterations from a seed, so that the same
 * instance gives the same plan. Never returns a plan worse than the one it is given; pins stay.
 */
export function localSearch(instance: PlanningInstance, from: StartList, options: SearchOptions): StartList {
  const random = seededRandom(options.seed);
  const draft = new Draft(instance);
  const fixed = fixedNumbers(instance);
  const dependants = instance.candidates.map((_, n) => instance.candidates.flatMap((c, m) => (c.relevant && c.requires.includes(n) ? [m] : [])));
  draft.become(from);
  let current = { starts: from, raised: draft.raised };
  let best = current;
  for (let i = 0; i < options.iterations && !options.shouldStop?.(); i++) {
    draft.become(current.starts);
    ruin(draft, random, fixed, dependants);
    moveEarlier(draft);
    recreate(draft, random);
    const slack = FIRST_SLACK * (1 - i / options.iterations) * current.raised;
    if (draft.raised < current.raised - slack - OBJECTIVE_TOLERANCE) continue;
    current = { starts: Array.from(draft.starts), raised: draft.raised };
    if (current.raised > best.raised + OBJECTIVE_TOLERANCE) best = current;
  }
  return best.starts;
}

/** Places where something can be planned (initiatives x quarters) for each of which so many there is one more search, and how many searches there are at most. */
const PLACES_A_SEARCH = 180;
const MOST_SEARCHES = 8;
/** How far the seeds of two searches are apart. */
const SEED_STEP = 7919;

/**
 * Local searches from different seeds, the more the larger the instance is, and the best of what they find: where a single one ends differs by some per cent on large
 * instances, however long it goes on. The first half begin with the plan that is given, the others with the best so far. Never returns a plan worse than the one it is given.
 */
export function repeatedSearch(instance: PlanningInstance, from: StartList, options: SearchOptions): StartList {
  const places = instance.candidates.filter(({ relevant }) => relevant).length * instance.quarters;
  const searches = Math.min(MOST_SEARCHES, Math.max(1, Math.round(places / PLACES_A_SEARCH)));
  let best = { starts: from, raised: raisedBy(instance, from) };
  for (let k = 0; k < searches && !options.shouldStop?.(); k++) {
    const starts = localSearch(instance, 2 * k < searches ? from : best.starts, { ...options, seed: options.seed + k * SEED_STEP });
    const raised = raisedBy(instance, starts);
    if (raised > best.raised + OBJECTIVE_TOLERANCE) best = { starts, raised };
  }
  return best.starts;
}

/** Takes out one to six initiatives, or about half of those at work in one quarter, with all that depends on them. */
function ruin(draft: Draft, random: () => number, fixed: ReadonlySet<number>, dependants: readonly (readonly number[])[]): void {
  const { candidates, quarters } = draft.instance;
  const movable = candidates.flatMap((_, n) => (draft.has(n) && !fixed.has(n) ? [n] : []));
  if (movable.length === 0) return;
  const remove = (n: number): void => {
    if (!draft.has(n)) return;
    dependants[n]!.forEach(remove);
    draft.take(n);
  };
  if (random() < 0.3) {
    const quarter = 1 + Math.floor(random() * quarters);
    for (const n of movable) {
      if (draft.has(n) && draft.starts[n]! <= quarter && draft.endOf(n) >= quarter && random() < 0.5) remove(n);
    }
    return;
  }
  const count = 1 + Math.floor(random() * MOST_TAKEN);
  for (let k = 0; k < count; k++) remove(movable[Math.floor(random() * movable.length)]!);
}

/** Starts everything as early as it fits, first starts first. Ending earlier never harms what depends on it. */
export function moveEarlier(draft: Draft): void {
  const { candidates } = draft.instance;
  const byStart = candidates.flatMap((_, n) => (draft.has(n) ? [n] : [])).sort((a, b) => draft.starts[a]! - draft.starts[b]! || a - b);
  for (const n of byStart) {
    const start = draft.starts[n]!;
    if (candidates[n]!.pin) continue;
    const ready = draft.readyAt(n);
    if (ready >= start) continue;
    draft.take(n);
    draft.put(n, draft.earliestFit(n, ready) || start);
  }
}

/**
 * Fills up once, in the order of raised area per effort. What effort is differs each time: pools (and money) are priced
 * by their scarcity and by chance, and its power says whether small or large initiatives come first.
 */
function recreate(draft: Draft, random: () => number): void {
  const { candidates, capacity } = draft.instance;
  const disturbed = (noise: number) => 1 - noise + 2 * noise * random();
  const power = 0.4 + random();
  const prices = capacity.map(
    (row) =>
      disturbed(PRICE_NOISE) /
      Math.max(
        1e-6,
        row.reduce((sum, c) => sum + c, 0),
      ),
  );
  const effort = (m: number) => candidates[m]!.load.reduce((sum, l, r) => sum + l * prices[r]!, 0) * candidates[m]!.duration;
  const rated: { n: number; rate: number }[] = [];
  for (let n = 0; n < candidates.length; n++) {
    if (!candidates[n]!.relevant || draft.has(n)) continue;
    const before = draft.raised;
    const placed = admit(draft, n);
    if (placed === null) continue;
    const raised = draft.raised - before;
    const price = placed.reduce((sum, m) => sum + effort(m), 0);
    retract(draft, placed);
    if (raised <= OBJECTIVE_TOLERANCE) continue;
    rated.push({ n, rate: (raised / Math.max(price, 1e-9) ** power) * disturbed(RATE_NOISE) });
  }
  rated.sort((a, b) => b.rate - a.rate || a.n - b.n);
  for (const { n } of rated) {
    if (draft.has(n)) continue;
    const before = draft.raised;
    const placed = admit(draft, n);
    if (placed !== null && draft.raised - before <= OBJECTIVE_TOLERANCE) retract(draft, placed);
  }
}
