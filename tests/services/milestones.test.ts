import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MOST_MILESTONES } from "#app/domain/milestones/milestone-form.ts";
import { demoMilestones } from "#app/domain/demo/demo-milestones.ts";
import { bindCatalog } from "#app/services/content/catalog-instance.server.ts";
import { loadContent } from "#app/services/content/load-content.server.ts";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { bindPublicOrigin } from "#app/services/env/public-origin-instance.server.ts";
import { addMilestone } from "#app/services/milestones/add-milestone.server.ts";
import { changeMilestone } from "#app/services/milestones/change-milestone.server.ts";
import { changeMilestones } from "#app/services/milestones/change-milestones.server.ts";
import { listMilestones, marksIn } from "#app/services/milestones/list-milestones.server.ts";
import { removeMilestone } from "#app/services/milestones/remove-milestone.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { planDeletion } from "#app/services/tenancy/plan-deletion.server.ts";
import { removeMember } from "#app/services/tenancy/remove-member.server.ts";
import { english } from "../factories/english.ts";
import { makeMember, makeOrganization } from "../factories/tenants.ts";
import { testDatabases } from "../setup/test-databases.ts";

const loaded = loadContent("content");
if (!("catalog" in loaded)) throw new Error("the content has problems");
const { catalog } = loaded;

const databases = await testDatabases();
const now = new Date("2027-02-03T10:00:00Z");
const CRM = { on: "2027-02-28", title: "New CRM", initiative: null as string | null };
const SENT = { on: CRM.on, title: CRM.title };

