import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { headTable } from "#app/domain/agreement/suppression.ts";
import { FUNCTION_GROUPS, ROLE_GROUPS, type TeamResult } from "#app/domain/agreement/team-result-shape.ts";
import { organizationFileSchema } from "#app/domain/export/organization-file.ts";
import { TEAM_TABLES, teamTable } from "#app/domain/report/team-tables.ts";
import type { Score } from "#app/domain/scoring/score.ts";
import { RESPONDENT_ROLES, WORK_FUNCTIONS } from "#app/domain/tenancy/profile-choices.ts";
import { bindCatalog } from "#app/services/content/catalog-instance.server.ts";
import { loadContent } from "#app/services/content/load-content.server.ts";
import { storeVersions } from "#app/services/content/store-versions.server.ts";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { bindPublicOrigin } from "#app/services/env/public-origin-instance.server.ts";
import { computeInSteps } from "#app/services/results/compute-in-steps.server.ts";
import { publishResult } from "#app/services/results/publish-result.server.ts";
import { readTeamResult } from "#app/services/results/read-team-result.server.ts";
import { agreedRows, teamPage } from "#app/services/results/team-page.server.ts";
import { exportOrganization } from "#app/services/tenancy/export-organization.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { type Answering, makeAnsweredCycle } from "../factories/answered-cycle.ts";
import { english } from "../factories/english.ts";
import { makeOrganization } from "../factories/tenants.ts";
import { smallestDeterminedGroup } from "../oracle/agreement-oracle.ts";
import { testDatabases } from "../setup/test-databases.ts";

bindPublicOrigin("https://pinhigh.example");
const loaded = loadContent("content");
if (!("catalog" in loaded)) throw new Error("the content has problems");
const { catalog } = loaded;
const quiz = catalog.assessmentBySlug.get("customer-or-product-centric")!;

/** Few people in few groups, so that some are just large enough; now and then somebody who answers little, or did not say who they are. */
const anybody = fc.record({
  role: fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...RESPONDENT_ROLES) }, { weight: 1, arbitrary: fc.constant(null) }),
  workFunction: fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...WORK_FUNCTIONS.slice(0, 3)) }, { weight: 1, arbitrary: fc.constant(null) }),
  strength: fc.oneof({ weight: 8, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) }, { weight: 1, arbitrary: fc.constant(null) }),
  seed: fc.nat(100_000),
});
const anyPeople = fc.array(anybody, { minLength: 1, maxLength: 18, size: "max" });

/** Where a figure of a group stands in what was given out: of the whole, of a dimension, or of nothing. */
type Published = { roles: string[]; functions: string[] };

