import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { NewKpi } from "#app/domain/kpis/kpi-form.ts";
import { bindDatabase } from "#app/services/db/database-instance.server.ts";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { withPerson } from "#app/services/db/with-person.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { bindPublicOrigin } from "#app/services/env/public-origin-instance.server.ts";
import { sendReminders } from "#app/services/jobs/send-reminders.server.ts";
import { addKpi } from "#app/services/kpis/add-kpi.server.ts";
import { archiveKpi, changeKpi, changeTargets } from "#app/services/kpis/change-kpi.server.ts";
import { addReading, changeReading, removeReading } from "#app/services/kpis/change-readings.server.ts";
import { exportKpis, exportReadings } from "#app/services/kpis/export-kpis.server.ts";
import { importPage } from "#app/services/kpis/import-page.server.ts";
import { listKpis } from "#app/services/kpis/list-kpis.server.ts";
import { readKpi } from "#app/services/kpis/read-kpi.server.ts";
import { savePreferences } from "#app/services/notifications/save-preferences.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { removeMember } from "#app/services/tenancy/remove-member.server.ts";
import { english } from "../factories/english.ts";
import { makeMember, makeOrganization } from "../factories/tenants.ts";
import { testDatabases } from "../setup/test-databases.ts";

const NOW = new Date("2027-02-15T10:00:00Z");
const silent = { error: (problem: unknown) => expect(problem).toBeNull() };

