import { type Cohort, type Profile, EVERYBODY, cohortKey, cohortsOf, isIn, traitsOf } from "./cohort.ts";

/**
 * What keeps a benchmark from being taken apart. Contributions are published in blocks: those of a block enter together, are in and out of the
 * same cohorts, and when some of them go, what goes and what stays are blocks again. So whatever is added to or taken from each other, of all
 * cohorts and of all snapshots there ever were, is a sum over whole blocks, and says nothing of fewer organisations than the smallest has.
 */

/** Eleven, so that whoever is in a block themselves still looks at ten others. */
export const SMALLEST_BLOCK = 11;

/** Of a block, the most that one organisation may know the results of: its own and those of its clients. */
const LARGEST_SHARE = 1 / 4;

/** How far organisations of different profiles are put into one block, so that there is something to say of everybody. */
const ENOUGH = 100;

/** One organisation's result in one assessment. */
export type Contribution = {
  readonly id: string;
  readonly organization: string;
  readonly profile: Profile;
  /** The consultancy that knows the result; null: nobody but the organisation. */
  readonly circle: string | null;
};

export type BlockMember = Contribution & {
  /** `superseded`: the organisation has a later result. `leaving`: it must not be shown again: consent gone, too old, erased. */
  readonly state: "current" | "superseded" | "leaving";
};

export type BlockPlan<One extends Contribution = Contribution> = {
  /** What is shown next. Blocks of fewer organisations than the smallest there are none. */
  readonly blocks: readonly (readonly One[])[];
  /** What is never shown again: what left, and what had to go with it. Its organisations are in again with their next result. */
  readonly spent: readonly One[];
  /** Cohorts whose figures are published, that of everybody first. */
  readonly cohorts: readonly Cohort[];
};

/**
 * The next snapshot of one assessment.
 *
 * @param before the blocks of the last one, in any order; members in the order in which they go with those who leave
 * @param published the cohorts of the last one
 * @param waiting results that are in no block, in the order in which they are let in. Of an organisation that is still shown
 * with an earlier result the later one goes on waiting
 */
export function planBlocks<Member extends BlockMember, Waiting extends Contribution>(
  before: readonly (readonly Member[])[],
  published: readonly Cohort[],
  waiting: readonly Waiting[],
): BlockPlan<Member | Waiting> {
  const kept: Member[][] = [];
  const spent: Member[] = [];
  for (const block of before) {
    const going = goingFrom(block);
    const staying = block.filter((member) => !going.has(member));
    if (staying.length > 0) kept.push(staying);
    for (const member of going) spent.push(member);
  }
  const shown = new Set(kept.flat().map(({ organization }) => organization));
  const formed = formBlocks(
    waiting.filter(({ organization }) => !shown.has(organization)),
    published,
    kept,
  );
  return { ...divide<Member | Waiting>([...kept, ...formed], published), spent };
}

/**
 * Who goes: those who must and as many more as make a block, or everybody when what is left would be none, or when somebody has come to know too
 * much of it.
 */
function goingFrom<Member extends BlockMember>(block: readonly Member[]): Set<Member> {
  if (!isBlock(block)) return new Set(block);
  const [leaving, superseded, current] = (["leaving", "superseded", "current"] as const).map((state) => block.filter((member) => member.state === state));
  const willing = new Set([...leaving!, ...superseded!]);
  const isSplit = (going: ReadonlySet<Member>) => isBlock([...going]) && (going.size === block.length || isBlock(block.filter((member) => !going.has(member))));
  if (isSplit(willing)) return willing;
  if (leaving!.length === 0) return new Set();
  const asManyAsNeeded = new Set([...willing, ...current!].slice(0, Math.max(SMALLEST_BLOCK, leaving!.length)));
  return isSplit(asManyAsNeeded) ? asManyAsNeeded : new Set(block);
}

/** Blocks of one profile where there are enough; of what is left over, wider ones as long as there is little to say of their cohort. */
function formBlocks<One extends Contribution>(waiting: readonly One[], published: readonly Cohort[], kept: readonly (readonly Contribution[])[]): One[][] {
  const formed: One[][] = [];
  const shown = new Map<string, { profile: Profile; size: number }>();
  const show = (contributions: readonly Contribution[]) => {
    for (const { profile } of contributions) {
      const key = cohortKey(profile);
      shown.set(key, { profile, size: (shown.get(key)?.size ?? 0) + 1 });
    }
  };
  const shownIn = (cohort: Cohort) => [...shown.values()].reduce((all, { profile, size }) => all + (isIn(cohort, profile) ? size : 0), 0);
  kept.forEach(show);
  const sideOf = sidesOf(published);
  let left = [...waiting];
  for (const wider of WIDER) {
    const next: One[] = [];
    for (const group of groupsBy(left, ({ profile }) => `${cohortKey(wider(profile))} ${sideOf(profile)}`)) {
      const isWanted = wider === WIDER[0] || shownIn(wider(group[0]!.profile)) < ENOUGH;
      const block = isWanted ? largestBlockOf(group) : [];
      if (block.length > 0) formed.push(block);
      show(block);
      const inside = new Set(block);
      for (const contribution of group) if (!inside.has(contribution)) next.push(contribution);
    }
    left = next;
  }
  return formed;
}

