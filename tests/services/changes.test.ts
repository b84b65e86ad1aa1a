import path from "node:path";
import { describe, expect, it } from "vitest";
import { teamChange } from "#app/domain/change/team-change.ts";
import { trendLines } from "#app/domain/change/trend-lines.ts";
import { cycleChangeSchema } from "#app/domain/trends/change-shape.ts";
import { askChange } from "#app/services/changes/ask-change.server.ts";
import { computeChange } from "#app/services/changes/compute-change.server.ts";
import { computeChanges } from "#app/services/changes/compute-changes.server.ts";
import { periodOfCycle } from "#app/services/changes/period-of-cycle.server.ts";
import { teamComputer } from "#app/services/results/compute-team.server.ts";
import { publishResult, seedOf } from "#app/services/results/publish-result.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { addAnswers, type Answering, closeAnswered, makeAnsweredCycle, peopleFrom, reopenAnswered } from "../factories/answered-cycle.ts";
import { catalog, catalogueStage, quiz } from "../factories/catalogue-stage.ts";
import { makeMember, makeOrganization } from "../factories/tenants.ts";
import { testDatabases } from "../setup/test-databases.ts";

const compute = teamComputer({ workerFile: path.resolve("build/worker/team-worker.js") });
const NEVER = new AbortController().signal;
const now = new Date();

