import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EvidenceEntry } from "#app/domain/evidence/evidence-form.ts";
import type { EvidenceQuery } from "#app/domain/evidence/evidence-query.ts";
import { bindCatalog } from "#app/services/content/catalog-instance.server.ts";
import { loadContent } from "#app/services/content/load-content.server.ts";
import { storeVersions } from "#app/services/content/store-versions.server.ts";
import { bindDatabase } from "#app/services/db/database-instance.server.ts";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { bindPublicOrigin } from "#app/services/env/public-origin-instance.server.ts";
import { addEvidence } from "#app/services/evidence/add-evidence.server.ts";
import { changeEvidence } from "#app/services/evidence/change-evidence.server.ts";
import { checkFile, type CheckedFile } from "#app/services/evidence/check-file.server.ts";
import { exportEvidence } from "#app/services/evidence/export-evidence.server.ts";
import { listEvidence } from "#app/services/evidence/list-evidence.server.ts";
import { allQuestions, questionText } from "#app/services/evidence/question-texts.server.ts";
import { readAuditList } from "#app/services/evidence/read-audit-list.server.ts";
import { evidenceFileResponse } from "#app/services/evidence/read-evidence-file.server.ts";
import { requireEvidence } from "#app/services/evidence/read-evidence.server.ts";
import { remindOfEvidence } from "#app/services/evidence/remind-of-evidence.server.ts";
import { removeEvidence } from "#app/services/evidence/remove-evidence.server.ts";
import { LARGEST_STORE } from "#app/services/evidence/store-file.server.ts";
import { sendReminders } from "#app/services/jobs/send-reminders.server.ts";
import { listNotifications } from "#app/services/notifications/list-notifications.server.ts";
import { readResult } from "#app/services/results/read-result.server.ts";
import { changeMember } from "#app/services/tenancy/change-member.server.ts";
import { computeInSteps } from "#app/services/results/compute-in-steps.server.ts";
import { publishResult } from "#app/services/results/publish-result.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { removeMember } from "#app/services/tenancy/remove-member.server.ts";
import { oracleScore, Ratio, valueOf } from "../oracle/score-oracle.ts";
import { makeAnswered } from "../factories/answered-organization.ts";
import { english } from "../factories/english.ts";
import { REAL_FILES } from "../factories/sent-files.ts";
import { makeMember, makeOrganization } from "../factories/tenants.ts";
import { asOwner } from "../setup/as-owner.ts";
import { testDatabases } from "../setup/test-databases.ts";

const loaded = loadContent("content");
if (!("catalog" in loaded)) throw new Error("the content has problems");
const { catalog } = loaded;
const quiz = catalog.assessmentBySlug.get("customer-or-product-centric")!;
const SLUG = quiz.definition.slug;
const ITEMS = quiz.definition.items.map(({ id }) => id);
const now = new Date("2027-03-15T10:00:00Z");
const TODAY = "2027-03-15";
const databases = await testDatabases();

async function fileCalled(name: string, content = REAL_FILES[name.split(".").at(-1)!]!): Promise<CheckedFile> {
  const checked = await checkFile({ name, bytes: content });
  if (checked.refusal !== undefined) throw new Error(checked.refusal);
  return checked.file;
}