describe.each(await testDatabases())("everything that an owner can get of a team, on $name", ({ open }) => {
  let database: OpenDatabase & { drop(): Promise<void> };
  let owner: Access;
  let made = 0;
  beforeAll(async () => {
    database = await open();
    bindCatalog(catalog);
    await storeVersions(database.client, catalog);
    owner = await makeOrganization(database.client);
  });
  afterAll(() => database.drop());

  const of = (cycleId: string) => ({ organizationId: owner.organization.id, cycleId });
  async function published(people: readonly Answering[], id: string = randomUUID()) {
    const cycleId = await makeAnsweredCycle(database.client, owner, quiz, catalog, { id, people, period: `p${++made}` });
    expect(await publishResult(database.client, of(cycleId), { compute: computeInSteps })).toBe("stored");
    const result = (await readTeamResult(database.client, owner, cycleId, "en"))!;
    const page = teamPage(result, "Northern Ferries");
    const tables = TEAM_TABLES.map((table) => [
      table,
      page.state === "shown" ? teamTable(table, page.figures, agreedRows(result, english), page.names, english) : [],
    ]);
    return { cycleId, page, tables };
  }
  async function inFile(cycleId: string): Promise<TeamResult> {
    let text = "";
    for await (const piece of exportOrganization(database.client, owner, { language: "en", now: new Date() })) text += piece;
    return organizationFileSchema.parse(JSON.parse(text)).teamResults.find(({ cycle }) => cycle === cycleId)!.figures;
  }

  /** The groups of which any figure is given out anywhere, for a part: page, table or file. */
  function shownOf(sources: readonly TeamResult[], tables: readonly (readonly [string, (string | null)[][]])[], part: number | null): Published {
    const hasFigure = (row: (string | null)[] | undefined) => row?.[part === null ? 2 : 3 + part] != null;
    const rows = (name: string) => tables.find(([table]) => table === name)![1].slice(1);
    const inSource = (groups: TeamResult["roles"] | TeamResult["functions"]) =>
      groups.filter(({ overall, dimensions }) => (part === null ? overall : (dimensions[part]?.mean ?? null)) !== null).map(({ group }) => group as string);
    const inGaps = sources.flatMap(({ gaps }) =>
      gaps.flatMap(({ a, b, overall, dimensions }) => ((part === null ? overall : dimensions[part]!).difference === null ? [] : [a as string, b])),
    );
    const weighted = sources.flatMap(({ overall, dimensions, roleWeights }) =>
      (part === null ? overall : dimensions[part]!).weighted.mean === null ? [] : RESPONDENT_ROLES.filter((role) => roleWeights[role] > 0),
    );
    return {
      roles: [
        ...new Set([...sources.flatMap(({ roles }) => inSource(roles)), ...inGaps, ...weighted, ...ROLE_GROUPS.filter((_, i) => hasFigure(rows("roles")[i]))]),
      ],
      functions: [
        ...new Set([...sources.flatMap(({ functions }) => inSource(functions)), ...FUNCTION_GROUPS.filter((_, i) => hasFigure(rows("functions")[i]))]),
      ],
    };
  }

  it("says, whatever is added up and taken away, nothing of fewer than five people", async () => {
    await fc.assert(
      fc.asyncProperty(anyPeople, async (people) => {
        const { cycleId, page, tables } = await published(people);
        const stored = await inFile(cycleId);
        if (people.length < 5) {
          expect(page).toMatchObject({ state: "withheld", answered: people.length });
          expect(page).not.toHaveProperty("figures");
          expect(JSON.stringify(stored).match(/"mean":[^n]|"overall":[0-9]/)).toBeNull();
          return;
        }
        if (page.state !== "shown") throw new Error(page.state);
        expect(stored).toEqual(page.figures);
        const scores = await withTenant(database.client, of(cycleId), (tx) =>
          tx.response.findMany({ where: { cycleId }, select: { respondentRole: true, workFunction: true, result: { select: { score: true } } } }),
        );
        for (const part of [null, ...quiz.definition.dimensions.keys()]) {
          const scored = scores.filter(({ result }) => {
            const { overall, dimensions } = result!.score as unknown as Score;
            return part === null ? overall.score !== null : dimensions[part]!.published;
          });
          const table = headTable(
            scored.map(({ respondentRole, workFunction }) => ({
              group: ROLE_GROUPS.find((group) => group === respondentRole) ?? "not_said",
              workFunction: FUNCTION_GROUPS.find((group) => group === workFunction) ?? "not_said",
            })),
          );
          const shown = shownOf([page.figures, stored], tables as [string, (string | null)[][]][], part);
          const whole = part === null ? page.figures.overall : page.figures.dimensions[part]!;
          if (scored.length < 5) expect({ mean: whole.mean, shown }).toEqual({ mean: null, shown: { roles: [], functions: [] } });
          else expect(smallestDeterminedGroup(table, shown as never), `part ${part}`).toBeGreaterThanOrEqual(5);
        }
        for (const { states, distribution, mean, agreement } of page.figures.items)
          if (states.answered < 5) expect({ distribution, mean, agreement }).toEqual({ distribution: null, mean: null, agreement: null });
      }),
      { numRuns: 12 },
    );
  }, 240_000);

  it("does not change when two of one role and function have answered each other's answers", async () => {
    await fc.assert(
      fc.asyncProperty(anyPeople, fc.nat(), fc.nat(), async (people, one, other) => {
        const first = people[one % people.length]!;
        const alike = people.filter(({ role, workFunction }) => role === first.role && workFunction === first.workFunction);
        const second = alike[other % alike.length]!;
        const swapped = people.map((person) =>
          person === first
            ? { ...person, seed: second.seed, strength: second.strength }
            : person === second
              ? { ...person, seed: first.seed, strength: first.strength }
              : person,
        );
        const id = randomUUID();
        // The seed of its draws is the end of its id.
        const [before, after] = [await published(people, id), await published(swapped, randomUUID().slice(0, 28) + id.slice(28))];
        expect(after.tables).toEqual(before.tables);
        expect("figures" in after.page && after.page.figures).toEqual("figures" in before.page && before.page.figures);
      }),
      { numRuns: 8 },
    );
  }, 240_000);
});
