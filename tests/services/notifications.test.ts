import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { withPerson } from "#app/services/db/with-person.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { bindPublicOrigin } from "#app/services/env/public-origin-instance.server.ts";
import { countUnread } from "#app/services/notifications/count-unread.server.ts";
import { listNotifications } from "#app/services/notifications/list-notifications.server.ts";
import { markRead } from "#app/services/notifications/mark-read.server.ts";
import { NOTIFICATION_KINDS, NOTIFICATIONS, type NotificationOf, type NotificationValues } from "#app/services/notifications/notification-kinds.server.ts";
import { notificationSentence } from "#app/services/notifications/notification-sentence.server.ts";
import { type Notice, notify } from "#app/services/notifications/notify.server.ts";
import { readPreferences } from "#app/services/notifications/read-preferences.server.ts";
import { savePreferences } from "#app/services/notifications/save-preferences.server.ts";
import { wordsIn } from "#app/services/words/words-in.server.ts";
import { testDatabases } from "../setup/test-databases.ts";

const databases = await testDatabases();
bindPublicOrigin("https://assess.example");
const english = wordsIn("en");

/** One of every kind; a kind without an entry does not compile. */
const everyKind: NotificationValues = {
  member_joined: { organization: "Birch", person: "Ada" },
  role_changed: { organization: "Birch", role: "admin" },
  engagement_started: { organization: "Birch", consultancy: "Fir" },
  engagement_ended: { organization: "Birch", consultancy: "Fir" },
  organization_deletion_planned: { organization: "Birch", person: "Ada", date: "2027-02-28" },
  cycle_opened: { organization: "Birch", assessment: "Martech stack", period: "2027-Q1" },
  cycle_reminder: { organization: "Birch", assessment: "Martech stack", period: "2027-Q1" },
  cycle_closed: { organization: "Birch", assessment: "Martech stack", period: "2027-Q1" },
  result_published: { organization: "Birch", assessment: "Martech stack", period: "2027-Q1" },
  scenario_planned: { organization: "Birch", scenario: "With two more people" },
  kpi_owner: { organization: "Birch", kpi: "Renewals", person: "Ada" },
  kpi_reading_due: { organization: "Birch", kpi: "Renewals", date: "2027-04-10" },
  evidence_expires: { organization: "Birch", title: "Complaints report", date: "2027-02-28", expired: false },
  initiative_owner: { organization: "Birch", initiative: "A person answers", person: "Ada" },
  leap_due: { organization: "Birch", initiative: "Nobody asks twice", date: "2027-04-10" },
  initiative_due: { organization: "Birch", initiative: "A person answers", date: "2027-04-10" },
  data_exported: { organization: "Birch", person: "Ada" },
  support_access_used: { organization: "Birch", person: "Ada" },
};

