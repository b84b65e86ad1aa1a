import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { hasEnded, INITIATIVE_STATES } from "#app/domain/board/initiative-state.ts";
import { fieldsOfOwn } from "#app/domain/board/own-initiative-form.ts";
import { planIdOf } from "#app/domain/board/own-initiative.ts";
import { addFromLibrary, addOwn, MOST_INITIATIVES } from "#app/services/board/add-initiative.server.ts";
import { attach, detach } from "#app/services/board/change-attachments.server.ts";
import { changeBet, decideBet } from "#app/services/board/change-bet.server.ts";
import { changeKeeping } from "#app/services/board/change-keeping.server.ts";
import { addNote, removeNote } from "#app/services/board/change-notes.server.ts";
import { changeOwn } from "#app/services/board/change-own.server.ts";
import { addStep, moveStep, removeStep, restoreStep, tickStep } from "#app/services/board/change-steps.server.ts";
import { initiativeLibrary } from "#app/services/board/initiative-library.server.ts";
import { newInitiativeByForm } from "#app/services/board/own-initiative-page.server.ts";
import { remindOfInitiatives } from "#app/services/board/remind-of-initiatives.server.ts";
import { addKpi } from "#app/services/kpis/add-kpi.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { removeMember } from "#app/services/tenancy/remove-member.server.ts";
import { english } from "../factories/english.ts";
import { makeMember, makeOrganization } from "../factories/tenants.ts";
import { testDatabases } from "../setup/test-databases.ts";
import { catalog, NOW, en, initiativeStage } from "../factories/initiative-stage.ts";

const [first, second] = catalog.initiatives.filter(({ requires }) => requires.length === 0);

