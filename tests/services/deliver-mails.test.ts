import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import PostalMime from "postal-mime";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type OpenDatabase, openDatabase } from "#app/services/db/open-database.server.ts";
import { deliverMails } from "#app/services/email/deliver-mails.server.ts";
import { createMailTransport, type MailTransport } from "#app/services/email/mail-transport.server.ts";
import { type MailKind, type QueuedMail, queueMail } from "#app/services/email/queue-mail.server.ts";
import { startMailServer } from "../setup/mail-server.ts";
import { freshDatabase, postgresServer, testDatabases } from "../setup/test-databases.ts";

const databases = await testDatabases();
const server = await postgresServer();
const mailFrom = "assess@pinhigh.example";
const link = "https://assess.example/invitations/abc_DEF-123?x=1&y=2";
const invitation: QueuedMail = {
  kind: "invitation",
  address: "maija@yritys.example",
  language: "fi",
  values: { organization: "Hämeen Öljy & Räätäli", invitedBy: "Åsa Mäkelä", link },
};
const log = { warn: () => undefined };

const cycleMail = {
  ...{ organization: "Birch & Co", askedBy: "Ada", closes: "31 March 2027, 17:00 (Europe/Helsinki)", isAnonymous: true },
  questions: [
    { title: "Martech stack", minutes: 12, link },
    { title: "Seven Ps", minutes: 9, link: `${link}-second` },
  ],
  unsubscribe: `${link}/unsubscribe`,
};

/** One of every kind; a kind without an entry does not compile. */
const everyKind: { [K in MailKind]: QueuedMail<K>["values"] } = {
  verify_address: { link },
  address_known: { link },
  reset_password: { link },
  change_address: { link },
  address_changed: { address: "new@example.com" },
  password_changed: {},
  invitation: { organization: "Birch & Co", invitedBy: "Ada", link },
  engagement_offer: { organization: "Birch & Co", offeredBy: "Ada", link },
  cycle_invitation: cycleMail,
  cycle_reminder: cycleMail,
  notification: { organization: "Birch & Co", sentence: "The cycle 2027-Q1 was opened.", link },
};

