import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smallestDeterminedGroup } from "../../../tests/oracle/agreement-oracle.ts";
import { headsIn, headTable, mayPublishAgain, visibleGroups } from "./suppression.ts";
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
        fc.pre(headsIn(first) >= 5 && mayPublishAgain(headsIn(first), headsIn(first) + headsIn(newcomers)));
        const both = first.map((row, r) => row.map((n, f) => n + newcomers[r]![f]!));
        const earlier = visibleGroups([first]);
        const later = visibleGroups([both, newcomers], earlier);
        expect(smallestDeterminedGroup(first, earlier, { newcomers, visible: later })).toBeGreaterThanOrEqual(5);
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

describe("publishing again", () => {
  it("needs no new response, or five", () => {
    expect([0, 1, 4, 5, 6].map((added) => mayPublishAgain(7, 7 + added))).toEqual([true, false, false, true, true]);
  });

  it("is not for fewer responses than before", () => {
    expect(mayPublishAgain(12, 6)).toBe(false);
  });
});