const WIDER: readonly ((profile: Profile) => Cohort)[] = [
  (profile) => profile,
  ({ industry, sizeBand }) => ({ industry, sizeBand, region: null }),
  ({ industry }) => ({ industry, sizeBand: null, region: null }),
  () => EVERYBODY,
];

/** In which of the cohorts a profile is, as one text. Profiles are few, whoever has them. */
function sidesOf(cohorts: readonly Cohort[]): (profile: Profile) => string {
  const known = new Map<string, string>();
  return (profile) => {
    const key = cohortKey(profile);
    const side = known.get(key) ?? cohorts.map((cohort) => (isIn(cohort, profile) ? "1" : "0")).join("");
    known.set(key, side);
    return side;
  };
}

/** As many as can be let in together, those who wait first; none when they are too few. */
function largestBlockOf<One extends Contribution>(waiting: readonly One[]): One[] {
  const free = waiting.filter(({ circle }) => circle === null).length;
  const circles = circlesOf(waiting);
  // So many can be had for a block of a size; of none between that and the size can be more, for the share falls with it.
  const availableFor = (size: number) => circles.reduce((all, circle) => all + Math.min(circle, Math.floor(size * LARGEST_SHARE)), free);
  let size = waiting.length;
  for (let available = availableFor(size); available < size; available = availableFor(size)) size = available;
  if (size < SMALLEST_BLOCK) return [];
  const atMost = Math.floor(size * LARGEST_SHARE);
  const taken = new Map<string, number>();
  const able = waiting.filter(({ circle }) => {
    if (circle === null) return true;
    taken.set(circle, (taken.get(circle) ?? 0) + 1);
    return taken.get(circle)! <= atMost;
  });
  return able.slice(0, size);
}

/** The cohorts that cut no block into pieces that are none, and the blocks as these cut them. */
function divide<One extends Contribution>(blocks: readonly (readonly One[])[], published: readonly Cohort[]): Pick<BlockPlan<One>, "blocks" | "cohorts"> {
  const isMixed = (block: readonly One[]) => block.some(({ profile }) => cohortKey(profile) !== cohortKey(block[0]!.profile));
  const cohorts: Cohort[] = [];
  let mixed = blocks.filter(isMixed);
  for (const cohort of candidates(blocks, published)) {
    const cut = mixed.flatMap((block) => groupsBy(block, ({ profile }) => (isIn(cohort, profile) ? "in" : "out")));
    if (!cut.every(isBlock)) continue;
    mixed = cut;
    cohorts.push(cohort);
  }
  return { blocks: [...blocks.filter((block) => !isMixed(block)), ...mixed], cohorts };
}

/** Cohorts with anybody in them: those published before, then the most general and largest first. */
function candidates(blocks: readonly (readonly Contribution[])[], published: readonly Cohort[]): Cohort[] {
  const sizes = new Map<string, { cohort: Cohort; size: number; rank: number }>();
  for (const [, { profile, size }] of countProfiles(blocks)) {
    for (const cohort of cohortsOf(profile)) {
      const key = cohortKey(cohort);
      const rank = published.findIndex((earlier) => cohortKey(earlier) === key);
      const known = sizes.get(key) ?? { cohort, size: 0, rank: rank < 0 ? Infinity : rank };
      sizes.set(key, { ...known, size: known.size + size });
    }
  }
  return [...sizes.entries()]
    .filter(([, { size }]) => size >= SMALLEST_BLOCK)
    .sort(([a, x], [b, y]) => compare(x.rank, y.rank) || traitsOf(x.cohort) - traitsOf(y.cohort) || y.size - x.size || compare(a, b))
    .map(([, { cohort }]) => cohort);
}

function countProfiles(blocks: readonly (readonly Contribution[])[]): Map<string, { profile: Profile; size: number }> {
  const counts = new Map<string, { profile: Profile; size: number }>();
  for (const { profile } of blocks.flat()) {
    const key = cohortKey(profile);
    counts.set(key, { profile, size: (counts.get(key)?.size ?? 0) + 1 });
  }
  return counts;
}

/** Whether what is said of these says nothing of fewer than eight unknown ones to anybody: of ten others to an organisation without clients. */
function isBlock(members: readonly Contribution[]): boolean {
  return members.length >= SMALLEST_BLOCK && circlesOf(members).every((size) => size <= members.length * LARGEST_SHARE);
}

/** How many each consultancy knows. */
function circlesOf(members: readonly Contribution[]): number[] {
  return groupsBy(
    members.filter(({ circle }) => circle !== null),
    ({ circle }) => circle!,
  ).map((circle) => circle.length);
}

function groupsBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

function compare<Value extends string | number>(a: Value, b: Value): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
