import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "#app/services/db/open-database.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { queueMail } from "#app/services/email/queue-mail.server.ts";
import { bindPublicOrigin } from "#app/services/env/public-origin-instance.server.ts";
import { notify } from "#app/services/notifications/notify.server.ts";
import { makePerson, sessionCookie } from "../factories/session-cookie.ts";
import { dataFolder } from "../faults/fault-databases.ts";
import { startMailServer } from "../setup/mail-server.ts";
import { copyReadyDatabase } from "../setup/ready-database.ts";
import { freePort, type Product, startProduct } from "../setup/start-product.ts";
import { clientOf } from "./product-client.ts";

const folder = dataFolder();
let mailServer: Awaited<ReturnType<typeof startMailServer>>;
let product: Product;
let client: ReturnType<typeof clientOf>;
let told: { cookie: string };
let untold: { cookie: string };

beforeAll(async () => {
  mailServer = await startMailServer();
  const port = await freePort();
  bindPublicOrigin(`http://localhost:${port}`);
  copyReadyDatabase(folder.dataDirectory);
  const database = await openDatabase({ databaseUrl: undefined, dataDirectory: folder.dataDirectory, migrations: "prisma/migrations" }, new Date());
  const db = database.client;
  const ada = await makePerson(db, { name: "Ada" });
  told = await sessionCookie(db, ada);
  untold = await sessionCookie(db, await makePerson(db));
  const organizationId = "01900000-0000-7000-8000-000000000001";
  await withTenant(db, { organizationId }, async (tx) => {
    await tx.organization.createMany({ data: [{ id: organizationId, kind: "company", name: "Birch", slug: "birch-1" }] });
    await tx.member.createMany({ data: [{ personId: ada.personId, role: "owner" }] });
    for (let i = 1; i <= 21; i++) {
      const values = { organization: "Birch", person: `Person ${i}` };
      await notify(tx, { kind: "member_joined", values, personIds: [ada.personId], path: "/o/birch-1/members", language: "en" });
    }
  });
  await db.$transaction((tx) => queueMail(tx, { kind: "password_changed", address: "left@example.com", language: "en", values: {} }));
  await database.close();
  product = await startProduct({ dataDirectory: folder.dataDirectory, port, env: { SMTP_URL: mailServer.url, MAIL_FROM: "assess@pinhigh.example" } });
  client = clientOf(product);
});
afterAll(async () => {
  await product?.stop();
  await mailServer.close();
  folder.remove();
});

const get = (path: string, { cookie }: { cookie: string }, language = "en") => client.ask(path, { headers: { Cookie: cookie, "Accept-Language": language } });
const post = (path: string, fields: [string, string][], { cookie }: { cookie: string }) => client.postForm(path, fields, { Cookie: cookie });
const unreadOn = (body: string) => [...body.matchAll(/name="read" value="([\da-f-]{36})"/g)].map(([, id]) => id!);

describe("a mail that was left when the product stopped", () => {
  it("goes out once it runs again", async () => {
    await expect.poll(() => mailServer.received.map((mail) => mail.envelope.to[0]), { timeout: 50_000, interval: 200 }).toEqual(["left@example.com"]);
  });
});

describe("the pages of notifications", () => {
  it("lead somebody who is not signed in to signing in, and back", async () => {
    for (const path of ["/notifications", "/account/notifications"]) {
      const { status, headers } = await client.ask(path);
      expect({ status, to: headers.get("Location") }).toEqual({ status: 303, to: `/sign-in?to=${encodeURIComponent(path)}` });
      expect((await client.postForm(path, [["read", "all"]])).headers.get("Location")).toBe("/sign-in");
    }
  });

  it("teach somebody who has none", async () => {
    const { status, body } = await get("/notifications", untold);
    expect(status).toBe(200);
    expect(body).toContain("Nothing has happened yet");
    expect(body).toContain('href="/account/notifications"');
    expect((await get("/notifications", untold, "fi")).body).toContain("Mitään ei ole vielä tapahtunut");
  });

  it("list them, a page at a time, and let them be marked as read without script", async () => {
    const first = await get("/notifications", told);
    expect(first.headers.get("Cache-Control")).toBe("no-store");
    expect(first.body).toContain("Person 21 has joined Birch.");
    expect(first.body).toContain("21 not read");
    expect((await get("/method", told)).body).toContain("Notifications (21)");
    expect((await get("/method", untold)).body).not.toContain("Notifications (");
    expect(first.body).toContain('href="/notifications?page=2"');
    expect((await get("/notifications?page=2", told)).body).toContain("Person 1 has joined Birch.");
    for (const page of ["0", "-1", "x", "99999999999", "1e3"]) expect((await get(`/notifications?page=${page}`, told)).body).toContain("Page 1 of 2");

    const [id] = unreadOn(first.body);
    expect((await post("/notifications", [["read", id!]], untold)).status).toBe(303);
    expect((await get("/notifications", told)).body).toContain("21 not read");
    const marked = await post("/notifications", [["read", id!]], told);
    expect({ status: marked.status, to: marked.headers.get("Location") }).toEqual({ status: 303, to: "/notifications" });
    expect((await get("/notifications", told)).body).toContain("20 not read");
    await post("/notifications", [["read", "all"]], told);
    expect(unreadOn((await get("/notifications", told)).body)).toEqual([]);
  });

  it("take no other form", async () => {
    const forms: [string, string][][] = [
      [],
      [["read", "some"]],
      [
        ["read", "all"],
        ["read", "all"],
      ],
      [
        ["read", "all"],
        ["personId", "x"],
      ],
      [["read", "\0"]],
    ];
    for (const fields of forms) expect((await post("/notifications", fields, told)).status).toBe(400);
    const settings: [string, string][][] = [
      [["byMail", "everything"]],
      [
        ["byMail", "member_joined"],
        ["personId", "x"],
      ],
    ];
    for (const fields of settings) expect((await post("/account/notifications", fields, told)).status).toBe(400);
  });

  it("keep which kinds come by mail, none of them too", async () => {
    const checked = async () =>
      [...(await get("/account/notifications?saved=yes", told)).body.matchAll(/<input[^>]*>/g)]
        .filter(([input]) => /\bchecked=""/.test(input))
        .map(([input]) => /value="(\w+)"/.exec(input)![1]);
    const page = (await get("/account/notifications", told)).body;
    expect(page).toContain("Always comes by mail");
    expect(page).not.toContain('value="organization_deletion_planned"');
    expect(await checked()).toEqual(["engagement_started", "cycle_reminder", "kpi_reading_due", "evidence_expires", "initiative_due", "leap_due"]);
    const saved = await post(
      "/account/notifications",
      [
        ["byMail", "member_joined"],
        ["byMail", "cycle_opened"],
        ["intent", "save"],
      ],
      told,
    );
    expect({ status: saved.status, to: saved.headers.get("Location") }).toEqual({ status: 303, to: "/account/notifications?saved=yes" });
    expect(await checked()).toEqual(["member_joined", "cycle_opened"]);
    await post("/account/notifications", [["intent", "save"]], told);
    expect(await checked()).toEqual([]);
  });
});