describe.each(databases)("notifications, on $name", ({ open }) => {
  let database: OpenDatabase & { drop(): Promise<void> };
  const organizationId = "01900000-0000-7000-8000-000000000001";
  const otherId = "01900000-0000-7000-8000-000000000002";
  let ada: { personId: string };
  let väinö: { personId: string };

  beforeAll(async () => {
    database = await open();
    const db = database.client;
    const person = async (name: string, email: string, language: string | null) => ({
      personId: (await db.person.create({ data: { name, email, language } })).id,
    });
    ada = await person("Ada", "ada@example.com", null);
    väinö = await person("Väinö", "vaino@example.com", "fi");
    for (const [id, slug] of [
      [organizationId, "birch-1"],
      [otherId, "fir-1"],
    ] as const) {
      await withTenant(db, { organizationId: id }, async (tx) => {
        await tx.organization.createMany({ data: [{ id, kind: "company", name: slug, slug }] });
        await tx.member.createMany({ data: [ada, väinö].map(({ personId }) => ({ personId, role: "owner" })) });
      });
    }
  });
  afterEach(async () => {
    for (const person of [ada, väinö]) {
      await withPerson(database.client, person, async (tx) => {
        await tx.notification.deleteMany({ where: person });
        await tx.notificationPreference.deleteMany({ where: person });
      });
    }
    await database.client.mail.deleteMany();
  });
  afterAll(() => database.drop());

  const tell = (notice: Omit<Notice, "language" | "path"> & NotificationOf, within = organizationId) =>
    withTenant(database.client, { organizationId: within }, (tx) => notify(tx, { path: "/o/birch-1", language: "en", ...notice } as Notice));
  const list = (person: { personId: string }, page = 1) => listNotifications(database.client, person, page, english);
  const mails = () => database.client.mail.findMany({ orderBy: { address: "asc" }, select: { address: true, language: true, kind: true, values: true } });
  const joined = (person: string): NotificationOf<"member_joined"> => ({ kind: "member_joined", values: { organization: "Birch", person } });

  it("are read by the person they are for, and by nobody else", async () => {
    await tell({ ...joined("Bo"), personIds: [ada.personId, ada.personId] });
    const { notifications, unread } = await list(ada);
    expect(notifications).toMatchObject([{ sentence: "Bo has joined Birch.", path: "/o/birch-1", isRead: false }]);
    expect(unread).toBe(1);
    expect(await countUnread(database.client, ada)).toBe(1);
    expect((await list(väinö)).notifications).toEqual([]);
    expect(await countUnread(database.client, väinö)).toBe(0);
    const seenInside = await withTenant(database.client, { organizationId }, (tx) => tx.notification.findMany());
    expect(seenInside).toEqual([]);
    expect(await mails()).toEqual([]);
  });

  it("are not made when what happened is undone", async () => {
    const undone = withTenant(database.client, { organizationId }, async (tx) => {
      await notify(tx, { kind: "engagement_started", values: everyKind.engagement_started, personIds: [ada.personId], path: "/o/birch-1", language: "en" });
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect((await list(ada)).notifications).toEqual([]);
    expect(await mails()).toEqual([]);
  });

  it("come by mail where the kind says so, each in its reader's language, with a link of ours", async () => {
    await tell({ kind: "organization_deletion_planned", values: everyKind.organization_deletion_planned, personIds: [ada.personId, väinö.personId] });
    const mail = (address: string, language: string, sentence: unknown) => ({
      address,
      language,
      kind: "notification",
      values: { organization: "Birch", sentence, link: "https://assess.example/o/birch-1" },
    });
    expect(await mails()).toEqual([
      mail("ada@example.com", "en", expect.stringContaining("erased on 28 February 2027")),
      mail("vaino@example.com", "fi", expect.stringContaining("hävitetään 28. helmikuuta 2027")),
    ]);
  });

  it("come by mail as their person has chosen, kind by kind", async () => {
    await savePreferences(database.client, ada, new Set(["member_joined"]));
    await savePreferences(database.client, väinö, new Set());
    await tell({ ...joined("Bo"), personIds: [ada.personId, väinö.personId] });
    await tell({ kind: "engagement_started", values: everyKind.engagement_started, personIds: [ada.personId, väinö.personId] });
    expect((await mails()).map(({ address, values }) => [address, (values as { sentence: string }).sentence])).toEqual([
      ["ada@example.com", "Bo has joined Birch."],
    ]);
    expect(await countUnread(database.client, väinö)).toBe(2);
  });

  it("come by mail whatever somebody has chosen when the organisation is to be deleted", async () => {
    // As an earlier version kept it.
    await withPerson(database.client, ada, (tx) =>
      tx.notificationPreference.createMany({ data: [{ ...ada, kind: "organization_deletion_planned", byMail: false }] }),
    );
    await savePreferences(database.client, väinö, new Set());
    await tell({ kind: "organization_deletion_planned", values: everyKind.organization_deletion_planned, personIds: [ada.personId, väinö.personId] });
    expect((await mails()).map(({ address }) => address)).toEqual(["ada@example.com", "vaino@example.com"]);
    const always = (await readPreferences(database.client, ada)).filter(({ isAlways }) => isAlways);
    expect(always).toEqual([{ kind: "organization_deletion_planned", byMail: true, isAlways: true }]);
  });

  it("have preferences that begin with the defaults and keep what was chosen", async () => {
    const byMail = async () => (await readPreferences(database.client, ada)).filter((preference) => preference.byMail).map(({ kind }) => kind);
    expect(await byMail()).toEqual([
      "engagement_started",
      "organization_deletion_planned",
      "cycle_reminder",
      "kpi_reading_due",
      "evidence_expires",
      "initiative_due",
      "leap_due",
    ]);
    await savePreferences(database.client, ada, new Set(["cycle_opened", "cycle_closed"]));
    await savePreferences(database.client, ada, new Set(["cycle_closed"]));
    expect(await byMail()).toEqual(["organization_deletion_planned", "cycle_closed"]);
    expect((await readPreferences(database.client, ada)).map(({ kind }) => kind)).toEqual(NOTIFICATION_KINDS);
  });

  it("are listed with those not read first, twenty a page, and marked one by one or all at once", async () => {
    for (let i = 1; i <= 45; i++) await tell({ ...joined(`Person ${i}`), personIds: [ada.personId] }, i % 2 ? organizationId : otherId);
    const newest = (await list(ada)).notifications[0]!;
    expect(newest.sentence).toBe("Person 45 has joined Birch.");
    await markRead(database.client, ada, newest.id, new Date());
    const pages = await Promise.all([1, 2, 3, 9].map((page) => list(ada, page)));
    expect(pages.map(({ page, pages, unread }) => ({ page, pages, unread }))).toEqual([1, 2, 3, 3].map((page) => ({ page, pages: 3, unread: 44 })));
    const all = pages.slice(0, 3).flatMap(({ notifications }) => notifications);
    expect(new Set(all.map(({ id }) => id)).size).toBe(45);
    expect(all.map(({ isRead }) => isRead)).toEqual([...Array.from({ length: 44 }, () => false), true]);
    expect(all[0]!.sentence).toBe("Person 44 has joined Birch.");
    expect(all.at(-1)!.id).toBe(newest.id);
    await markRead(database.client, ada, null, new Date());
    expect(await countUnread(database.client, ada)).toBe(0);
    expect((await list(ada)).notifications[0]!.sentence).toBe("Person 45 has joined Birch.");
  });

  it("of somebody else cannot be marked", async () => {
    await tell({ ...joined("Bo"), personIds: [ada.personId] });
    const [notification] = (await list(ada)).notifications;
    await markRead(database.client, väinö, notification!.id, new Date());
    await markRead(database.client, väinö, null, new Date());
    expect(await countUnread(database.client, ada)).toBe(1);
  });

  it("of a kind that only a newer version knows are left out", async () => {
    await withTenant(database.client, { organizationId }, (tx) =>
      tx.notification.createMany({ data: [{ ...ada, kind: "from_the_future", values: {}, path: "/" }] }),
    );
    expect((await list(ada)).notifications).toEqual([]);
  });
});

describe("the sentences of notifications", () => {
  it.each(["en", "fi"] as const)("are there for every kind, in %s", (language) => {
    const sentences = NOTIFICATION_KINDS.map((kind) => notificationSentence({ kind, values: everyKind[kind] } as NotificationOf, wordsIn(language)));
    expect(sentences.join("\n")).not.toMatch(/notifications:|\{\{|undefined/);
    expect(new Set(sentences).size).toBe(NOTIFICATION_KINDS.length);
    for (const sentence of sentences) expect(sentence).toContain("Birch");
  });

  it("are quiet by default: seven kinds come by mail", () => {
    expect(NOTIFICATION_KINDS.filter((kind) => NOTIFICATIONS[kind].byMail)).toEqual([
      "engagement_started",
      "organization_deletion_planned",
      "cycle_reminder",
      "kpi_reading_due",
      "evidence_expires",
      "initiative_due",
      "leap_due",
    ]);
  });

  it("take no direction, line or link from a name", () => {
    const sentence = notificationSentence({ kind: "member_joined", values: { person: "E\u202Eve\r\nhttps://evil.example", organization: "Birch" } }, english);
    expect(sentence).toBe("E ve https evil.\u2060example has joined Birch.");
  });
});
