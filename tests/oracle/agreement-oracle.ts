import { FUNCTION_GROUPS, type FunctionGroup, ROLE_GROUPS, type RoleGroup } from "#app/domain/agreement/team-result-shape.ts";
import { Ratio } from "./score-oracle.ts";

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
