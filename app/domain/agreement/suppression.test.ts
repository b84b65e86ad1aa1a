import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smallestDeterminedGroup } from "../../../tests/oracle/agreement-oracle.ts";
import { headsIn, headTable, visibleGroups, waysToPublish } from "./suppression.ts";
import { FUNCTION_GROUPS, type FunctionGroup, ROLE_GROUPS, type RoleGroup } from "./team-result-shape.ts";

/** A table from `{ executive: { sales: 3 } }`. */
const heads = (counts: Partial<Record<RoleGroup, Partial<Record<FunctionGroup, number>>>>) =>
  ROLE_GROUPS.map((role) => FUNCTION_GROUPS.map((name) => counts[role]?.[name] ?? 0));

/** Roles alone: nobody said where they work. */
const roles = (counts: Partial<Record<RoleGroup, number>>) => heads(Object.fromEntries(ROLE_GROUPS.map((role) => [role, { not_said: counts[role] ?? 0 }])));

describe("which groups are shown", () => {
  it("counts everybody once", () => {
    const table = headTable([
      { group: "executive", workFunction: "sales" },
      { group: "executive", workFunction: "sales" },
      { group: "not_said", workFunction: "not_said" },
    ]);
    expect(table).toEqual(heads({ executive: { sales: 2 }, not_said: { not_said: 1 } }));
    expect(headsIn(table)).toBe(3);
  });

  it("shows all groups of five and more", () => {
    expect(visibleGroups([roles({ executive: 5, manager: 5, frontline: 9 })]).roles).toEqual(["executive", "manager", "frontline"]);
  });

  it("hides the smallest other with a group of four, since the whole less the others would give it away", () => {
    expect(visibleGroups([roles({ executive: 4, manager: 6, frontline: 7 })]).roles).toEqual(["frontline"]);
  });

  it("hides nothing more when the hidden ones are five together", () => {
    expect(visibleGroups([roles({ executive: 2, manager: 3, frontline: 7 })]).roles).toEqual(["frontline"]);
  });

  it("takes those who did not say for a group", () => {
    expect(visibleGroups([roles({ executive: 8, manager: 6, frontline: 7, not_said: 1 })]).roles).toEqual(["executive", "frontline"]);
  });

  it("of two equally small ones hides the later", () => {
    expect(visibleGroups([roles({ executive: 6, manager: 6, frontline: 6, not_said: 1 })]).roles).toEqual(["executive", "manager"]);
  });

  it("shows no group of a team of four, and the one group of a team of five", () => {
    expect(visibleGroups([roles({ executive: 4 })])).toEqual({ roles: [], functions: [] });
    expect(visibleGroups([roles({ executive: 5 })])).toEqual({ roles: ["executive"], functions: ["not_said"] });
    expect(visibleGroups([])).toEqual({ roles: [], functions: [] });
  });

  it("hides functions where role less function would leave two people", () => {
    // Executives less sales: one executive of service, less one manager of sales.
    const table = heads({ executive: { sales: 4, service: 1 }, manager: { sales: 1, service: 4 } });
    expect(visibleGroups([table])).toEqual({ roles: ["executive", "manager"], functions: [] });
  });

  it("shows roles and functions where their overlap is large enough", () => {
    const table = heads({ executive: { sales: 5, service: 5 }, manager: { sales: 5, service: 5 } });
    expect(visibleGroups([table])).toEqual({ roles: ["executive", "manager"], functions: ["sales", "service"] });
  });

  it("shows the same groups for every figure: one that fewer than five of a group have hides it", () => {
    const all = roles({ executive: 6, manager: 7, frontline: 20 });
    const part = roles({ executive: 4, manager: 7, frontline: 20 });
    expect(visibleGroups([all, part]).roles).toEqual(["frontline"]);
    // One that nobody of a group has says nothing of it.
    expect(visibleGroups([all, roles({ manager: 7, frontline: 20 })]).roles).toEqual(["executive", "manager", "frontline"]);
    // One that fewer than five of the whole have is not shown at all, and endangers nobody.
    expect(visibleGroups([all, roles({ executive: 4 })]).roles).toEqual(["executive", "manager", "frontline"]);
  });

  it("shows at most what an earlier publication has shown", () => {
    expect(visibleGroups([roles({ executive: 9, manager: 9, frontline: 9 })], { roles: ["frontline"], functions: [] })).toEqual({
      roles: ["frontline"],
      functions: [],
    });
  });

  const anyTable = fc.array(fc.tuple(fc.nat(3), fc.nat(4), fc.oneof(fc.nat(3), fc.nat(8))), { maxLength: 9 }).map((cells) => {
    const table = ROLE_GROUPS.map(() => FUNCTION_GROUPS.map(() => 0));
    for (const [r, f, n] of cells) table[r]![f] = n;
    return table;
  });

  it("no linear combination of what is shown says anything of one to four people", () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const visible = visibleGroups([table]);
        if (headsIn(table) < 5) expect(visible).toEqual({ roles: [], functions: [] });
        else expect(smallestDeterminedGroup(table, visible)).toBeGreaterThanOrEqual(5);
      }),
      { numRuns: 3000 },
    );
  });

  it("nor in a second publication together with the first", () => {
    fc.assert(
      fc.property(anyTable, anyTable, (first, newcomers) => {
        fc.pre(headsIn(first) >= 5 && !isOneToFour(headsIn(newcomers)));
        const both = first.map((row, r) => row.map((n, f) => n + newcomers[r]![f]!));
        const earlier = visibleGroups([first]);
        const later = visibleGroups([both, newcomers], earlier);
        expect(smallestDeterminedGroup(first, earlier, { newcomers, visible: later })).toBeGreaterThanOrEqual(5);
      }),
      { numRuns: 1000 },
    );
  });

  it("nor beside the answers of everybody who came in one way, whom whoever answered by the link knows", () => {
    fc.assert(
      fc.property(anyTable, anyTable, (asked, byLink) => {
        fc.pre(![asked, byLink].some((table) => isOneToFour(headsIn(table))) && headsIn(asked) + headsIn(byLink) >= 5);
        const both = asked.map((row, r) => row.map((n, f) => n + byLink[r]![f]!));
        const visible = visibleGroups([both, asked, byLink]);
        for (const table of [both, asked, byLink]) if (headsIn(table) > 0) expect(smallestDeterminedGroup(table, visible)).toBeGreaterThanOrEqual(5);
      }),
      { numRuns: 1000 },
    );
  });

  it("hides no role without need: one more would give somebody away, or there is none", () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        fc.pre(headsIn(table) >= 5);
        const { roles: shown } = visibleGroups([table]);
        const hidden = ROLE_GROUPS.filter((role, r) => !shown.includes(role) && table[r]!.some((n) => n > 0));
        const largest = hidden.sort((a, b) => sizeOf(table, b) - sizeOf(table, a))[0];
        if (largest !== undefined) expect(smallestDeterminedGroup(table, { roles: [...shown, largest], functions: [] })).toBeLessThan(5);
      }),
    );
  });
});