describe.each(await testDatabases())("initiatives of a roadmap, on $name", ({ open }) => {
  const { db, own, added, read, within, actions, told, statusOf } = initiativeStage(open);

  it("of the library come once, however many add one at once, with its checklist and its bet as a beginning", async () => {
    const owner = await makeOrganization(db());
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => addFromLibrary(db(), owner, first!.id, en)));
    const ids = new Set(outcomes.map((outcome) => ("id" in outcome ? outcome.id : outcome.kind)));
    expect([ids.size, outcomes.map(({ kind }) => kind).sort()]).toEqual([1, ["added", ...Array.from({ length: 9 }, () => "there")]]);
    const { initiative, title, steps, about } = await read(owner, [...ids][0]!);
    expect(initiative).toMatchObject({ libraryId: first!.id, state: "proposed", hypothesis: first!.hypothesis, refutedBy: first!.refutedBy, verdict: null });
    expect([title, steps.map(({ text }) => text), about?.raises.length]).toEqual([first!.title, first!.checklist, first!.raises.length]);
    expect(await actions(owner)).toEqual(["initiative.added"]);
    expect(await addFromLibrary(db(), owner, "no-such-initiative", en)).toEqual({ kind: "not-found" });
  });

  it("of their own come once by a form that is sent often, which does not say that it brought what is sent by it later", async () => {
    const owner = await makeOrganization(db());
    const once = randomUUID();
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => addOwn(db(), owner, once, own({ checklist: ["Ask", "Count"], hypothesis: "If" }), en)));
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["added", "there", "there", "there", "there"]);
    const { initiative, steps } = await read(owner, once);
    expect([initiative.hypothesis, initiative.refutedBy, steps.map(({ text }) => text)]).toEqual(["If", null, ["Ask", "Count"]]);
    const other = own({ checklist: ["Ask", "Count"], hypothesis: "If", quarters: 3 });
    expect(await addOwn(db(), owner, once, other, en)).toEqual({ kind: "used" });
    const form = Object.entries({ ...fieldsOfOwn(other, new Map()), intent: "own", once });
    const ask = (entries: [string, string][]) =>
      newInitiativeByForm(db(), owner, new Request("https://pinhigh.example/", { method: "POST", body: new URLSearchParams(entries) }), {
        ...{ words: english, now: NOW },
      });
    const { again } = await ask(form);
    expect(again).toMatchObject({ status: 422, problems: [{ field: "title", message: expect.stringContaining("was sent before") as string }] });
    // The form that comes back is another one.
    expect(await ask(Object.entries({ ...again!.entered, intent: "own" }))).toMatchObject({ next: expect.stringContaining("?done=added") as string });
    expect(await within(owner, (tx) => tx.roadmapInitiative.count())).toBe(2);
  });

  it("are as many as a roadmap has", async () => {
    const owner = await makeOrganization(db());
    await within(owner, (tx) => tx.roadmapInitiative.createMany({ data: Array.from({ length: MOST_INITIATIVES }, () => ({ own: own(), createdBy: "x" })) }));
    expect(await addFromLibrary(db(), owner, first!.id, en)).toEqual({ kind: "full" });
    expect(await addOwn(db(), owner, randomUUID(), own(), en)).toEqual({ kind: "full" });
  });

  it("are found in the library by what they are called and raise, in the order of their pillars, and say which are there", async () => {
    const owner = await makeOrganization(db());
    const outcome = await addFromLibrary(db(), owner, first!.id, en);
    const all = await initiativeLibrary(db(), owner, { q: "", pillar: null, page: 1 }, english);
    expect([all.total, all.entries.length]).toEqual([catalog.initiatives.length, 20]);
    const found = await initiativeLibrary(db(), owner, { q: first!.title.toUpperCase(), pillar: first!.pillars[0]!, page: 1 }, english);
    expect(found.entries.find(({ id }) => id === first!.id)).toMatchObject({ rowId: "id" in outcome && outcome.id, title: first!.title });
    const { question } = found.entries[0]!.raises[0]!;
    expect((await initiativeLibrary(db(), owner, { q: question, pillar: null, page: 1 }, english)).total).toBeGreaterThan(0);
    expect(await initiativeLibrary(db(), owner, { q: "zzz no such words", pillar: null, page: 1 }, english)).toEqual({ entries: [], total: 0 });
  });

  it("cannot rest on one another in a circle, also where two close it at once", async () => {
    const owner = await makeOrganization(db());
    const [a, b] = [await added(owner, { title: "A" }), await added(owner, { title: "B" })];
    const close = (id: string, title: string, on: string) => changeOwn(db(), owner, id, { revision: 1, own: own({ title, requires: [planIdOf(on)] }) }, en);
    expect(await close(a, "A", a)).toEqual({ kind: "circle", titles: ["A"] });
    const outcomes = await Promise.all([close(a, "A", b), close(b, "B", a)]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["circle", "done"]);
    expect(outcomes.find(({ kind }) => kind === "circle")).toMatchObject({ titles: expect.arrayContaining(["A", "B"]) as string[] });
    const c = randomUUID();
    expect(await addOwn(db(), owner, c, own({ title: "C", requires: [planIdOf(c)] }), en)).toEqual({ kind: "circle", titles: ["C"] });
    expect((await read(owner, a)).about!.requires.concat((await read(owner, b)).about!.requires)).toMatchObject([{ state: "proposed" }]);
  });

  it("say of what they rest on where it stands, and of their KPIs which are followed", async () => {
    const owner = await makeOrganization(db());
    const kpi = randomUUID();
    const terms = { name: "N", unit: "", definition: null, higherIsBetter: true, cadence: "month" as const, ownerId: null, baseline: null, baselineOn: null };
    const [followed, other] = catalog.kpis;
    await addKpi(db(), owner, { ...terms, anchors: null, once: kpi, libraryId: followed!.id }, en);
    const there = await addFromLibrary(db(), owner, first!.id, en);
    const id = await added(owner, { requires: [first!.id, second!.id], kpis: [followed!.id, other!.id] });
    expect((await read(owner, id)).about).toMatchObject({
      requires: [
        { title: first!.title, rowId: "id" in there && there.id, state: "proposed" },
        { title: second!.title, rowId: null, state: null },
      ],
      kpis: [
        { id: followed!.id, followedBy: kpi },
        { id: other!.id, followedBy: null },
      ],
    });
  });

  it("of their own are changed by one of two who do at once, and those of the library by nobody", async () => {
    const owner = await makeOrganization(db());
    const id = await added(owner, { checklist: ["Ask"], hypothesis: "If" });
    const change = (title: string, revision: number) => changeOwn(db(), owner, id, { revision, own: own({ title }) }, en);
    expect(await change("First", 1)).toEqual({ kind: "done" });
    expect(await change("Second", 1)).toMatchObject({ kind: "conflict", now: { own: { title: "First" }, revision: 2 } });
    expect(await change("First", 1)).toEqual({ kind: "done" });
    // What it bets on and its checklist are not in that form.
    expect((await read(owner, id)).initiative.own).toMatchObject({ title: "First", checklist: ["Ask"], hypothesis: "If" });
    const outcome = await addFromLibrary(db(), owner, first!.id, en);
    const libraryId = "id" in outcome ? outcome.id : "";
    expect(await changeOwn(db(), owner, libraryId, { revision: 1, own: own() }, en)).toEqual({ kind: "not-found" });
    expect(await actions(owner)).toEqual(["initiative.added", "initiative.changed", "initiative.added"]);
  });

  it("have an owner, who is told by whom, and a due day; of two who change it at once one is told of the other", async () => {
    const owner = await makeOrganization(db(), "Northern Ferries", { name: "Maria Virtanen" });
    const anna = await makeMember(db(), owner, "analyst", { name: "Anna" });
    const id = await added(owner);
    const keep = (who: string | null, due: string | null, revision: number, access = owner) =>
      changeKeeping(db(), access, id, { owner: who, due, revision }, en);
    expect(await keep(anna.memberId, "2027-06-30", 1)).toEqual({ kind: "done" });
    expect(await keep(null, null, 1)).toMatchObject({ kind: "conflict", now: { owner: { name: "Anna" }, due: "2027-06-30" } });
    expect(await keep(anna.memberId, "2027-06-30", 1)).toEqual({ kind: "done" });
    const values = { organization: "Northern Ferries", initiative: "Answer within a day", person: "Maria Virtanen" };
    expect(await told(anna, "initiative_owner")).toEqual([{ values, path: `/o/${owner.organization.slug}/roadmap/initiatives/${id}` }]);
    // A day alone, and oneself: nobody to tell.
    expect(await keep(anna.memberId, "2027-07-31", 2)).toEqual({ kind: "done" });
    expect(await keep(owner.memberId, "2027-07-31", 3)).toEqual({ kind: "done" });
    expect([await told(anna, "initiative_owner"), await told(owner, "initiative_owner")]).toMatchObject([[{}], []]);
    // Somebody of another organisation is nobody here.
    const stranger = await makeOrganization(db());
    expect(await keep(stranger.memberId, "2027-07-31", 4)).toEqual({ kind: "done" });
    expect((await read(owner, id)).initiative).toMatchObject({ owner: null, due: "2027-07-31", revision: 5 });
    await keep(anna.memberId, null, 5);
    await removeMember(db(), owner, anna.memberId!);
    expect((await read(owner, id)).initiative.owner).toBeNull();
  });

  it("have steps that are added, ticked by two at once, moved, removed and put back", async () => {
    const owner = await makeOrganization(db(), "Birch", { name: "Maria" });
    const id = await added(owner, { checklist: ["One", "Two"] });
    const once = randomUUID();
    const outcomes = await Promise.all([1, 2].map(() => addStep(db(), owner, id, { once, step: "Three" }, NOW)));
    expect(outcomes).toEqual([{ kind: "done" }, { kind: "done" }]);
    const texts = async () => (await read(owner, id)).steps.map(({ text }) => text);
    expect(await texts()).toEqual(["One", "Two", "Three"]);
    expect(await moveStep(db(), owner, id, once, -1, NOW)).toEqual({ kind: "done" });
    expect(await moveStep(db(), owner, id, once, -1, NOW)).toEqual({ kind: "done" });
    expect(await moveStep(db(), owner, id, once, -1, NOW)).toEqual({ kind: "done" });
    expect(await texts()).toEqual(["Three", "One", "Two"]);
    expect(await moveStep(db(), owner, id, once, 1, NOW)).toEqual({ kind: "done" });
    expect(await texts()).toEqual(["One", "Three", "Two"]);

    expect(await Promise.all([1, 2].map(() => tickStep(db(), owner, id, once, true, NOW)))).toEqual([{ kind: "done" }, { kind: "done" }]);
    expect((await read(owner, id)).steps[1]).toEqual({ id: once, text: "Three", doneBy: "Maria", doneAt: NOW.toISOString() });
    const removal = await removeStep(db(), owner, id, once, NOW);
    if (!("removed" in removal)) throw new Error(removal.kind);
    expect(await texts()).toEqual(["One", "Two"]);
    expect(await removeStep(db(), owner, id, once, NOW)).toEqual({ kind: "gone" });
    expect(await tickStep(db(), owner, id, once, true, NOW)).toEqual({ kind: "gone" });
    expect(await restoreStep(db(), owner, id, removal.removed, NOW)).toEqual({ kind: "done" });
    expect(await restoreStep(db(), owner, id, removal.removed, NOW)).toEqual({ kind: "done" });
    expect((await read(owner, id)).steps[1]).toEqual({ id: once, text: "Three", doneBy: "Maria", doneAt: NOW.toISOString() });
    expect(await tickStep(db(), owner, id, once, false, NOW)).toEqual({ kind: "done" });
    expect((await read(owner, id)).steps[1]).toMatchObject({ doneBy: null, doneAt: null });
    // What was done to it, each once.
    expect((await actions(owner)).slice(1)).toEqual([
      ...["initiative.step_added", "initiative.step_moved", "initiative.step_moved", "initiative.step_moved", "initiative.step_done"],
      ...["initiative.step_removed", "initiative.step_restored", "initiative.step_reopened"],
    ]);
    expect((await read(owner, id)).history[0]).toMatchObject({ who: "Maria", what: "took the tick from a step of the checklist", details: ["Step: Three"] });
    const [other] = (await read(owner, await added(owner, { checklist: ["Elsewhere"] }))).steps;
    for (const work of [
      tickStep(db(), owner, id, other!.id, true, NOW),
      moveStep(db(), owner, id, other!.id, 1, NOW),
      removeStep(db(), owner, id, other!.id, NOW),
    ])
      expect(await work).toEqual({ kind: "gone" });
  });

  it("are changed by who works on the roadmap, in their own organisation alone", async () => {
    const owner = await makeOrganization(db());
    const id = await added(owner, { checklist: ["One"] });
    const [step] = (await read(owner, id)).steps;
    const bet = { analog: null, antilog: null, leapOfFaith: "x", hypothesis: null, refutedBy: null, measureOn: null, revision: 1 };
    const everything = (access: Access) => [addFromLibrary(db(), access, first!.id, en), addOwn(db(), access, randomUUID(), own(), en), ...onIt(access)];
    const onIt = (access: Access) => [
      changeOwn(db(), access, id, { revision: 1, own: own({ title: "Mine" }) }, en),
      changeKeeping(db(), access, id, { owner: null, due: "2027-06-30", revision: 1 }, en),
      changeBet(db(), access, id, bet, NOW),
      decideBet(db(), access, id, { verdict: "held", measured: "x", decidedOn: "2027-03-01", revision: 1 }, NOW),
      addStep(db(), access, id, { once: randomUUID(), step: "x" }, NOW),
      tickStep(db(), access, id, step!.id, true, NOW),
      moveStep(db(), access, id, step!.id, 1, NOW),
      removeStep(db(), access, id, step!.id, NOW),
      addNote(db(), access, id, { once: randomUUID(), note: "x" }, NOW),
      removeNote(db(), access, id, randomUUID(), NOW),
      attach(db(), access, id, { once: randomUUID(), title: "x", link: "https://example.com" }, null, NOW),
      detach(db(), access, id, { id: randomUUID(), typed: "x" }, NOW),
    ];
    for (const role of ["viewer", "respondent"] as const)
      for (const outcome of await Promise.all(everything(await makeMember(db(), owner, role)))) expect(outcome).toEqual({ kind: "not-allowed" });
    const stranger = await makeOrganization(db());
    for (const outcome of await Promise.all(onIt(stranger))) expect(outcome).toEqual({ kind: "not-found" });
    expect(await statusOf(read(stranger, id))).toBe(404);
    expect(await statusOf(read(owner, "x"))).toBe(404);
    expect(await actions(owner)).toEqual(["initiative.added"]);
  });

  it("remind their owner of each due day once, however many processes do, and not of what has ended", async () => {
    const owner = await makeOrganization(db(), "Harbour Lines");
    const anna = await makeMember(db(), owner, "analyst");
    const keep = async (title: string, due: string | null, state = "under_way", who = anna.memberId) => {
      const id = await added(owner, { title });
      await changeKeeping(db(), owner, id, { owner: who, due, revision: 1 }, en);
      await within(owner, (tx) => tx.roadmapInitiative.updateMany({ where: { id }, data: { state } }));
      return id;
    };
    const due = await keep("Due", "2027-03-15");
    await keep("Tomorrow", "2027-03-16");
    await keep("Without a day", null);
    await keep("Nobody's", "2027-03-01", "under_way", null);
    for (const state of INITIATIVE_STATES.filter(hasEnded)) await keep(state, "2027-03-01", state);
    const remind = (now: Date) => remindOfInitiatives({ db: db(), now, signal: new AbortController().signal });
    expect((await Promise.all([remind(NOW), remind(NOW)])).reduce((sum, sent) => sum + sent)).toBe(1);
    const notice = {
      values: { organization: "Harbour Lines", initiative: "Due", date: "2027-03-15" },
      path: `/o/${owner.organization.slug}/roadmap/initiatives/${due}`,
    };
    expect(await told(anna, "initiative_due")).toEqual([notice]);
    // Where they are it is the 16th already at ten in the evening UTC.
    await within(owner, (tx) => tx.organization.updateMany({ where: { id: owner.organization.id }, data: { timeZone: "Europe/Helsinki" } }));
    expect(await remind(new Date("2027-03-15T21:59:00Z"))).toBe(0);
    expect(await remind(new Date("2027-03-15T22:00:00Z"))).toBe(1);
    // Another day is another reminder, and another owner has had none.
    await changeKeeping(db(), owner, due, { owner: anna.memberId, due: "2027-03-10", revision: 2 }, en);
    expect(await remind(NOW)).toBe(1);
    await changeKeeping(db(), owner, due, { owner: owner.memberId, due: "2027-03-10", revision: 3 }, en);
    expect([await remind(NOW), await remind(NOW)]).toEqual([1, 0]);
    expect(await told(owner, "initiative_due")).toMatchObject([{ values: { initiative: "Due", date: "2027-03-10" } }]);
    const ended = new AbortController();
    ended.abort();
    await changeKeeping(db(), owner, due, { owner: owner.memberId, due: "2027-03-11", revision: 4 }, en);
    expect(await remindOfInitiatives({ db: db(), now: NOW, signal: ended.signal })).toBe(0);
    await within(owner, (tx) => tx.organization.updateMany({ where: { id: owner.organization.id }, data: { eraseAfter: new Date("2027-04-15") } }));
    expect(await remind(NOW)).toBe(0);
  });
});
