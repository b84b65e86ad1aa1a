import { describe, expect, it } from "vitest";
import { readSummary } from "#app/services/home/read-summary.server.ts";
import { computeInSteps } from "#app/services/results/compute-in-steps.server.ts";
import { publishResult } from "#app/services/results/publish-result.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { makeAnsweredCycle, peopleFrom } from "../factories/answered-cycle.ts";
import { catalog, catalogueStage, now, quiz } from "../factories/catalogue-stage.ts";
import { english } from "../factories/english.ts";
import { makeOrganization } from "../factories/tenants.ts";
import { testDatabases } from "../setup/test-databases.ts";

const stack = catalog.assessmentBySlug.get("martech-stack")!;

describe.each(await testDatabases())("the page for a board, on $name", ({ open }) => {
  const { db } = catalogueStage(open);
  const published = async (access: Access, assessment: typeof quiz, people: number) => {
    const cycleId = await makeAnsweredCycle(db(), access, assessment, catalog, { people: peopleFrom(1, people) });
    expect(await publishResult(db(), { organizationId: access.organization.id, cycleId }, { compute: computeInSteps })).toBe("stored");
  };
  const read = (access: Access, slug: string | null) => readSummary(db(), access, slug, english, now);

  it("is of the assessment that was asked last, and of another one that has figures where that is chosen", async () => {
    const owner = await makeOrganization(db());
    expect(await read(owner, null)).toBeNull();
    await published(owner, quiz, 6);
    expect(await read(owner, null)).toMatchObject({ slug: quiz.definition.slug, choices: [{ slug: quiz.definition.slug, title: quiz.definition.title }] });
    await published(owner, stack, 6);
    const last = await read(owner, null);
    expect(last).toMatchObject({ slug: stack.definition.slug, names: { title: stack.definition.title } });
    expect(last!.choices.map(({ slug }) => slug).sort()).toEqual([quiz.definition.slug, stack.definition.slug].sort());
    expect(await read(owner, quiz.definition.slug)).toMatchObject({
      slug: quiz.definition.slug,
      choices: last!.choices,
      names: { title: quiz.definition.title },
    });
    for (const slug of ["no-such-assessment", "constructor", ""]) expect((await read(owner, slug))!.slug).toBe(stack.definition.slug);
  });

  it("offers no assessment of which nothing may be shown", async () => {
    const owner = await makeOrganization(db());
    await published(owner, quiz, 6);
    await published(owner, stack, 4);
    const summary = await read(owner, stack.definition.slug);
    expect(summary).toMatchObject({ slug: quiz.definition.slug, choices: [{ slug: quiz.definition.slug }] });
  });
});
