import { FUNCTION_GROUPS, type FunctionGroup, ROLE_GROUPS, type RoleGroup, SMALLEST_GROUP } from "./team-result-shape.ts";

/**
 * Which groups of a team may be shown (method, section 5): none below five people, and none from which fewer than five
 * could be worked out by adding up and taking away what is shown.
 */

/** How many people of each role (in the order of ROLE_GROUPS) are in each function (of FUNCTION_GROUPS). */
export type HeadTable = readonly (readonly number[])[];

export type Visible = { readonly roles: readonly RoleGroup[]; readonly functions: readonly FunctionGroup[] };

/** Counts heads. @param people in any order */
export function headTable(people: Iterable<{ group: RoleGroup; workFunction: FunctionGroup }>): HeadTable {
  const table = ROLE_GROUPS.map(() => FUNCTION_GROUPS.map(() => 0));
  for (const { group, workFunction } of people) table[ROLE_GROUPS.indexOf(group)]![FUNCTION_GROUPS.indexOf(workFunction)]! += 1;
  return table;
}

export function headsIn(table: HeadTable): number {
  return table.reduce((all, row) => all + sumOf(row), 0);
}

/**
 * The groups that may be shown together with the whole. Every role and every function is a candidate, those who did not
 * say included. Roles go first: where the two ways to divide the team endanger each other, functions are hidden, the
 * smallest first (of equals the later in the list).
 *
 * What can be worked out from sums over the whole team and over groups is the span of their membership vectors. With
 * everybody an edge between their role and their function, all hidden roles taken as one point and all hidden functions
 * as another, that span is the cut space of a graph, and the fewest people of whom anything can be worked out are the
 * smallest cut that is not empty. Groups are hidden until it is five or more, in every table.
 *
 * @param tables one of heads and one of each figure that is shown by group, counting those who have it: whoever skipped a
 * part is missing from that part's sums. The same groups are shown for all, because figures that are sums of each other
 * could give away what is hidden in one alone. Tables of fewer than five people are left out: nothing is shown of them.
 * @param among those that may be shown at most, as when an earlier publication has shown only these
 */
export function visibleGroups(tables: readonly HeadTable[], among: Visible = { roles: ROLE_GROUPS, functions: FUNCTION_GROUPS }): Visible {
  const shown = tables.filter((table) => headsIn(table) >= SMALLEST_GROUP);
  const [heads] = shown;
  if (heads === undefined) return { roles: [], functions: [] };
  const isSafe = (visible: Visible) => shown.every((table) => smallestCut(table, visible) >= SMALLEST_GROUP);
  const sizeOfRole = (role: RoleGroup, table: HeadTable) => sumOf(table[ROLE_GROUPS.indexOf(role)]!);
  const sizeOfFunction = (name: FunctionGroup, table: HeadTable) => sumOf(table.map((row) => row[FUNCTION_GROUPS.indexOf(name)]!));
  const roles = largestFirst(among.roles, (role) => sizeOfRole(role, heads));
  while (!isSafe({ roles, functions: [] })) roles.pop();
  const functions = largestFirst(among.functions, (name) => sizeOfFunction(name, heads));
  while (!isSafe({ roles, functions })) functions.pop();
  // Two hidden groups or none: to hide one alone hides nothing, its figure is the whole less the others.
  return { roles: ROLE_GROUPS.filter((role) => roles.includes(role)), functions: FUNCTION_GROUPS.filter((name) => functions.includes(name)) };
}

/** Those with anybody in them. */
function largestFirst<Group>(groups: readonly Group[], sizeOf: (group: Group) => number): Group[] {
  return groups.filter((group) => sizeOf(group) > 0).sort((a, b) => sizeOf(b) - sizeOf(a));
}

/** The fewest people of whom anything can be worked out, see `visibleGroups`; infinite when nothing can. */
function smallestCut(table: HeadTable, visible: Visible): number {
  const heads = merged(merged(table, ROLE_GROUPS, visible.roles), FUNCTION_GROUPS, visible.functions);
  const [rows, columns] = [heads.length, heads[0]!.length];
  let smallest = Infinity;
  // Each way to divide the points in two, the first point always on the same side.
  for (let side = 0; side < 2 ** (rows + columns); side += 2) {
    let cut = 0;
    for (let r = 0; r < rows; r++) {
      for (let c = 0; c < columns; c++) {
        if (((side >> r) & 1) !== ((side >> (rows + c)) & 1)) cut += heads[r]![c]!;
      }
    }
    if (cut > 0 && cut < smallest) smallest = cut;
  }
  return smallest;
}

/** Rows of the visible groups, one for all hidden ones together, and those of nobody left out; turned, for the next time. @param table of at least one person */
function merged<Group>(table: HeadTable, groups: readonly Group[], visible: readonly Group[]): HeadTable {
  const kept = table.filter((_, i) => visible.includes(groups[i]!));
  const hidden = table.filter((_, i) => !visible.includes(groups[i]!));
  const rows = [...kept, ...(hidden.length > 0 ? [addRows(hidden)] : [])].filter((row) => sumOf(row) > 0);
  return rows[0]!.map((_, c) => rows.map((row) => row[c]!));
}

function addRows(rows: HeadTable): readonly number[] {
  return rows[0]!.map((_, c) => sumOf(rows.map((row) => row[c]!)));
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((all, n) => all + n, 0);
}

/** How many submitted in one way, and how many of them an earlier result of the cycle was made of. */
export type Submitted = { readonly submitted: number; readonly published: number };
/** Those who were asked by name, and those who came by an open link. */
export type SubmittedByWay = { readonly asked: Submitted; readonly byLink: Submitted };

/**
 * Whose answers, beside those of an earlier result, go into the next result of an anonymous cycle: of those who came in one way only
 * five or more at once, since whoever knows the others could work out fewer. Fewer alone, of whom nothing is shown, are counted.
 */
export function waysToPublish({ asked, byLink }: SubmittedByWay): { asked: boolean; byLink: boolean } {
  const added = (of: Submitted) => of.submitted - of.published;
  const isAlone = (of: Submitted, others: Submitted) => of.published === 0 && others.submitted === 0;
  return {
    asked: added(asked) >= SMALLEST_GROUP || isAlone(asked, byLink),
    byLink: added(byLink) >= SMALLEST_GROUP || isAlone(byLink, asked),
  };
}
