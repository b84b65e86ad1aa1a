import { createCipheriv, createHash, randomUUID } from "node:crypto";
import { type BlockMember, type BlockPlan, type Contribution, planBlocks } from "#app/domain/benchmark/blocks.ts";
import { circlesFrom } from "#app/domain/benchmark/circles.ts";
import { cohortFrom, type Profile } from "#app/domain/benchmark/cohort.ts";
import { addToTally, bestRows, type Layout, partRows, type Tally } from "#app/domain/benchmark/tally.ts";
import { FIELD_END, ROW_END, type ResultsPortion, type Snapshot, type ToSnapshotWorker } from "./snapshot-messages.server.ts";

/** Rows that are written at once; those of cohorts hold 200 counts each. */
const MEMBERS_AT_ONCE = 5_000;
const COHORTS_AT_ONCE = 500;
const BEST_AT_ONCE = 5_000;

/** A result's place in the last snapshot; block null: spent. */
type Place = { id: string; profile: Profile; block: string | null; circle: string | null; result: Result | null };
type Result = {
  id: string;
  organization: string;
  closedAt: number;
  number: number;
  profile: Profile;
  layout: Layout;
  figures: Int32Array;
  from: number;
  /** Whether it was in no block yet. */
  isNew: boolean;
  isLatest: boolean;
};
/** What is planned, with what is known of it. */
type Planned = Contribution & { result: Result | null; place: Place | null };

/** Makes the next snapshot of one family of what it is told of the last one and of what is shared. */
export class SnapshotReckoning {
  readonly #places = new Map<string, Place>();
  /** Of each organisation the latest. */
  readonly #latest = new Map<string, Result>();
  /** One object for each profile and each layout, however many have it. */
  readonly #profiles = new Map<string, Profile>();
  readonly #layouts = new Map<string, Layout>();

  addMembers(rows: string): void {
    for (const row of rows.split(ROW_END)) {
      const [id, block, circle, profile] = row.split(FIELD_END) as [string, string, string, string];
      this.#places.set(id, { id, profile: this.#profileOf(profile), block: block || null, circle: circle || null, result: null });
    }
  }

  addResults({ parts, items, rows, packed }: ResultsPortion): void {
    const layout = this.#layoutOf({ parts, items });
    const width = parts.length + items.length;
    const figures = wholeNumbers(Buffer.from(packed, "base64"));
    let from = 0;
    for (const row of rows.split(ROW_END)) {
      const [id, organization, closedAt, number, profile] = row.split(FIELD_END) as [string, string, string, string, string];
      const place = this.#places.get(id);
      const of = this.#profileOf(profile);
      const result = {
        id,
        organization,
        closedAt: Number(closedAt),
        number: Number(number),
        profile: of,
        layout,
        figures,
        from,
        isNew: !place,
        isLatest: true,
      };
      if (place) place.result = result;
      from += width;
      const latest = this.#latest.get(organization);
      if (latest) (isLater(result, latest) ? latest : result).isLatest = false;
      if (result.isLatest) this.#latest.set(organization, result);
    }
  }