describe.each(await testDatabases())("KPIs, on $name", ({ open }) => {
  let database: OpenDatabase & { drop(): Promise<void> };
  beforeAll(async () => {
    database = await open();
    bindDatabase(database);
    bindPublicOrigin("https://pinhigh.example");
  });
  afterAll(() => database.drop());

  const db = () => database.client;
  const terms = (changed: Partial<NewKpi> = {}): NewKpi => ({
    ...{ name: "Renewals", unit: "%", definition: null, higherIsBetter: true, cadence: "month", ownerId: null, baseline: null, baselineOn: null },
    ...{ anchors: null, once: randomUUID(), libraryId: null, ...changed },
  });
  const added = async (access: Access, changed: Partial<NewKpi> = {}, now = NOW) => {
    const outcome = await addKpi(db(), access, terms(changed), { language: "en", now });
    if (outcome.kind !== "added") throw new Error(outcome.kind);
    return outcome.id;
  };
  const reading = (on: string, value: number, note: string | null = null) => ({ on, value, note, source: "hand" as const });
  const stored = ({ organization: { id } }: Access) =>
    withTenant(db(), { organizationId: id }, async (tx) =>
      (await tx.kpiReading.findMany({ orderBy: { on: "asc" } })).map(({ on, value, note, source, revision }) => [
        on.toISOString().slice(0, 10),
        value,
        note,
        source,
        revision,
      ]),
    );
  const actions = ({ organization: { id } }: Access) =>
    withTenant(db(), { organizationId: id }, async (tx) =>
      (await tx.auditEvent.findMany({ where: { action: { startsWith: "kpi" } }, orderBy: { id: "asc" } })).map(({ action }) => action),
    );
  const told = ({ person }: Access) =>
    withPerson(db(), person, (tx) => tx.notification.findMany({ where: { kind: "kpi_reading_due" }, select: { values: true, path: true } }));

  it("are made once by a form that is sent often, and an entry of the library once", async () => {
    const owner = await makeOrganization(db());
    const same = terms({ libraryId: "renewal-rate" });
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => addKpi(db(), owner, same, { language: "en", now: NOW })));
    expect(outcomes).toEqual(Array.from({ length: 10 }, () => ({ kind: "added", id: same.once })));
    expect(await addKpi(db(), owner, terms({ libraryId: "renewal-rate" }), { language: "en", now: NOW })).toEqual({ kind: "taken" });
    // Another one by the same form is not said to be the one that it made.
    for (const changed of [{ name: "Another" }, { libraryId: null }, { baseline: 1 }])
      expect(await addKpi(db(), owner, { ...same, ...changed }, { language: "en", now: NOW }), JSON.stringify(changed)).toEqual({ kind: "used" });
    expect(await actions(owner)).toEqual(["kpi.added"]);
    const viewer = await makeMember(db(), owner, "viewer");
    expect(await addKpi(db(), viewer, terms(), { language: "en", now: NOW })).toEqual({ kind: "not-allowed" });
  });

  it("tell whoever somebody else makes their owner: in the product, and by mail only where they chose that", async () => {
    const owner = await makeOrganization(db(), "Northern Ferries", { name: "Maria Virtanen" });
    const [quiet, wanting] = [await makeMember(db(), owner, "analyst"), await makeMember(db(), owner, "analyst")];
    await savePreferences(db(), wanting.person, new Set(["kpi_owner"]));
    const toldOf = ({ person }: Access) =>
      withPerson(db(), person, (tx) =>
        tx.notification.findMany({ where: { kind: "kpi_owner" }, orderBy: { id: "asc" }, select: { values: true, path: true } }),
      );
    const before = await db().mail.count();
    const id = await added(owner, { name: "Renewals", ownerId: quiet.memberId });
    const change = (access: Access, ownerId: string | null, revision: number) => {
      const { once: _, libraryId: __, ...own } = terms({ name: "Renewals", ownerId });
      return changeKpi(db(), access, id, { ...own, revision }, { language: "en", now: NOW });
    };
    const values = { organization: "Northern Ferries", kpi: "Renewals", person: "Maria Virtanen" };
    const notice = { values, path: `/o/${owner.organization.slug}/kpis/${id}` };
    expect(await toldOf(quiet)).toEqual([notice]);
    expect(await db().mail.count()).toBe(before);
    // The same owner again, nobody, and oneself: nobody to tell.
    expect(await change(owner, quiet.memberId, 1)).toEqual({ kind: "done" });
    expect(await change(owner, null, 1)).toEqual({ kind: "done" });
    expect(await change(wanting, wanting.memberId, 2)).toEqual({ kind: "done" });
    expect(await toldOf(wanting)).toEqual([]);
    expect(await change(owner, owner.memberId, 3)).toEqual({ kind: "done" });
    expect(await toldOf(owner)).toEqual([]);
    expect(await change(owner, wanting.memberId, 4)).toEqual({ kind: "done" });
    expect([await toldOf(wanting), await toldOf(quiet)]).toEqual([[notice], [notice]]);
    expect(await db().mail.count()).toBe(before + 1);
    // What was not saved is told to nobody.
    expect(await change(owner, quiet.memberId, 4)).toMatchObject({ kind: "conflict" });
    expect(await toldOf(quiet)).toEqual([notice]);
  });

  it("leave a line in the trail when they, or their readings, are taken as a file", async () => {
    const owner = await makeOrganization(db());
    const id = await added(owner, { name: "Renewals" });
    await exportKpis(db(), owner, { q: "", sort: "name", archived: false }, english, NOW);
    await exportReadings(db(), owner, { id, name: "Renewals" }, english);
    const lines = await withTenant(db(), { organizationId: owner.organization.id }, (tx) =>
      tx.auditEvent.findMany({
        where: { action: { endsWith: ".exported" } },
        orderBy: { id: "asc" },
        select: { action: true, objectKind: true, objectName: true },
      }),
    );
    expect(lines).toEqual([
      { action: "kpis.exported", objectKind: "organization", objectName: owner.organization.name },
      { action: "kpi_readings.exported", objectKind: "kpi", objectName: "Renewals" },
    ]);
  });

  it("changed by two at once keep the first and tell the second of it", async () => {
    const owner = await makeOrganization(db());
    const id = await added(owner);
    const { once: _, libraryId: __, ...own } = terms();
    expect(await changeKpi(db(), owner, id, { ...own, name: "First", revision: 1 }, { language: "en", now: NOW })).toEqual({ kind: "done" });
    expect(await changeKpi(db(), owner, id, { ...own, name: "Second", revision: 1 }, { language: "en", now: NOW })).toMatchObject({
      kind: "conflict",
      now: { name: "First", revision: 2 },
    });
    expect(await changeTargets(db(), owner, id, { targets: { "2027-Q1": 3 }, revision: 1 }, NOW)).toMatchObject({ kind: "conflict" });
    expect(await changeTargets(db(), owner, id, { targets: { "2027-Q1": 3 }, revision: 2 }, NOW)).toEqual({ kind: "done" });
    expect((await readKpi(db(), owner, id, 1, { language: "en", now: NOW }))!.kpi).toMatchObject({ name: "First", targets: { "2027-Q1": 3 }, revision: 3 });
    const stranger = await makeOrganization(db());
    expect(await changeKpi(db(), stranger, id, { ...own, revision: 3 }, { language: "en", now: NOW })).toEqual({ kind: "not-found" });
    expect(await readKpi(db(), stranger, id, 1, { language: "en", now: NOW })).toBeNull();
  });

  it("have one reading a day, whoever adds it first; it is changed and removed as it was looked at, and put back", async () => {
    const owner = await makeOrganization(db());
    const id = await added(owner);
    const outcomes = await Promise.all([1, 2, 3, 4, 5].map((value) => addReading(db(), owner, id, reading("2027-01-31", value), NOW)));
    expect(outcomes.filter(({ kind }) => kind === "added")).toHaveLength(1);
    expect(outcomes.filter(({ kind }) => kind === "taken")).toHaveLength(4);
    const key = { kpiId: id, on: "2027-01-31" };
    expect(await changeReading(db(), owner, key, { value: 42.125, note: "checked", revision: 1 }, NOW)).toEqual({ kind: "done" });
    expect(await changeReading(db(), owner, key, { value: 7, note: null, revision: 1 }, NOW)).toMatchObject({
      kind: "conflict",
      now: { value: 42.125, revision: 2 },
    });
    expect(await removeReading(db(), owner, id, { on: "2027-01-31", revision: 1 }, NOW)).toEqual({ kind: "changed" });
    const removed = await removeReading(db(), owner, id, { on: "2027-01-31", revision: 2 }, NOW);
    if (removed.kind !== "removed") throw new Error(removed.kind);
    expect(await removeReading(db(), owner, id, { on: "2027-01-31", revision: 2 }, NOW)).toEqual({ kind: "gone" });
    expect(await addReading(db(), owner, id, removed.reading, NOW)).toEqual({ kind: "added" });
    expect(await stored(owner)).toEqual([["2027-01-31", 42.125, "checked", "hand", 1]]);
    expect(await actions(owner)).toEqual(["kpi.added", "kpi_reading.added", "kpi_reading.changed", "kpi_reading.removed", "kpi_reading.added"]);
  });

  it("are found by name, definition and owner, in each order, page by page, in use or in the archive", async () => {
    const owner = await makeOrganization(db(), "Lists", { name: "Petra Keeper" });
    const names = ["Calls", "answers", "Beds 100%"];
    const [calls, answers, beds] = [
      await added(owner, { name: names[0]!, ownerId: owner.memberId }),
      await added(owner, { name: names[1]!, definition: "Of calls" }),
      await added(owner, { name: names[2]!, cadence: "quarter" }),
    ];
    await addReading(db(), owner, calls, reading("2027-01-31", 5), NOW);
    await addReading(db(), owner, beds, reading("2027-02-01", 6), NOW);
    const found = async (query: Partial<Parameters<typeof listKpis>[2]>) =>
      (await listKpis(db(), owner, { q: "", sort: "name", archived: false, ...query }, NOW)).rows.map(({ name }) => name);
    expect(await found({})).toEqual(["answers", "Beds 100%", "Calls"]);
    expect(await found({ sort: "latest" })).toEqual(["Beds 100%", "Calls", "answers"]);
    expect(await found({ q: "CALLS" })).toEqual(["answers", "Calls"]);
    expect(await found({ q: "petra" })).toEqual(["Calls"]);
    expect(await found({ q: "0%" })).toEqual(["Beds 100%"]);
    await archiveKpi(db(), owner, answers, true, NOW);
    expect(await found({})).toEqual(["Beds 100%", "Calls"]);
    expect(await found({ archived: true })).toEqual(["answers"]);
    expect(await listKpis(db(), owner, { q: "", sort: "name", archived: false, page: 2 }, NOW)).toMatchObject({ rows: [], total: 2, inUse: 2, inArchive: 1 });
  });

  it("leave as a file in which nothing is a formula", async () => {
    const owner = await makeOrganization(db());
    const id = await added(owner, { name: "=HYPERLINK(1)" });
    await addReading(db(), owner, id, reading("2027-01-31", -5, "@SUM(A1)"), NOW);
    const [kpis, readings] = [
      await exportKpis(db(), owner, { q: "", sort: "name", archived: false }, english, NOW),
      await exportReadings(db(), owner, { id, name: "=HYPERLINK(1)" }, english),
    ];
    expect(kpis).toContain(",'=HYPERLINK(1),");
    expect(readings).toMatch(/^\uFEFFName,Day,Value,Note,Source\r\n'=HYPERLINK\(1\),2027-01-31,'?-5,'@SUM\(A1\),hand\r\n$/);
  });

  describe("are read from a file", () => {
    const send = (access: Access, fields: Record<string, string>) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      return importPage(db(), access, new Request("https://pinhigh.example", { method: "POST", body: form }), NOW, english);
    };
    const columns = { separator: "semicolon", dateColumn: "1", valueColumn: "2", kpiColumn: "0", noteColumn: "3", kpi: "", dates: "dmy", decimals: "comma" };
    const step = async (access: Access, fields: Record<string, string>) => {
      const outcome = await send(access, fields);
      if (!("step" in outcome)) throw new Error("imported");
      return outcome.step;
    };

    it("after a look at what will change: new, replaced, the same; all of it at once, and again without effect", async () => {
      const owner = await makeOrganization(db());
      const id = await added(owner, { name: "Renewals" });
      await addReading(db(), owner, id, reading("2026-12-31", 40), NOW);
      await addReading(db(), owner, id, reading("2027-01-31", 41.5, "kept"), NOW);
      const content = '\uFEFFKPI;Date;Value;Note\r\nrenewals;30.11.2026;39,5;"=1+1;\n2"\r\n\r\nRENEWALS;31.12.2026;1 040;\r\n Renewals ;31.1.2027;41,5;\r\n';
      const read = await step(owner, { intent: "read", content });
      expect(read).toMatchObject({
        columns: ["KPI", "Date", "Value", "Note"],
        fields: { separator: "semicolon", dateColumn: "1", valueColumn: "2", kpiColumn: "0", noteColumn: "3" },
      });
      const { preview: found, fields } = await step(owner, { ...columns, intent: "preview", content });
      const preview = found!;
      expect(preview).toMatchObject({ total: 3, wrong: 0, counts: { new: 1, replaced: 1, same: 1 } });
      expect(preview.rows.map(({ on, value, before, fate }) => [on, value, before, fate])).toEqual([
        ["2026-11-30", 39.5, null, "new"],
        ["2026-12-31", 1040, 40, "replaced"],
        ["2027-01-31", 41.5, 41.5, "same"],
      ]);
      expect(await stored(owner)).toHaveLength(2);
      expect(await send(owner, { ...fields, intent: "confirm" })).toEqual({ imported: { new: 1, replaced: 1, same: 1 } });
      expect(await stored(owner)).toEqual([
        ["2026-11-30", 39.5, "=1+1;\n2", "csv", 1],
        ["2026-12-31", 1040, null, "csv", 2],
        ["2027-01-31", 41.5, "kept", "hand", 1],
      ]);
      expect(await send(owner, { ...columns, intent: "confirm", content })).toEqual({ imported: { new: 0, replaced: 0, same: 3 } });
      expect((await actions(owner)).filter((action) => action === "kpi_readings.imported")).toHaveLength(1);
    });

    it("not at all where it is no text in UTF-8, or has a null character in it, which is said at the first step", async () => {
      const owner = await makeOrganization(db());
      await added(owner, { name: "Renewals" });
      const table = "KPI;Date;Value;Note\r\nRenewals;31.1.2027;1;käynti\r\n";
      const sendBytes = async (bytes: Uint8Array) => {
        const form = new FormData();
        form.set("intent", "read");
        form.set("content", "");
        form.set("file", new File([new Uint8Array(bytes)], "readings.csv"));
        const outcome = await importPage(db(), owner, new Request("https://pinhigh.example", { method: "POST", body: form }), NOW, english);
        if (!("step" in outcome)) throw new Error("imported");
        return outcome.step;
      };
      const little = Buffer.from(table, "utf16le");
      const big = Buffer.from(table, "utf16le").swap16();
      const notUtf8 = [Buffer.concat([Buffer.from([0xff, 0xfe]), little]), Buffer.concat([Buffer.from([0xfe, 0xff]), big]), Buffer.from(table, "latin1")];
      for (const bytes of notUtf8)
        expect(await sendBytes(bytes)).toMatchObject({
          columns: [],
          problems: [{ field: "text", message: expect.stringContaining("not written in UTF-8") as string }],
        });
      // UTF-16 without a mark, and without a letter that is none in UTF-8.
      expect(await sendBytes(Buffer.from(table.replace("ä", "a"), "utf16le"))).toMatchObject({
        columns: [],
        problems: [{ field: "text", message: expect.stringMatching(/^Line 1 has a null character.*UTF-16/) as string }],
      });
      for (const intent of ["read", "preview", "confirm"])
        expect(await step(owner, { ...columns, intent, content: table.replace("käynti", "käy\u0000nti") })).toMatchObject({
          columns: [],
          problems: [{ field: "text", message: expect.stringContaining("Line 2 has a null character") as string }],
        });
      expect(await stored(owner)).toEqual([]);
      for (const mark of ["", "\uFEFF"])
        expect(await sendBytes(Buffer.from(mark + table))).toMatchObject({ columns: ["KPI", "Date", "Value", "Note"], problems: [] });
    });

    it("not at all where a row is wrong, and each row says what is", async () => {
      const owner = await makeOrganization(db());
      await added(owner, { name: "Renewals" });
      await added(owner, { name: "Twice" });
      await added(owner, { name: "twice" });
      const rows = [
        ["Renewals;31.1.2027;1;", null],
        ["Renewals;2027-01-30;1;", "date"],
        ["Renewals;30.2.2027;1;", "date"],
        ["Renewals;16.2.2027;1;", "day"],
        ["Renewals;1.1.1989;1;", "day"],
        ["Renewals;29.1.2027;1.5;", "value"],
        ["Renewals;29.1.2027;=1+1;", "value"],
        ["Renewals;29.1.2027;9999999999;", "value"],
        [";29.1.2027;1;", "kpi-missing"],
        ["Other;29.1.2027;1;", "kpi-unknown"],
        ["twice;29.1.2027;1;", "kpi-twice"],
        [`Renewals;28.1.2027;1;${"x".repeat(301)}`, "note"],
        ["Renewals;29.1.2027", "short"],
        ["renewals;31.01.2027;2;", "repeated"],
      ] as const;
      const content = ["KPI;Date;Value;Note", ...rows.map(([text]) => text)].join("\n");
      for (const intent of ["preview", "confirm"]) {
        const { preview } = await step(owner, { ...columns, intent, content });
        const inOrder = [...preview!.rows].sort((a, b) => a.line - b.line);
        expect(inOrder.map(({ problem }) => problem)).toEqual(rows.map(([, problem]) => problem));
        expect(preview).toMatchObject({ total: 14, wrong: 13 });
      }
      expect(await stored(owner)).toEqual([]);
    });

    it("in any of the three orders of dates and with either decimal sign, of one KPI, as its columns say", async () => {
      const owner = await makeOrganization(db());
      const id = await added(owner);
      const as = { kpi: id, kpiColumn: "", noteColumn: "", dateColumn: "0", valueColumn: "1" };
      const import_ = (content: string, rest: Record<string, string>) => send(owner, { intent: "confirm", content, ...as, ...rest });
      expect(await import_('d,v\n2027-01-03,"1,234.5"', { separator: "comma", dates: "iso", decimals: "point" })).toHaveProperty("imported");
      expect(await import_("d\tv\n3/4/2026\t-0.125", { separator: "tab", dates: "mdy", decimals: "point" })).toHaveProperty("imported");
      expect(await import_("d\tv\n3.4.2026\t1.234,5", { separator: "tab", dates: "dmy", decimals: "comma" })).toHaveProperty("imported");
      expect((await stored(owner)).map(([on, value]) => [on, value])).toEqual([
        ["2026-03-04", -0.125],
        ["2026-04-03", 1234.5],
        ["2027-01-03", 1234.5],
      ]);
      const unsaid = await step(owner, { intent: "preview", content: "d,v\n1,2", ...as, dates: "", decimals: "", dateColumn: "7", kpi: "" });
      expect(unsaid.problems.map(({ field }) => field)).toEqual(["dateColumn", "kpi", "dates", "decimals"]);
    });

    it("refused with a sentence where it is no table", async () => {
      const owner = await makeOrganization(db());
      await added(owner);
      const refused = async (content: string) => (await step(owner, { intent: "read", content })).problems[0]?.message;
      expect(await refused("  ")).toBe("Choose a file, or paste a table.");
      expect(await refused("date,value\n")).toBe("The table has no rows beneath its line of titles.");
      expect(await refused('date,value\n"2027')).toMatch(/^The table cannot be read/);
      expect(await refused(`d,v\n${"1,1\n".repeat(5001)}`)).toBe("The table has more than 5,000 rows. Import it in parts.");
      expect(await refused(`${"a,".repeat(51)}\n1`)).toBe("The table has more than 50 columns.");
      expect(await refused("x".repeat(300_001))).toBe("The table has more than 300,000 characters. Import it in parts.");
      await expect(send(owner, { intent: "read", content: "a", surplus: "1" })).rejects.toMatchObject({ status: 400 });
    });
  });

  describe("remind their owner", () => {
    const remind = (now: Date) => sendReminders({ db: db(), now, log: silent, signal: new AbortController().signal });

    it("once for each due day, however many processes do it at once, by the organisation's own day", async () => {
      const owner = await makeOrganization(db(), "Punctual", { name: "Owner" });
      const keeper = await makeMember(db(), owner, "analyst", { name: "Keeper" });
      await withTenant(db(), { organizationId: owner.organization.id }, (tx) =>
        tx.organization.updateMany({ where: { id: owner.organization.id }, data: { timeZone: "Europe/Helsinki" } }),
      );
      const begun = new Date("2027-01-05T10:00:00Z");
      const id = await added(owner, { name: "Renewals", ownerId: keeper.memberId }, begun);
      await added(owner, { name: "Nobody's" }, begun);
      // January's reading is due on 10 February, which begins in Helsinki at ten in the evening of the day before.
      await remind(new Date("2027-02-09T21:59:00Z"));
      expect(await told(keeper)).toEqual([]);
      const due = new Date("2027-02-09T22:01:00Z");
      await Promise.all([remind(due), remind(due), remind(due)]);
      const notice = { values: { organization: "Punctual", kpi: "Renewals", date: "2027-02-10" }, path: `/o/${owner.organization.slug}/kpis/${id}` };
      expect(await told(keeper)).toEqual([notice]);
      expect(await told(owner)).toEqual([]);
      await remind(NOW);
      expect(await told(keeper)).toHaveLength(1);
      // A month later the next one is due, unless it was entered.
      await addReading(db(), owner, id, reading("2027-02-28", 1), new Date("2027-03-01T10:00:00Z"));
      await remind(new Date("2027-03-20T10:00:00Z"));
      expect(await told(keeper)).toHaveLength(1);
      await remind(new Date("2027-04-20T10:00:00Z"));
      expect(await told(keeper)).toHaveLength(2);
    });

    it("not from the archive, and not whoever is no member any more", async () => {
      const owner = await makeOrganization(db());
      const keeper = await makeMember(db(), owner, "analyst");
      const begun = new Date("2027-01-05T10:00:00Z");
      const [archived, left] = [await added(owner, { ownerId: owner.memberId }, begun), await added(owner, { ownerId: keeper.memberId }, begun)];
      await archiveKpi(db(), owner, archived, true, NOW);
      await removeMember(db(), owner, keeper.memberId!);
      await remind(NOW);
      expect(await told(owner)).toEqual([]);
      expect((await readKpi(db(), owner, left, 1, { language: "en", now: NOW }))!.kpi.ownerId).toBeNull();
    });
  });
});