describe.each(databases)("evidence, on $name", ({ open }) => {
  let database: OpenDatabase & { drop(): Promise<void> };
  beforeAll(async () => {
    database = await open();
    bindDatabase(database);
    bindCatalog(catalog);
    bindPublicOrigin("https://pinhigh.example");
    await storeVersions(database.client, catalog);
  });
  afterAll(() => database.drop());

  const db = () => database.client;
  const within = <T>({ organization }: Access, read: Parameters<typeof withTenant<T>>[2]) => withTenant(db(), { organizationId: organization.id }, read);
  const said = (entry: Partial<EvidenceEntry> = {}): EvidenceEntry => ({
    ...{ item: ITEMS[0]!, title: "Complaints report", link: "https://example.com/report", owner: null, expires: null },
    ...entry,
  });
  async function add(access: Access, entry: Partial<EvidenceEntry> = {}, file: CheckedFile | null = null, at = now): Promise<string> {
    const outcome = await addEvidence(db(), access, SLUG, { ...said(file ? { link: null, ...entry } : entry), once: randomUUID() }, file, at);
    if (outcome.kind !== "added") throw new Error(outcome.kind);
    return outcome.id;
  }
  const change = (access: Access, id: string, revision: number, entry: Partial<EvidenceEntry>, file: CheckedFile | null = null) =>
    changeEvidence(db(), access, id, { ...said(entry), revision }, file, now);
  const list = (access: Access, query: Partial<EvidenceQuery> = {}) =>
    listEvidence(db(), access, { q: "", sort: "question", state: null, page: 1, ...query }, { today: TODAY, questions: allQuestions("en") });
  /** What a program is answered that takes everything at once. */
  const sending = { method: "GET", signal: new AbortController().signal, roomToWrite: () => Promise.resolve() };
  const fileOf = (access: Access, id: string | undefined) => evidenceFileResponse(db(), access, id, sending);
  const statusOf = (reading: Promise<unknown>) =>
    reading.then(
      () => 200,
      (thrown: Response) => thrown.status,
    );
  const trail = (access: Access) =>
    within(access, (tx) =>
      tx.auditEvent.findMany({ where: { objectKind: "evidence" }, orderBy: { id: "asc" }, select: { action: true, objectName: true, detail: true } }),
    );

  it("is added, changed and removed, and the trail says so", async () => {
    const owner = await makeOrganization(db(), "Northern Ferries", { name: "Maria" });
    const id = await add(owner, { owner: owner.memberId, expires: "2027-12-31" });
    expect((await requireEvidence(db(), owner, id)).evidence).toMatchObject({
      ...{ slug: SLUG, item: ITEMS[0], title: "Complaints report", link: "https://example.com/report", file: null },
      ...{ owner: { name: "Maria" }, expires: "2027-12-31", addedBy: "Maria", revision: 1 },
    });
    expect(await change(owner, id, 1, { title: "Complaints", link: null, item: ITEMS[1]! }, await fileCalled("Report.pdf"))).toEqual({ kind: "changed" });
    expect((await requireEvidence(db(), owner, id)).evidence).toMatchObject({
      link: null,
      file: { name: "Report.pdf" },
      owner: null,
      expires: null,
      revision: 2,
    });
    // A link in the place of the file, and nothing changed at last.
    expect(await change(owner, id, 2, { title: "Complaints", item: ITEMS[1]! })).toEqual({ kind: "changed" });
    expect((await requireEvidence(db(), owner, id)).evidence.file).toBeNull();
    expect(await change(owner, id, 3, { title: "Complaints", item: ITEMS[1]! })).toEqual({ kind: "changed" });
    expect(await removeEvidence(db(), owner, id, "complaints", now)).toBe("title-differs");
    expect(await removeEvidence(db(), owner, id, " Complaints ", now)).toBe("removed");
    expect(await statusOf(requireEvidence(db(), owner, id))).toBe(404);
    expect(await trail(owner)).toMatchObject([
      { action: "evidence.added", objectName: "Complaints report", detail: { assessment: SLUG, item: ITEMS[0], owner: "Maria", expires: "2027-12-31" } },
      {
        action: "evidence.changed",
        objectName: "Complaints",
        detail: {
          linkBefore: "https://example.com/report",
          linkAfter: null,
          fileBefore: null,
          fileAfter: "Report.pdf",
          ownerBefore: "Maria",
          ownerAfter: null,
        },
      },
      { action: "evidence.changed", detail: { fileBefore: "Report.pdf", fileAfter: null } },
      { action: "evidence.removed", objectName: "Complaints" },
    ]);
  });

  it("is added once by a form that is sent twice", async () => {
    const owner = await makeOrganization(db());
    const form = { ...said(), once: randomUUID() };
    const file = await fileCalled("a.png");
    const outcomes = await Promise.all([1, 2].map(() => addEvidence(db(), owner, SLUG, { ...form, link: null }, file, now)));
    expect(outcomes).toEqual([
      { kind: "added", id: form.once },
      { kind: "added", id: form.once },
    ]);
    // Something else by the same form is not said to be what it added.
    for (const [changed, sent] of [
      [{ title: "Another" }, file],
      [{ expires: "2028-01-01" }, file],
      [{}, await fileCalled("a.pdf")],
      [{ link: "https://example.com/report" }, null],
    ] as const)
      expect(await addEvidence(db(), owner, SLUG, { ...form, link: null, ...changed }, sent, now), JSON.stringify(changed)).toEqual({ kind: "used" });
    expect((await list(owner)).total).toBe(1);
    expect(await trail(owner)).toHaveLength(1);
  });

  it.each(Object.keys(REAL_FILES))("gives out a .%s as it was sent, to be saved and never shown", async (ending) => {
    const owner = await makeOrganization(db());
    const id = await add(owner, {}, await fileCalled(`Käyttö 2027.${ending}`));
    const response = await fileOf(owner, id);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(REAL_FILES[ending]);
    expect(response.headers.get("Content-Disposition")).toBe(
      `attachment; filename="Kaytto 2027.${ending}"; filename*=UTF-8''K%C3%A4ytt%C3%B6%202027.${ending}`,
    );
    expect(response.headers.get("Content-Security-Policy")).toBe("sandbox; default-src 'none'");
    expect(response.headers.get("Content-Type")).not.toMatch(/html|svg|xml$|script/);
  });

  it("of another organisation, and a file that was removed, are answered like one that is not", async () => {
    const [owner, stranger] = [await makeOrganization(db()), await makeOrganization(db())];
    const id = await add(owner, {}, await fileCalled("a.pdf"));
    for (const foreign of [id, randomUUID(), "x", "..%2f", "a\u0000b", undefined]) {
      expect(await statusOf(requireEvidence(db(), stranger, foreign))).toBe(404);
      expect(await statusOf(fileOf(stranger, foreign))).toBe(404);
    }
    expect(await change(stranger, id, 1, {})).toEqual({ kind: "not-found" });
    expect(await removeEvidence(db(), stranger, id, "Complaints report", now)).toBe("not-found");
    expect(await fileOf(owner, id)).toBeInstanceOf(Response);
    expect(await removeEvidence(db(), owner, id, "Complaints report", now)).toBe("removed");
    expect(await statusOf(fileOf(owner, id))).toBe(404);
    expect(await within(owner, (tx) => tx.evidenceFile.count())).toBe(0);
  });

  it("is a viewer's to see and not to upload, and nobody's to change who was lowered meanwhile", async () => {
    const owner = await makeOrganization(db());
    const id = await add(owner);
    const viewer = await makeMember(db(), owner, "viewer");
    expect((await requireEvidence(db(), viewer, id)).evidence.id).toBe(id);
    expect(await addEvidence(db(), viewer, SLUG, { ...said(), once: randomUUID() }, await fileCalled("a.pdf"), now)).toEqual({ kind: "not-allowed" });
    const analyst = await makeMember(db(), owner, "analyst");
    await changeMember(db(), owner, analyst.memberId!, { revision: 1, role: "viewer", respondentRole: null, workFunction: null }, "en");
    expect(await change(analyst, id, 1, { title: "Changed" })).toEqual({ kind: "not-allowed" });
    expect(await removeEvidence(db(), analyst, id, "Complaints report", now)).toBe("not-allowed");
    expect((await list(owner)).rows).toMatchObject([{ title: "Complaints report" }]);
  });

  it("is replaced by one of two people at once, and the other is shown what was saved", async () => {
    const owner = await makeOrganization(db());
    const colleague = await makeMember(db(), owner, "analyst");
    const id = await add(owner, {}, await fileCalled("first.pdf"));
    const outcomes = await Promise.all([
      change(owner, id, 1, { link: null }, await fileCalled("owner.png")),
      change(colleague, id, 1, { link: null }, await fileCalled("colleague.png")),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["changed", "conflict"]);
    const winner = outcomes[0]!.kind === "changed" ? "owner.png" : "colleague.png";
    expect(outcomes.find(({ kind }) => kind === "conflict")).toMatchObject({ now: { file: { name: winner }, revision: 2 } });
    const { headers } = await fileOf(owner, id);
    expect(headers.get("Content-Disposition")).toContain(winner);
    expect(await within(owner, (tx) => tx.evidenceFile.count())).toBe(1);
  });

  it("has an owner who is there: not one who left meanwhile, and nobody once they leave", async () => {
    const owner = await makeOrganization(db());
    const [keeper, gone] = [await makeMember(db(), owner, "analyst", { name: "Keeper" }), await makeMember(db(), owner, "analyst")];
    await removeMember(db(), owner, gone.memberId!);
    expect(await addEvidence(db(), owner, SLUG, { ...said({ owner: gone.memberId }), once: randomUUID() }, null, now)).toEqual({ kind: "owner-gone" });
    const id = await add(owner, { owner: keeper.memberId });
    expect(await change(owner, id, 1, { owner: gone.memberId })).toEqual({ kind: "owner-gone" });
    const stranger = await makeOrganization(db());
    expect(await change(owner, id, 1, { owner: stranger.memberId })).toEqual({ kind: "owner-gone" });
    await removeMember(db(), owner, keeper.memberId!);
    expect((await requireEvidence(db(), owner, id)).evidence.owner).toBeNull();
  });

  it("has files of a gigabyte at most in an organisation", async () => {
    const owner = await makeOrganization(db());
    const id = await add(owner, {}, await fileCalled("a.pdf"));
    // As large as the database says it is: a gigabyte is too much for a test.
    await asOwner(db(), async (tx) => {
      await tx.$executeRaw`ALTER TABLE evidence_file DROP CONSTRAINT evidence_file_size`;
      await tx.$executeRaw`UPDATE evidence_file SET size = ${LARGEST_STORE - 10} WHERE evidence_id = ${id}::uuid`;
    });
    const file = await fileCalled("b.png");
    expect(await addEvidence(db(), owner, SLUG, { ...said({ link: null }), once: randomUUID() }, file, now)).toEqual({ kind: "full" });
    expect(await change(owner, id, 1, { link: null }, file)).toEqual({ kind: "changed" });
    expect(await addEvidence(db(), owner, SLUG, { ...said({ link: null }), once: randomUUID() }, file, now)).toMatchObject({ kind: "added" });
  });

  describe("the register", () => {
    let owner: Access;
    beforeAll(async () => {
      owner = await makeOrganization(db(), "Northern Ferries", { name: "Maria Virtanen" });
      await add(owner, { item: ITEMS[2]!, title: "b-third", expires: "2027-03-14" });
      await add(owner, { item: ITEMS[0]!, title: "C_first", expires: "2027-03-15", owner: owner.memberId, link: "https://example.com/100%" });
      await add(owner, { item: ITEMS[1]!, title: "a-second", expires: "2027-04-15" }, await fileCalled("Minutes.docx"));
      await add(owner, { item: "asked-no-more", title: "d-last" }, null, new Date("2027-01-01T00:00:00Z"));
    });
    const titles = async (query: Partial<EvidenceQuery>) => (await list(owner, query)).rows.map(({ title }) => title);

    it("stands in the order of the questions, or in the one asked for", async () => {
      expect(await titles({})).toEqual(["C_first", "a-second", "b-third", "d-last"]);
      expect(await titles({ sort: "title" })).toEqual(["a-second", "b-third", "C_first", "d-last"]);
      expect(await titles({ sort: "expiry" })).toEqual(["b-third", "C_first", "a-second", "d-last"]);
      expect((await titles({ sort: "newest" })).at(-1)).toBe("d-last");
    });

    it("is searched in title, link, file, owner and question, sign by sign", async () => {
      expect(await titles({ q: "THIRD" })).toEqual(["b-third"]);
      expect(await titles({ q: "_" })).toEqual(["C_first"]);
      expect(await titles({ q: "100%" })).toEqual(["C_first"]);
      expect(await titles({ q: "minutes" })).toEqual(["a-second"]);
      expect(await titles({ q: "virtanen" })).toEqual(["C_first"]);
      expect(await titles({ q: questionText(SLUG, ITEMS[1]!, "en").toUpperCase() })).toEqual(["a-second"]);
      expect(await titles({ q: "nothing like it" })).toEqual([]);
    });

    it("is split by state as the domain says", async () => {
      expect(await titles({ state: "expired" })).toEqual(["b-third"]);
      expect(await titles({ state: "expires" })).toEqual(["C_first"]);
      expect(await titles({ state: "holds" })).toEqual(["a-second", "d-last"]);
    });

    it("has pages, and all of it goes into a file with formulas that a spreadsheet does not run", async () => {
      const many = await makeOrganization(db());
      for (let i = 0; i < 26; i++) await add(many, { title: `=cmd${String(i).padStart(2, "0")}`, item: ITEMS[i % 3]! });
      expect((await list(many, { sort: "title" })).rows).toHaveLength(25);
      expect(await list(many, { sort: "title", page: 2 })).toMatchObject({ rows: [{ title: "=cmd25" }], total: 26 });
      const csv = await exportEvidence(db(), many, { q: "", sort: "title", state: null, page: 2 }, english, TODAY);
      expect(csv.split("\r\n")).toHaveLength(28);
      expect(csv).toContain("'=cmd00");
      const lines = await withTenant(db(), { organizationId: many.organization.id }, (tx) =>
        tx.auditEvent.findMany({ where: { action: "evidence.exported" } }),
      );
      expect(lines).toMatchObject([{ personId: many.person.personId, objectKind: "organization", objectName: many.organization.name }]);
    });

    it("is another organisation's no matter what is searched", async () => {
      const stranger = await makeOrganization(db());
      for (const q of ["", "first", "%"]) expect(await list(stranger, { q })).toEqual({ rows: [], total: 0 });
    });
  });

  describe("what is claimed and shown", () => {
    it("of one result counts the register and the links of its answers, as an independent implementation says", async () => {
      const owner = await makeOrganization(db());
      const response = await makeAnswered(db(), owner, quiz, catalog, { seed: 7, memberId: owner.memberId });
      const before = (await readResult(db(), owner, response, now, "en"))!;
      const answered = ITEMS.filter((id) => before.answers[id]?.state === "answered");
      const linked = ITEMS.filter((id) => before.answers[id]?.evidence && (before.answers[id].evidence.expires ?? TODAY) >= TODAY);
      await add(owner, { item: answered[0]! });
      await add(owner, { item: answered[1]!, expires: "2027-03-14" });
      const { shown, view, answers } = (await readResult(db(), owner, response, now, "en"))!;
      const holds = new Set([...linked, answered[0]!]);
      const oracle = oracleScore(quiz.definition, answers, (item, answer) =>
        answer.state !== "answered" ? null : holds.has(item.id) ? valueOf(item, answer.value) : new Ratio(0n),
      );
      expect(shown?.claimed).toBe(view.overall.score);
      expect(shown?.evidenced).toBe(oracle.overall.score);
      expect(view.evidenced).toBe(oracle.overall.score);
    });

    it("of the latest closed cycle whose figures are shown is of the means of its responses, expired first", async () => {
      const owner = await makeOrganization(db());
      expect(await readAuditList(db(), owner, SLUG, TODAY, "en")).toBeNull();
      const cycleOf = async (period: string, closedAt: Date | null) => {
        const id = randomUUID();
        const row = { id, assessmentHash: quiz.hash, assessmentSlug: SLUG, period, openedAt: new Date("2026-01-01"), openedBy: "Maria", closedAt };
        await within(owner, (tx) => tx.cycle.createMany({ data: [row] }));
        return id;
      };
      const old = await cycleOf("2026-Q3", new Date("2026-10-01"));
      const latest = await cycleOf("2026-Q4", new Date("2027-01-01"));
      const tooFew = await cycleOf("2027-Q1", new Date("2027-01-05"));
      const open = await cycleOf("2027-Q2", null);
      const people: [string, number[]][] = [
        [old, [1, 11, 12, 13, 14]],
        [latest, [2, 3, 4, 6, 7]],
        [tooFew, [8, 9]],
        [open, [5]],
      ];
      for (const [cycleId, seeds] of people) {
        for (const seed of seeds) await makeAnswered(db(), owner, quiz, catalog, { seed, cycleId, strength: 0.5 });
        if (cycleId === open) continue;
        await within(owner, (tx) => tx.cycle.updateMany({ where: { id: cycleId }, data: { isResultDue: true } }));
        await publishResult(db(), { organizationId: owner.organization.id, cycleId }, { compute: computeInSteps });
      }
      const rows = await within(owner, (tx) =>
        tx.answer.findMany({ where: { response: { cycleId: latest } }, select: { itemId: true, state: true, value: true, evidenceLink: true } }),
      );
      const ofItem = (id: string) => rows.filter(({ itemId, state }) => itemId === id && state === "answered");
      const xOf = (id: string) => {
        const item = quiz.compiled.itemById.get(id)!.item;
        const given = ofItem(id).map(({ value }) => valueOf(item, value).toDouble());
        // Of fewer than five nothing is shown.
        return given.length < 5 ? null : given.reduce((sum, x) => sum + x, 0) / given.length;
      };
      const expired = ITEMS.find((id) => xOf(id) !== null && !rows.some(({ itemId, evidenceLink }) => itemId === id && evidenceLink))!;
      await add(owner, { item: expired, expires: "2020-01-01" });
      const { basis, lines, claimed } = (await readAuditList(db(), owner, SLUG, TODAY, "en"))!;
      expect(basis).toEqual({ kind: "cycle", period: "2026-Q4", count: 5 });
      expect(lines[0]).toMatchObject({ item: expired, hasExpired: true, question: questionText(SLUG, expired, "en") });
      const oracle = oracleScore(quiz.definition, {}, ({ id }) => {
        const x = xOf(id);
        return x === null ? null : Ratio.decimal(Math.round(x * 1e6) / 1e6);
      });
      if (oracle.overall.score === null) expect(claimed).toBeNull();
      else expect(claimed).toBeCloseTo(oracle.overall.score, 3);
    });
  });

  describe("reminders", () => {
    const at = (day: string) => new Date(`${day}T05:23:00Z`);
    const told = async ({ person }: Access) =>
      (await listNotifications(db(), person, 1, english)).notifications.map(({ sentence, path }) => ({ sentence, path }));
    const mails = ({ person }: Access) => db().mail.count({ where: { address: person.email } });

    it("come 30 and 7 days before the last day and on the day after it, once each, also where days went by", async () => {
      const owner = await makeOrganization(db(), "Northern Ferries");
      const id = await add(owner, { owner: owner.memberId, expires: "2027-05-31" });
      const counts: [string, number][] = [];
      for (const day of ["2027-04-30", "2027-05-01", "2027-05-01", "2027-05-23", "2027-05-25", "2027-05-26", "2027-05-31", "2027-06-01", "2027-06-02"]) {
        await remindOfEvidence({ db: db(), now: at(day) });
        counts.push([day, (await told(owner)).length]);
      }
      expect(counts.map(([, count]) => count)).toEqual([0, 1, 1, 1, 2, 2, 2, 3, 3]);
      expect((await told(owner)).map(({ sentence }) => sentence)).toEqual([
        "Northern Ferries: the evidence “Complaints report”, which you keep up to date, has expired; its last day was 31 May 2027.",
        ...Array.from({ length: 2 }, () => "Northern Ferries: the evidence “Complaints report”, which you keep up to date, expires after 31 May 2027."),
      ]);
      expect((await told(owner))[0]!.path).toBe(`/o/${owner.organization.slug}/evidence/${id}`);
      expect(await mails(owner)).toBe(3);
    });

    it("come once with two processes at once", async () => {
      const owners = await Promise.all(Array.from({ length: 3 }, () => makeOrganization(db())));
      for (const owner of owners) for (let i = 0; i < 3; i++) await add(owner, { owner: owner.memberId, expires: "2028-05-31" });
      const log = { error: () => undefined };
      const both = await Promise.all([1, 2, 3].map(() => sendReminders({ db: db(), now: at("2028-05-24"), log, signal: new AbortController().signal })));
      expect(both.reduce((sum, { evidence }) => sum + (evidence ?? Number.NaN), 0)).toBe(9);
      for (const owner of owners) expect(await told(owner)).toHaveLength(3);
    });

    it("begin anew with a new last day or owner, and stay away without an owner and in an example", async () => {
      const owner = await makeOrganization(db());
      const other = await makeMember(db(), owner, "admin");
      const id = await add(owner, { owner: owner.memberId, expires: "2027-03-20" });
      await add(owner, { owner: null, expires: "2027-03-20" });
      // Whoever entered the day knows that it is near.
      await remindOfEvidence({ db: db(), now: at("2027-03-15") });
      expect(await told(owner)).toHaveLength(0);
      expect(await change(owner, id, 1, { owner: other.memberId, expires: "2029-03-20" })).toEqual({ kind: "changed" });
      await remindOfEvidence({ db: db(), now: at("2029-03-13") });
      expect(await told(owner)).toHaveLength(0);
      expect(await told(other)).toHaveLength(1);
      await asOwner(db(), (tx) => tx.organization.updateMany({ where: { id: owner.organization.id }, data: { isSynthetic: true } }));
      await remindOfEvidence({ db: db(), now: at("2029-03-21") });
      expect(await told(other)).toHaveLength(1);
    });
  });
});