describe.each(databases)("mails, on $name", ({ open }) => {
  let database: OpenDatabase & { drop(): Promise<void> };
  let mailServer: Awaited<ReturnType<typeof startMailServer>>;
  let transport: MailTransport;

  beforeAll(async () => {
    database = await open();
    mailServer = await startMailServer();
    transport = createMailTransport({ smtpUrl: mailServer.url, mailFrom, dataDirectory: "unused" });
  });
  afterEach(async () => {
    mailServer.refuse(null);
    mailServer.received.length = 0;
    await database.client.mail.deleteMany();
  });
  afterAll(async () => {
    await mailServer.close();
    await database.drop();
  });

  const queue = (mail: QueuedMail) => database.client.$transaction((tx) => queueMail(tx, mail));
  const deliver = (over: MailTransport = transport) => deliverMails({ db: database.client, transport: over, log });
  const row = () => database.client.mail.findFirstOrThrow();
  const makeDue = () => database.client.$executeRaw`UPDATE mail SET due_at = now() - interval '1 second'`;
  const minutesAhead = async () => Math.round(((await row()).dueAt.getTime() - Date.now()) / 60_000);

  it("arrive with subject, both parts and the link, umlauts and all, and ask nothing of anybody else", async () => {
    await queue(invitation);
    expect(await deliver()).toEqual({ sent: 1, failed: 0 });
    const [mail] = mailServer.received;
    expect(mail!.subject).toBe("Åsa Mäkelä kutsuu sinut mukaan: Hämeen Öljy & Räätäli");
    expect(mail!.from).toMatchObject({ name: "Pinhigh", address: mailFrom });
    expect(mail!.to).toEqual([{ name: "", address: invitation.address }]);
    expect(mail!.envelope).toEqual({ from: mailFrom, to: [invitation.address] });
    expect(mail!.text).toContain(link);
    expect(mail!.text).toContain("Åsa Mäkelä kutsuu sinut mukaan organisaatioon Hämeen Öljy & Räätäli");
    expect(mail!.html).toContain('lang="fi"');
    expect([...mail!.html!.matchAll(/href="([^"]*)"/g)].map(([, href]) => href!.replaceAll("&amp;", "&"))).toEqual([link, link]);
    expect(mail!.html).not.toMatch(/<img|<script|<link|url\(|@import|src=/i);
    expect(mail!.attachments).toEqual([]);
    expect(mail!.messageId).toBe(`<mail.${(await row()).id}@pinhigh.example>`);
  });

  it("keep nothing of what they were filled with once they are sent", async () => {
    await queue(invitation);
    await deliver();
    expect(await row()).toMatchObject({ values: {}, attempts: 1, problem: null, failedAt: null, sentAt: expect.any(Date) as Date });
    expect(await deliver()).toEqual({ sent: 0, failed: 0 });
  });

  it.each(["en", "fi"] as const)("say something whole for every kind, in %s", async (language) => {
    for (const [kind, values] of Object.entries(everyKind)) await queue({ kind, values, language, address: "ada@example.com" } as QueuedMail);
    expect(await deliver()).toEqual({ sent: Object.keys(everyKind).length, failed: 0 });
    for (const { subject, text, html } of mailServer.received) {
      expect(subject).not.toMatch(/mail:\w|\{\{|undefined/);
      expect(`${text}${html}`).not.toMatch(/mail:\w|\{\{|undefined/);
      expect(html).toContain(`lang="${language}"`);
    }
    expect(new Set(mailServer.received.map((mail) => mail.subject)).size).toBe(Object.keys(everyKind).length);
  });

  it("cannot be given a header, another reader, a direction or a stranger's link by a name", async () => {
    const hostile = "Ev\u202Eil\r\nBcc: victim@example.com\r\n\r\nRead https://evil.example/x\u2028now";
    await queue({ kind: "invitation", address: "ada@example.com", language: "en", values: { organization: hostile, invitedBy: hostile, link } });
    await queue({ kind: "engagement_offer", address: "ada@example.com", language: "en", values: { organization: hostile, offeredBy: hostile, link } });
    await deliver();
    expect(mailServer.received).toHaveLength(2);
    for (const mail of mailServer.received) {
      expect(mail.bcc).toBeUndefined();
      expect(mail.envelope.to).toEqual(["ada@example.com"]);
      expect(mail.headers.map(({ key }) => key)).not.toContain("bcc");
      expect(`${mail.subject}${mail.text}${mail.html}`).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u2028]/);
      expect(`${mail.subject}${mail.text}${mail.html}`).not.toMatch(/https:\/\/evil|evil\.example/);
      expect(mail.text).toContain("Ev il Bcc: victim@example");
    }
  });

  it("of an account hold no name, not even one that an earlier version has put into the outbox", async () => {
    const kinds = ["verify_address", "address_known", "reset_password", "change_address", "address_changed", "password_changed"];
    const values = { name: "Call 0800 123 at once", link, address: "new@example.com" };
    await database.client.mail.createMany({ data: kinds.map((kind) => ({ kind, address: "ada@example.com", language: "en", values })) });
    expect(await deliver()).toEqual({ sent: kinds.length, failed: 0 });
    for (const mail of mailServer.received) {
      expect(`${mail.subject}${mail.text}${mail.html}`).not.toContain("0800");
      expect(mail.text).toMatch(/^Hello,\n/);
    }
  });

  it.each(["ada@example.com, eve@example.com", "ada@example.com\r\nBcc: eve@example.com", "Ada <ada@example.com>", "nobody"])(
    "go to one address or to none: %j",
    async (address) => {
      await queue({ ...invitation, address });
      expect(await deliver()).toEqual({ sent: 0, failed: 1 });
      expect(mailServer.received).toEqual([]);
    },
  );

  it("are tried again after 1, 5, 30 minutes, 2 and 12 hours, and then given up, with what the mail server said", async () => {
    await queue(invitation);
    mailServer.refuse("mailbox busy");
    for (const minutes of [1, 5, 30, 120, 720]) {
      expect(await deliver()).toEqual({ sent: 0, failed: 1 });
      expect(await minutesAhead()).toBe(minutes);
      expect(await deliver()).toEqual({ sent: 0, failed: 0 });
      await makeDue();
    }
    await deliver();
    const given = await row();
    expect(given).toMatchObject({ attempts: 6, failedAt: expect.any(Date) as Date, sentAt: null });
    expect(given.problem).toContain("mailbox busy");
    await makeDue();
    expect(await deliver()).toEqual({ sent: 0, failed: 0 });
    expect(mailServer.received).toEqual([]);
  });

  it("go out once the mail server is there again", async () => {
    await queue(invitation);
    mailServer.refuse("not now");
    await deliver();
    mailServer.refuse(null);
    await makeDue();
    expect(await deliver()).toEqual({ sent: 1, failed: 0 });
    expect(await row()).toMatchObject({ attempts: 2, problem: null, values: {} });
  });

  it("are sent a second time, with the same id, when the process ends between sending and noting it down", async () => {
    await queue(invitation);
    let taken = () => undefined as void;
    const sent = new Promise<void>((resolve) => (taken = resolve));
    // Sends, and then never comes back: as good as killed.
    const killed: MailTransport = { send: async (mail) => (await transport.send(mail), taken(), new Promise<void>(() => undefined)) };
    void deliver(killed);
    await sent;
    expect(await deliver()).toEqual({ sent: 0, failed: 0 });
    await makeDue();
    expect(await deliver()).toEqual({ sent: 1, failed: 0 });
    const ids = mailServer.received.map((mail) => mail.messageId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it("that end the process each time they are tried come to an end too", async () => {
    await queue(invitation);
    await database.client.mail.updateMany({ data: { attempts: 6 } });
    expect(await deliver()).toEqual({ sent: 0, failed: 1 });
    expect(await row()).toMatchObject({ failedAt: expect.any(Date) as Date });
    expect(mailServer.received).toEqual([]);
  });

  it("of a kind that only a newer version knows are left to it", async () => {
    await database.client.mail.create({ data: { kind: "from_the_future", address: "ada@example.com", language: "en", values: {} } });
    expect(await deliver()).toEqual({ sent: 0, failed: 0 });
    expect(await row()).toMatchObject({ attempts: 0, failedAt: null });
  });

  it("are not begun once the process is to stop", async () => {
    await queue(invitation);
    expect(await deliverMails({ db: database.client, transport, log, signal: AbortSignal.abort() })).toEqual({ sent: 0, failed: 0 });
    expect(await row()).toMatchObject({ attempts: 0 });
  });

  it("are not queued when what caused them is undone", async () => {
    const undone = database.client.$transaction(async (tx) => {
      await queueMail(tx, invitation);
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await deliver()).toEqual({ sent: 0, failed: 0 });
  });

  describe("without a mail server", () => {
    let dataDirectory: string;
    beforeEach(() => void (dataDirectory = mkdtempSync(path.join(tmpdir(), "pinhigh-outbox-"))));
    afterEach(() => rmSync(dataDirectory, { recursive: true, force: true }));

    it("land as whole messages in the outbox, for the owner's eyes alone, and twice in the same file", async () => {
      const outbox = createMailTransport({ smtpUrl: null, mailFrom, dataDirectory });
      await queue(invitation);
      await deliver(outbox);
      await database.client.mail.updateMany({ data: { sentAt: null, values: invitation.values } });
      await makeDue();
      await deliver(outbox);
      const [file, ...others] = readdirSync(path.join(dataDirectory, "outbox"));
      expect(others).toEqual([]);
      expect(file).toMatch(/^\d{8}T\d{9}Z-[\da-f-]{36}\.eml$/);
      const whole = path.join(dataDirectory, "outbox", file!);
      expect(statSync(whole).mode & 0o777).toBe(0o600);
      const mail = await PostalMime.parse(readFileSync(whole));
      expect(mail).toMatchObject({ subject: "Åsa Mäkelä kutsuu sinut mukaan: Hämeen Öljy & Räätäli", to: [{ address: invitation.address }] });
      expect(mail.text).toContain(link);
      expect(mail.html).toContain("Räätäli");
    });
  });
});

describe.runIf(server)("two processes on one PostgreSQL database", () => {
  it("send each mail once", async () => {
    const fresh = await freshDatabase(server!);
    const settings = { databaseUrl: fresh.url, dataDirectory: "unused", migrations: "prisma/migrations" };
    const mailServer = await startMailServer();
    const first = await openDatabase(settings, new Date());
    const second = await openDatabase(settings, new Date());
    try {
      const transport = createMailTransport({ smtpUrl: mailServer.url, mailFrom, dataDirectory: "unused" });
      const mails = Array.from({ length: 40 }, (_, i) => ({ ...invitation, address: `person-${i}@example.com` }));
      await first.client.mail.createMany({ data: mails });
      const done = await Promise.all([first, second, first, second].map(({ client }) => deliverMails({ db: client, transport, log })));
      expect(done.reduce((sum, { sent }) => sum + sent, 0)).toBe(40);
      expect(mailServer.received.map((mail) => mail.envelope.to[0]).sort()).toEqual(mails.map((mail) => mail.address).sort());
      expect(new Set(mailServer.received.map((mail) => mail.messageId)).size).toBe(40);
    } finally {
      await Promise.all([first.close(), second.close(), mailServer.close()]);
      await fresh.drop();
    }
  });
});