const sizeOf = (table: readonly (readonly number[])[], role: RoleGroup) => table[ROLE_GROUPS.indexOf(role)]!.reduce((all, n) => all + n, 0);

const isOneToFour = (people: number) => people > 0 && people < 5;

describe("publishing", () => {
  /** Whose are in the next result, of so many who submitted and were published before. */
  const ways = (asked: [number, number], byLink: [number, number] = [0, 0]) => {
    const [a, l] = [asked, byLink].map(([submitted, published]) => ({ submitted, published }));
    const taken = waysToPublish({ asked: a!, byLink: l! });
    return [taken.asked, taken.byLink];
  };

  it("again needs five more", () => {
    expect([1, 4, 5, 6].map((added) => ways([7 + added, 7])[0])).toEqual([false, false, true, true]);
  });

  it("takes whoever came in one way where nobody came in the other", () => {
    expect([ways([3, 0]), ways([7, 0])].map(([asked]) => asked)).toEqual([true, true]);
    expect(ways([0, 0], [4, 0])[1]).toBe(true);
  });

  it("leaves out one to four of either way beside others: one who was asked is not told by four answers of the link", () => {
    expect(ways([1, 0], [4, 0])).toEqual([false, false]);
    expect(ways([1, 0], [5, 0])).toEqual([false, true]);
    expect(ways([20, 0], [2, 0])).toEqual([true, false]);
    expect(ways([5, 0], [5, 0])).toEqual([true, true]);
  });

  it("again looks at each way for itself", () => {
    expect(ways([9, 5], [6, 5])).toEqual([false, false]);
    expect(ways([10, 5], [6, 5])).toEqual([true, false]);
    // What was left out before comes in once it is five.
    expect(ways([20, 20], [5, 0])).toEqual([false, true]);
    expect(ways([1, 0], [9, 5])).toEqual([false, false]);
  });

  it("never leaves one to four to whoever knows one of the ways, and what was published before", () => {
    const anyWay = fc.tuple(fc.nat(12), fc.constantFrom(0, 5, 8)).map(([added, published]) => ({ submitted: published + added, published }));
    fc.assert(
      fc.property(anyWay, anyWay, (asked, byLink) => {
        const taken = waysToPublish({ asked, byLink });
        const inResult = [asked, byLink].map((of, i) => ({ all: [taken.asked, taken.byLink][i] ? of.submitted : of.published, before: of.published }));
        const isShown = inResult[0]!.all + inResult[1]!.all >= 5;
        for (const { all, before } of inResult) if (isShown) expect([isOneToFour(all), isOneToFour(all - before)]).toEqual([false, false]);
      }),
    );
  });
});