describe.each(await testDatabases())("what changed between two cycles, on $name", ({ open }) => {
  const problems: unknown[] = [];
  const log = { error: (problem: unknown) => void problems.push(problem) };
  const { db, within } = catalogueStage(open);
  const publish = ({ organization }: Access, cycleId: string) => publishResult(db(), { organizationId: organization.id, cycleId }, { compute });
  const published = async (access: Access, period: string, people: readonly Answering[], isAnonymous = true) => {
    const id = await makeAnsweredCycle(db(), access, quiz, catalog, { people, period, isAnonymous });
    expect(await publish(access, id)).toBe("stored");
    return id;
  };
  const rows = (access: Access) =>
    within(access, (tx) => tx.cycleChange.findMany({ select: { fromCycleId: true, toCycleId: true, isDue: true, asked: true, figures: true } }));
  const run = () => computeChanges({ db: db(), log, signal: NEVER });
  const figuresOf = async (access: Access, from: string, to: string) =>
    cycleChangeSchema.parse((await rows(access)).find(({ fromCycleId, toCycleId }) => fromCycleId === from && toCycleId === to)!.figures);
  const periodOf = ({ organization }: Access, cycleId: string, people: number) =>
    periodOfCycle(db(), { organizationId: organization.id, cycleId }, { hash: quiz.hash, people });
  /** Everybody who is asked: the people of the organisation, where nobody is listed. */
  const asked = (access: Access, cycleId: string) => within(access, async (tx) => (await tx.teamResult.findFirstOrThrow({ where: { cycleId } })).asked);

  it("is asked for with every result but the first, and is what the same answers give at once", async () => {
    const owner = await makeOrganization(db());
    const first = await published(owner, "2026-Q1", peopleFrom(1, 7));
    expect(await rows(owner)).toEqual([]);
    const second = await published(owner, "2026-Q2", peopleFrom(40, 9));
    expect(await rows(owner)).toMatchObject([{ fromCycleId: first, toCycleId: second, isDue: true, figures: null }]);
    await run();
    const stored = await figuresOf(owner, first, second);
    const [before, after] = [await periodOf(owner, first, await asked(owner, first)), await periodOf(owner, second, await asked(owner, second))];
    expect(stored.change).toEqual(teamChange({ before, after, seed: seedOf(second) }));
    expect(stored.trend).toEqual({ cycles: [first, second], versions: [quiz.definition.version, quiz.definition.version], lines: trendLines([before, after]) });
    expect(stored.isNamed).toBe(false);
    expect(stored.change.overall.returning).toEqual({ n: null, change: null, reason: "not_matched" });
    expect(await run()).toBe(0);
    expect(problems).toEqual([]);
  });

  it("recognises the same people in named cycles, and nobody in anonymous ones", async () => {
    const owner = await makeOrganization(db());
    const members = await Promise.all(Array.from({ length: 6 }, () => makeMember(db(), owner, "respondent")));
    const as = (seed: number) => members.map(({ memberId }, i) => ({ seed: seed + i, memberId }));
    const first = await published(owner, "2026-Q1", as(1), false);
    const second = await published(owner, "2026-Q2", as(50), false);
    const third = await published(owner, "2026-Q3", peopleFrom(90, 6));
    await run();
    const named = await figuresOf(owner, first, second);
    expect(named.isNamed).toBe(true);
    expect(named.change.overall.returning.n).toBe(named.change.overall.before);
    const mixed = await figuresOf(owner, second, third);
    expect(mixed.isNamed).toBe(false);
    expect(mixed.change.overall.returning.n).toBeNull();
    expect(mixed.trend!.cycles).toEqual([first, second, third]);
  });

  it("says nothing where fewer than five answered, and nothing of who came after a result was shown", async () => {
    const owner = await makeOrganization(db());
    const few = await published(owner, "2026-Q1", peopleFrom(1, 4));
    const many = await published(owner, "2026-Q2", peopleFrom(10, 8));
    await run();
    const { change } = await figuresOf(owner, few, many);
    for (const part of [change.overall, ...change.dimensions]) expect(part).toMatchObject({ measured: null, interval: null, p: null, verdict: "too_few" });
    await reopenAnswered(db(), owner, many);
    await addAnswers(db(), owner, quiz, catalog, { cycleId: many, people: peopleFrom(60, 2) });
    await closeAnswered(db(), owner, many);
    expect(await publish(owner, many)).toBe("kept");
    expect((await periodOf(owner, many, 8)).respondents).toHaveLength(8);
    expect((await rows(owner)).every(({ isDue }) => !isDue)).toBe(true);
  });

  it("is computed anew once one of the two has another result", async () => {
    const owner = await makeOrganization(db());
    const [first, second, third] = [
      await published(owner, "2026-Q1", peopleFrom(1, 6)),
      await published(owner, "2026-Q2", peopleFrom(10, 6)),
      await published(owner, "2026-Q3", peopleFrom(20, 6)),
    ];
    await run();
    await reopenAnswered(db(), owner, first);
    await addAnswers(db(), owner, quiz, catalog, { cycleId: first, people: peopleFrom(60, 6) });
    await closeAnswered(db(), owner, first);
    expect(await publish(owner, first)).toBe("stored");
    expect((await rows(owner)).filter(({ isDue }) => isDue)).toHaveLength(2);
    await run();
    expect((await figuresOf(owner, first, second)).change.overall.before).toBeGreaterThan(6);
    expect((await figuresOf(owner, second, third)).trend!.cycles).toEqual([first, second, third]);
  });

  it("is stored once, however many compute it at the same time, and not where it was asked for again meanwhile", async () => {
    const owner = await makeOrganization(db());
    const [from, to] = [await published(owner, "2026-Q1", peopleFrom(1, 6)), await published(owner, "2026-Q2", peopleFrom(10, 6))];
    const pair = { organizationId: owner.organization.id, fromCycleId: from, toCycleId: to };
    const outcomes = await Promise.all(Array.from({ length: 3 }, () => computeChange(db(), pair)));
    expect(outcomes.filter((outcome) => outcome === "stored")).toHaveLength(1);
    expect(await computeChange(db(), pair)).toBe("not-due");
    await expect(computeChange(db(), { ...pair, toCycleId: from })).resolves.toBe("not-due");
  });

  it("of any two cycles of one assessment is asked for by who sees results, once, and in the order of time", async () => {
    const owner = await makeOrganization(db());
    const [viewer, respondent] = [await makeMember(db(), owner, "viewer"), await makeMember(db(), owner, "respondent")];
    const [first, , third] = [
      await published(owner, "2026-Q1", peopleFrom(1, 6)),
      await published(owner, "2026-Q2", peopleFrom(10, 6)),
      await published(owner, "2026-Q3", peopleFrom(20, 6)),
    ];
    const open = await makeAnsweredCycle(db(), owner, quiz, catalog, { people: peopleFrom(30, 6), period: "2026-Q4", isClosed: false });
    const ask = (access: Access, one: string, other: string) => askChange(db(), access, [one, other], now);
    expect(await ask(respondent, first, third)).toEqual({ kind: "not-allowed" });
    expect(await ask(viewer, first, first)).toEqual({ kind: "same" });
    expect(await ask(viewer, first, open)).toEqual({ kind: "not-published" });
    expect(await ask(await makeOrganization(db()), first, third)).toEqual({ kind: "not-published" });
    for (let i = 0; i < 3; i++) expect(await ask(viewer, third, first)).toEqual({ kind: "asked", from: first, to: third });
    expect((await rows(owner)).filter(({ fromCycleId, toCycleId }) => fromCycleId === first && toCycleId === third)).toMatchObject([{ asked: 1 }]);
    await run();
    expect((await figuresOf(owner, first, third)).trend).toBeNull();
    expect(await ask(viewer, first, third)).toMatchObject({ kind: "asked" });
    expect((await rows(owner)).every(({ isDue }) => !isDue)).toBe(true);
    await reopenAnswered(db(), owner, third);
    expect(await ask(viewer, first, third)).toEqual({ kind: "not-published" });
  });
});