  make({ published, known, seed }: Extract<ToSnapshotWorker, { kind: "make" }>): Snapshot {
    const { before, waiting } = this.#standing(new Map(known), seed);
    const plan = planBlocks(before, published.map(cohortFrom), waiting);
    const tally: Tally = new Map();
    for (const block of plan.blocks) for (const { profile, result } of block) addToTally(tally, profile, result!.layout, result!.figures, result!.from);
    return {
      members: inTexts(this.#moved(plan), MEMBERS_AT_ONCE),
      spent: inPortions(
        plan.spent.map(({ id }) => id),
        MEMBERS_AT_ONCE,
      ),
      cohorts: inTexts(partRows(tally, plan.cohorts), COHORTS_AT_ONCE),
      best: inTexts(bestRows(tally, plan.cohorts), BEST_AT_ONCE),
      organizations: this.#latest.size,
    };
  }

  /**
   * How the results stand before the snapshot, in an order that nobody can foresee: those in blocks, with what they were let in with, and of each
   * organisation the latest one, where it has been in none.
   *
   * @param known of each result the consultancies that know it
   */
  #standing(known: ReadonlyMap<string, readonly string[]>, seed: string): { before: (Planned & BlockMember)[][]; waiting: Planned[] } {
    const inBlocks = [...this.#places.values()].filter(({ block }) => block !== null);
    const circleOf = circlesFrom([...known.values(), ...inBlocks.flatMap(({ circle }) => (circle === null ? [] : [[circle]]))]);
    const blocks = new Map<string, (Planned & BlockMember)[]>();
    for (const place of shuffled(inBlocks, `${seed} blocks`)) {
      const { id, profile, block, circle, result } = place;
      // Of what is gone it is no longer known who knows it, but by what was written down.
      const names = known.get(id) ?? (!result && circle !== null ? [circle] : []);
      const state = !result ? "leaving" : result.isLatest ? "current" : "superseded";
      const member = { id, organization: result?.organization ?? id, profile, circle: circleOf(names), state, result, place } as const;
      const others = blocks.get(block!);
      if (others) others.push(member);
      else blocks.set(block!, [member]);
    }
    const latest = [...this.#latest.values()].filter(({ isNew }) => isNew);
    const waiting = shuffled(latest, `${seed} waiting`).map((result) => {
      const { id, organization, profile } = result;
      return { id, organization, profile, circle: circleOf(known.get(id) ?? []), result, place: null };
    });
    return { before: [...blocks.values()], waiting };
  }

  /** Who is in another block now, or in another circle; a block that is as it was keeps its name, and its rows are left alone. */
  #moved({ blocks }: BlockPlan<Planned>): Record<string, string | null>[] {
    const sizes = new Map<string, number>();
    for (const { block } of this.#places.values()) if (block !== null) sizes.set(block, (sizes.get(block) ?? 0) + 1);
    const moved: Record<string, string | null>[] = [];
    for (const block of blocks) {
      const earlier = new Set(block.map(({ place }) => place?.block));
      const [only] = earlier;
      const name = earlier.size === 1 && typeof only === "string" && sizes.get(only) === block.length ? only : randomUUID();
      for (const { id, profile, circle, place } of block) {
        if (place?.block === name && place.circle === circle) continue;
        moved.push({ id, industry: profile.industry, size_band: profile.sizeBand, region: profile.region, circle, block: name });
      }
    }
    return moved;
  }

  #profileOf(key: string): Profile {
    let profile = this.#profiles.get(key);
    if (!profile) this.#profiles.set(key, (profile = cohortFrom(key)));
    return profile;
  }

  #layoutOf(layout: Layout): Layout {
    const key = JSON.stringify(layout);
    const known = this.#layouts.get(key) ?? layout;
    this.#layouts.set(key, known);
    return known;
  }
}

/** @param bytes four for each, the highest first */
function wholeNumbers(bytes: Buffer): Int32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const numbers = new Int32Array(bytes.length / 4);
  for (let i = 0; i < numbers.length; i += 1) numbers[i] = view.getInt32(4 * i);
  return numbers;
}

function isLater(a: Result, b: Result): boolean {
  return (a.closedAt - b.closedAt || a.number - b.number || (a.id < b.id ? 1 : -1)) > 0;
}

/** The items in an order that depends on the seed and on nothing else: a number for each from a cipher's stream, and by these (Fisher and Yates). */
function shuffled<Item>(items: readonly Item[], seed: string): Item[] {
  const key = createHash("sha256").update(seed).digest();
  const stream = createCipheriv("aes-256-ctr", key, Buffer.alloc(16)).update(Buffer.alloc(6 * items.length));
  const order = [...items];
  for (let i = order.length - 1; i > 0; i -= 1) {
    const other = stream.readUIntBE(6 * i, 6) % (i + 1);
    [order[i], order[other]] = [order[other]!, order[i]!];
  }
  return order;
}

function inTexts(rows: readonly object[], size: number): string[] {
  return inPortions(rows, size).map((portion) => JSON.stringify(portion));
}

function inPortions<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}