describe.each(databases)("a milestone, on $name", ({ open }) => {
  let database: OpenDatabase & { drop(): Promise<void> };
  beforeAll(async () => {
    database = await open();
    bindCatalog(catalog);
    bindPublicOrigin("https://pinhigh.example");
  });
  afterAll(() => database.drop());

  const db = () => database.client;
  const events = ({ organization }: Access) =>
    withTenant(db(), { organizationId: organization.id }, async (tx) => {
      const found = await tx.auditEvent.findMany({ where: { objectKind: "milestone" }, orderBy: { id: "asc" } });
      return found.map(({ action, objectName, detail }) => ({ action, objectName, ...(detail ? { detail } : {}) }));
    });
  const marked = async (access: Access, what = CRM) => {
    expect(await addMilestone(db(), access, { ...what, once: randomUUID() }, now)).toBe("added");
    return (await listMilestones(db(), access)).find(({ title }) => title === what.title)!;
  };
  const sent = (access: Access, fields: Record<string, string>) => {
    const request = new Request("https://pinhigh.example/", { method: "POST", body: new URLSearchParams(fields) });
    return changeMilestones(db(), access, request, now, english);
  };

  it("is marked, changed, taken off and put back; the trail says each, and the latest stands first", async () => {
    const owner = await makeOrganization(db(), "Northern Ferries", { name: "Maria Virtanen" });
    const { id, revision } = await marked(owner);
    await marked(owner, { on: "2026-11-01", title: "One number to call", initiative: "answer-the-main-number" });
    expect(await changeMilestone(db(), owner, { id, revision, ...CRM, on: "2027-03-01" }, now)).toEqual({ kind: "changed" });
    expect(await listMilestones(db(), owner)).toMatchObject([
      { id, on: "2027-03-01", title: "New CRM", addedBy: "Maria Virtanen", initiative: null, revision: 2 },
      { on: "2026-11-01", title: "One number to call", initiative: "answer-the-main-number", revision: 1 },
    ]);
    const removed = await removeMilestone(db(), owner, id, now);
    expect(removed).toEqual({ kind: "removed", was: { id, on: "2027-03-01", title: "New CRM", initiative: null } });
    expect(await removeMilestone(db(), owner, id, now)).toEqual({ kind: "gone" });
    for (let i = 0; i < 2; i++) expect(await addMilestone(db(), owner, { ...CRM, id, on: "2027-03-01" }, now)).toBe("added");
    expect(await listMilestones(db(), owner)).toMatchObject([{ id, on: "2027-03-01" }, {}]);
    expect(await events(owner)).toEqual([
      { action: "milestone.added", objectName: "2027-02-28: New CRM" },
      { action: "milestone.added", objectName: "2026-11-01: One number to call", detail: { initiative: "Let a person answer the main number" } },
      { action: "milestone.changed", objectName: "2027-03-01: New CRM", detail: { onBefore: "2027-02-28", onAfter: "2027-03-01" } },
      { action: "milestone.taken_off", objectName: "2027-03-01: New CRM" },
      { action: "milestone.restored", objectName: "2027-03-01: New CRM" },
    ]);
  });

  it("that two people change comes back with both, and is saved over by choice; the same words are no conflict", async () => {
    const owner = await makeOrganization(db());
    const { id } = await marked(owner);
    const change = (revision: number, title: string) => changeMilestone(db(), owner, { id, revision, ...CRM, title }, now);
    const outcomes = await Promise.all(["a", "b", "c", "d"].map((title) => change(1, title)));
    expect(outcomes.filter(({ kind }) => kind === "changed")).toHaveLength(1);
    expect(outcomes.filter(({ kind }) => kind === "conflict")).toHaveLength(3);
    const [saved] = await listMilestones(db(), owner);
    expect(await change(1, saved!.title)).toEqual({ kind: "changed" });
    const back = await sent(owner, { intent: "change", id, revision: "1", on: CRM.on, title: "mine" });
    expect(back).toMatchObject({ kind: "refused", entered: { title: "mine", revision: "2" }, differences: [{ savedNow: saved!.title, yours: "mine" }] });
    expect(await sent(owner, { intent: "change", id, revision: "2", on: CRM.on, title: "mine" })).toEqual({ kind: "done", done: "changed" });
  });

  it("is an initiative of the library where somebody says so, and charts name it in the reader's language", async () => {
    const owner = await makeOrganization(db());
    const { id } = await marked(owner);
    const change = (initiative: string) => sent(owner, { intent: "change", id, revision: "1", ...SENT, initiative });
    expect(await change("no-such-initiative")).toMatchObject({ kind: "refused", problems: [{ field: "initiative" }] });
    expect(await change("shared-customer-record")).toEqual({ kind: "done", done: "changed" });
    expect((await events(owner)).at(-1)).toMatchObject({
      detail: { initiativeBefore: null, initiativeAfter: "Bring the customer record onto one screen" },
    });
    expect(await sent(owner, { intent: "change", id, revision: "1", ...SENT, initiative: "" })).toMatchObject({
      differences: [{ field: "Initiative", savedNow: "Bring the customer record onto one screen", yours: "None" }],
    });
    const marks = (language: "en" | "fi") => withTenant(db(), { organizationId: owner.organization.id }, (tx) => marksIn(tx, owner.organization.id, language));
    expect(await marks("en")).toEqual([{ id, ...SENT, initiative: "Bring the customer record onto one screen" }]);
    expect((await marks("fi"))[0]!.initiative).toBe("Tuokaa asiakkaan tiedot yhdelle näytölle");
    const removed = await sent(owner, { intent: "remove", id });
    expect(removed).toMatchObject({ was: { initiative: "shared-customer-record" } });
    expect(await sent(owner, { intent: "restore", id, ...SENT, initiative: "shared-customer-record" })).toEqual({ kind: "done", done: "restored" });
    expect(await listMilestones(db(), owner)).toMatchObject([{ id, initiative: "shared-customer-record" }]);
  });

  it("of the example names initiatives that the library has", () => {
    const named = [1, 2, 3, 4, 5].flatMap((seed) => demoMilestones(now, seed).flatMap(({ initiative }) => initiative ?? []));
    expect(new Set(named).size).toBe(3);
    for (const id of named) expect(catalog.initiativeById.has(id)).toBe(true);
  });

  it("that was removed meanwhile is said to be gone, with what was entered ready to be marked anew", async () => {
    const owner = await makeOrganization(db());
    const { id } = await marked(owner);
    await removeMilestone(db(), owner, id, now);
    const back = await sent(owner, { intent: "change", id, revision: "1", ...SENT });
    expect(back).toMatchObject({
      kind: "refused",
      entered: { intent: "add", title: "New CRM" },
      problems: [{ field: "title" }],
      differences: null,
    });
    expect(await sent(owner, { intent: "remove", id })).toMatchObject({ kind: "refused", problems: [{ field: "title" }] });
  });

  it("is one organisation's, and only who runs assessments there touches it, as things stand at that moment", async () => {
    const [owner, other] = [await makeOrganization(db()), await makeOrganization(db())];
    const { id, revision } = await marked(owner);
    expect(await changeMilestone(db(), other, { id, revision, ...CRM, title: "x" }, now)).toEqual({ kind: "gone" });
    expect(await removeMilestone(db(), other, id, now)).toEqual({ kind: "gone" });
    const analyst = await makeMember(db(), owner, "analyst");
    for (const access of [await makeMember(db(), owner, "respondent"), await makeMember(db(), owner, "viewer")])
      await expect(sent(access, { intent: "remove", id })).rejects.toMatchObject({ status: 403 });
    await removeMember(db(), owner, analyst.memberId!);
    expect(await addMilestone(db(), analyst, { ...CRM, once: randomUUID() }, now)).toBe("not-allowed");
    expect(await changeMilestone(db(), analyst, { id, revision, ...CRM, title: "x" }, now)).toEqual({ kind: "not-allowed" });
    expect(await planDeletion(db(), owner, "Northern Ferries", { language: "en", now })).toBe("done");
    expect(await removeMilestone(db(), owner, id, now)).toEqual({ kind: "not-allowed" });
    expect(await listMilestones(db(), owner)).toMatchObject([CRM]);
  });

  it("is marked once by a form that is sent twice, and not said to be marked where the form marked something else", async () => {
    const owner = await makeOrganization(db());
    const form = { intent: "add", once: randomUUID(), ...SENT };
    expect(await Promise.all([1, 2, 3].map(() => sent(owner, form)))).toEqual(Array.from({ length: 3 }, () => ({ kind: "done", done: "added" })));
    const other = await sent(owner, { ...form, title: "Something else" });
    expect(other).toMatchObject({ kind: "refused", problems: [{ field: "title", message: expect.stringContaining("was sent before") as string }] });
    expect(await listMilestones(db(), owner)).toHaveLength(1);
    expect(await events(owner)).toHaveLength(1);
    // The form that comes back is another one.
    if (other.kind !== "refused") throw new Error(other.kind);
    expect(await sent(owner, other.entered)).toEqual({ kind: "done", done: "added" });
    expect((await listMilestones(db(), owner)).map(({ title }) => title)).toContain("Something else");
  });

  it("cannot be one too many, also when two are marked at once", async () => {
    const owner = await makeOrganization(db());
    await withTenant(db(), { organizationId: owner.organization.id }, (tx) =>
      tx.milestone.createMany({
        data: Array.from({ length: MOST_MILESTONES - 1 }, (_, i) => ({ id: randomUUID(), on: new Date("2027-01-01"), title: `${i}`, addedBy: "x" })),
      }),
    );
    const outcomes = await Promise.all([1, 2].map(() => addMilestone(db(), owner, { ...CRM, once: randomUUID() }, now)));
    expect(outcomes.sort()).toEqual(["added", "full"]);
    expect(await sent(owner, { intent: "add", once: randomUUID(), ...SENT })).toMatchObject({ kind: "refused", problems: [{ field: "title" }] });
  });
});
