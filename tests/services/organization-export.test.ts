import { setImmediate as nextTurn } from "node:timers/promises";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OrganizationFile, organizationFileSchema } from "#app/domain/export/organization-file.ts";
import { canonicalJson } from "#app/domain/report/canonical-json.ts";
import { eventInWords } from "#app/domain/tenancy/event-in-words.ts";
import { recordEvent } from "#app/services/audit/record-event.server.ts";
import { contentHash } from "#app/services/content/catalog.server.ts";
import { loadContent } from "#app/services/content/load-content.server.ts";
import { storeVersions } from "#app/services/content/store-versions.server.ts";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { withOperator } from "#app/services/db/with-operator.server.ts";
import { withPerson } from "#app/services/db/with-person.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { bindPublicOrigin } from "#app/services/env/public-origin-instance.server.ts";
import { type BroughtFile, readOrganizationFile } from "#app/services/exports/read-organization-file.server.ts";
import { acceptOffer } from "#app/services/tenancy/accept-offer.server.ts";
import { bringOrganization } from "#app/services/tenancy/bring-organization.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { importOrganization } from "#app/services/tenancy/import-organization.server.ts";
import { invitePeople } from "#app/services/tenancy/invite-people.server.ts";
import { listInvitations } from "#app/services/tenancy/list-invitations.server.ts";
import { resendInvitation } from "#app/services/tenancy/resend-invitation.server.ts";
import { comparable } from "../factories/comparable-organization.ts";
import { makeConsultancy, offerTo } from "../factories/engaged.ts";
import { english } from "../factories/english.ts";
import { REAL_FILES } from "../factories/sent-files.ts";
import { accessTo, makeMember, makeSignedIn } from "../factories/tenants.ts";
import { all, fileFrom, textOf, wholeOrganization } from "../factories/whole-organization.ts";
import { asOwner } from "../setup/as-owner.ts";
import { testDatabases } from "../setup/test-databases.ts";

bindPublicOrigin("https://pinhigh.example");
const loaded = loadContent("content");
if (!("catalog" in loaded)) throw new Error("the content has problems");
const { catalog } = loaded;
const databases = await testDatabases();
const NOW = new Date("2027-03-04T05:06:07.000Z");
const reading = { now: NOW, rules: catalog.contradictions, words: english };
const read = (text: string) => readOrganizationFile(new Blob([text]), reading);
const sending = () => ({ origin: "https://pinhigh.example", language: "en" as const, now: new Date() });

/** Of a response; in a named cycle two more. */
const KEYS = ["answers", "assessment", "createdAt", "cycle", "id", "publishedIn", "result", "submittedAt"];

describe.each(databases)("an organisation as a file, on $name", ({ open }) => {
  let database: OpenDatabase & { drop(): Promise<void> };
  let elsewhere: OpenDatabase & { drop(): Promise<void> };
  beforeAll(async () => {
    [database, elsewhere] = [await open(), await open()];
    await storeVersions(database.client, catalog);
  });
  afterAll(async () => {
    await database.drop();
    await elsewhere.drop();
  });
  const db = () => database.client;

  async function brought(text: string): Promise<BroughtFile> {
    const { file, problems } = await read(text);
    if (problems) throw new Error(JSON.stringify(problems));
    return file;
  }
  const bring = async (file: OrganizationFile) => brought(JSON.stringify(file));
  async function fileOf(text: string): Promise<OrganizationFile> {
    return fileFrom(await brought(text));
  }
  const full = (name: string, seeds?: number[]) => wholeOrganization(db(), catalog, name, seeds);

  it("holds everything, by its schema, its keys in order, without tokens", async () => {
    const { owner, member } = await full("Whole");
    const as = { role: "viewer" as const, respondentRole: null, workFunction: null };
    await invitePeople(db(), owner, { addresses: ["new@example.com"], ...as }, sending());
    const firm = await makeConsultancy(db(), "The Firm");
    await acceptOffer(db(), owner, await offerTo(db(), firm, {}, new Date()), sending());
    const second = await makeMember(db(), owner, "owner");
    const begun = await withTenant(db(), { organizationId: owner.organization.id }, async (tx) => {
      const { id } = await tx.response.findFirstOrThrow({ where: { submittedAt: { not: null } }, select: { id: true } });
      await recordEvent(tx, owner, { action: "result.claimed", object: { kind: "response", id, name: "Whole" } });
      return tx.response.count();
    });
    expect(begun).toBe(3);
    const text = await textOf(database, owner, NOW);
    expect(text).toBe(`${canonicalJson(JSON.parse(text))}\n`);
    const file = organizationFileSchema.parse(JSON.parse(text));
    expect(file).toMatchObject({
      format: "pinhigh-organization",
      schemaVersion: 1,
      exportedAt: "2027-03-04T05:06:07.000Z",
      organization: { name: "Whole", kind: "company", industry: "retail", sizeBand: "50-249", region: "worldwide", retentionDays: 365 },
      invitations: [{ address: "new@example.com", role: "viewer" }],
      engagements: [{ client: "Whole", consultancy: "The Firm", endedAt: null }],
    });
    expect(file.members.map(({ address, role }) => [address, role]).sort()).toEqual(
      [
        [owner.person.email, "owner"],
        [member.person.email, "analyst"],
        [second.person.email, "owner"],
      ].sort(),
    );
    expect(
      file.evidence
        .map(({ title, link, file: of, owner: by, expires }) => ({ title, link, file: of, by, expires }))
        .sort((a, b) => a.title.localeCompare(b.title)),
    ).toEqual([
      { title: "A report", link: "https://example.com/report", file: null, by: member.memberId, expires: "2027-12-31" },
      ...Object.entries({ Minutes: "Minutes.pdf", "Minutes, signed": "Signed.pdf" }).map(([title, name]) => ({
        ...{ title, link: null, by: null, expires: null },
        file: { name, mediaType: "application/pdf", size: REAL_FILES["pdf"]!.length, sha256: "a".repeat(64), content: "left out" },
      })),
    ]);
    expect([file.cycles.length, file.responses.length, file.assessments.length]).toEqual([3, 2, 3]);
    // Whose a response is stands nowhere, and those that were not submitted count for nothing yet.
    for (const response of file.responses)
      expect(Object.keys(response).sort()).toEqual([...(response.cycle === null ? KEYS : [...KEYS, "respondentRole", "workFunction"])].sort());
    expect(JSON.stringify(file.responses)).not.toContain(member.memberId);
    expect(text).not.toContain("Note 2");
    expect(file.events.filter(({ objectKind }) => objectKind === "response")).toMatchObject([
      { action: "result.claimed", actor: "Olga Owner", objectId: null },
    ]);
    expect(file.events.at(-1)).toMatchObject({ action: "organization.exported", actor: "Olga Owner" });
    const hashes = await asOwner(
      db(),
      (tx) => tx.$queryRaw<{ hash: string }[]>`SELECT take_token_hash AS hash FROM response UNION ALL SELECT result_token_hash FROM response
      UNION ALL SELECT token_hash FROM invitation UNION ALL SELECT token_hash FROM engagement_offer`,
    );
    for (const { hash } of hashes) expect(text).not.toContain(hash);
    // The other owners are told, and who took it is not.
    const told = (access: Access) => withPerson(db(), access.person, (tx) => tx.notification.count({ where: { kind: "data_exported" } }));
    expect([await told(owner), await told(second)]).toEqual([0, 1]);
  });

  it("comes to the same in another installation: random answers to several assessments, figures to the last digit", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 5 }), async (seeds) => {
        const { owner } = await full("Round trip", seeds);
        const there = await fileOf(await textOf(database, owner, NOW));
        const newcomer = await makeSignedIn(elsewhere.client, { name: "Nea New" });
        const slug = await importOrganization(elsewhere.client, newcomer, await bring(there), NOW);
        const here = await accessTo(elsewhere.client, newcomer, slug);
        const back = await fileOf(await textOf(elsewhere, here, NOW));
        expect(comparable(back)).toEqual(comparable(there));
        const brought = back.events.filter(({ action }) => !["organization.imported", "organization.exported"].includes(action));
        for (const { detail } of brought) expect(detail).toMatchObject({ broughtInOn: "2027-03-04" });
        expect(back.events.find(({ action }) => action === "organization.imported")?.detail).toMatchObject({ filesLeftOut: 2 });
        expect(back.members).toMatchObject([{ name: "Nea New", role: "owner" }]);
        const ids = ({ responses, cycles }: OrganizationFile) => [...responses, ...cycles].map(({ id }) => id);
        expect(ids(back).filter((id) => ids(there).includes(id))).toEqual([]);
      }),
      { numRuns: 5 },
    );
  }, 120_000);

  it("makes nobody a member but who brings it; the others can be invited from the list", async () => {
    const { owner, member } = await full("People");
    const file = await fileOf(await textOf(database, owner, NOW));
    const known = await makeSignedIn(elsewhere.client, { email: member.person.email });
    const newcomer = await makeSignedIn(elsewhere.client);
    const here = await accessTo(elsewhere.client, newcomer, await importOrganization(elsewhere.client, newcomer, await bring(file), new Date()));
    const members = await withTenant(elsewhere.client, { organizationId: here.organization.id }, (tx) => tx.member.findMany());
    expect(members.map(({ personId }) => personId)).toEqual([newcomer.personId]);
    expect(await withPerson(elsewhere.client, known, (tx) => tx.member.count())).toBe(0);
    expect(await elsewhere.client.mail.count()).toBe(0);
    const { rows } = await listInvitations(elsewhere.client, here, { q: "", page: 1 });
    expect(rows.map(({ address, role }) => [address, role]).sort()).toEqual(
      [
        [owner.person.email, "owner"],
        [member.person.email, "analyst"],
      ].sort(),
    );
    for (const { expiresAt } of rows) expect(expiresAt.getTime()).toBeLessThanOrEqual(Date.now());
    expect(await resendInvitation(elsewhere.client, here, rows[0]!.id, sending())).toBe("done");
    expect(await elsewhere.client.mail.count()).toBe(1);
    await elsewhere.client.mail.deleteMany();
    const responses = await withTenant(elsewhere.client, { organizationId: here.organization.id }, (tx) => tx.response.findMany());
    expect(responses.map(({ memberId }) => memberId)).toEqual([null, null]);
  });

  it("makes two organisations of the same file, also in the installation it came from", async () => {
    const { owner } = await full("Twice");
    const file = await brought(await textOf(database, owner, NOW));
    const slugs = [await importOrganization(db(), owner.person, file, NOW), await importOrganization(db(), owner.person, file, NOW)];
    expect(new Set([...slugs, owner.organization.slug]).size).toBe(3);
    const counts = await Promise.all(
      [owner.organization.slug, ...slugs].map(async (slug) => {
        const { organization } = await accessTo(db(), owner.person, slug);
        return withTenant(db(), { organizationId: organization.id }, async (tx) => [
          await tx.response.count({ where: { submittedAt: { not: null } } }),
          await tx.result.count(),
          await tx.answer.count({ where: { response: { submittedAt: { not: null } } } }),
        ]);
      }),
    );
    expect(counts[1]).toEqual(counts[0]);
    expect(counts[2]).toEqual(counts[0]);
  });

  it("goes through the form: sent as a file, or refused with what is wrong and where", async () => {
    const { owner } = await full("By form");
    const text = await textOf(database, owner, NOW);
    const newcomer = await makeSignedIn(elsewhere.client);
    const send = (body: FormData) =>
      bringOrganization(elsewhere.client, newcomer, new Request("http://localhost/o/new/import", { method: "POST", body }), { ...reading, now: new Date() });
    const formWith = (content: string) => {
      const form = new FormData();
      form.append("file", new File([content], "export.json", { type: "application/json" }));
      return form;
    };
    expect(await send(formWith(text))).toMatchObject({ slug: expect.stringMatching(/^by-form-/) as string });
    expect(await send(formWith(""))).toMatchObject({ refused: { status: 422, message: "Choose the file." } });
    expect(await send(formWith('{"a":1}'))).toMatchObject({
      refused: { status: 422, places: expect.arrayContaining([expect.objectContaining({ place: "format" })]) as object },
    });
    const extra = formWith(text);
    extra.append("role", "owner");
    await expect(send(extra)).rejects.toMatchObject({ status: 400 });
  });

  describe("that was altered", () => {
    let good: OrganizationFile;
    let rows: () => Promise<number>;
    beforeAll(async () => {
      const { owner } = await full("Altered", [0, 1, 2, 3]);
      good = await fileOf(await textOf(database, owner, NOW));
      rows = () => asOwner(elsewhere.client, (tx) => tx.organization.count());
    });
    const problemsWith = async (change: (file: OrganizationFile) => void) => {
      const file = structuredClone(good);
      change(file);
      return (await read(JSON.stringify(file))).problems ?? [];
    };

    const withLink = (link: string) => (file: OrganizationFile) => Object.assign(file.responses[0]!.answers[0]!, { evidenceLink: link });

    it.each<[string, (file: OrganizationFile) => void, RegExp, RegExp]>([
      [
        "a score of its own",
        (f) => (f.responses[0]!.result.score.overall.score = 99.5),
        /^responses\.\d\.result\.score$/,
        /99\.5 overall in the file, .* here/,
      ],
      [
        "a part's score",
        (f) => (f.responses[0]!.result.score.pillars[0]!.score = 1.25),
        /^responses\.\d\.result\.score$/,
        /is not what its answers score here/,
      ],
      ["another method", (f) => (f.responses[0]!.result.method = "0"), /^responses\.\d\.result\.method$/, /scored by method 0; this installation has method 1/],
      ["an answer to no question", (f) => (f.responses[0]!.answers[0]!.item = "no-such-item"), /^responses\.0\.answers\.no-such-item$/, /is not a question of/],
      ["an altered assessment", (f) => (f.assessments[0]!.definition.title = "Altered"), /^assessments\.0\.hash$/, /it was altered/],
      ["an assessment that is not there", (f) => f.assessments.shift(), /^(cycles|responses)\.\d\.assessment$/, /not among the assessments/],
      ["a cycle that is not there", (f) => (f.responses[0]!.cycle = "01890000-0000-7000-8000-000000000000"), /^responses\.0\.cycle$/, /not among the cycles/],
      ["the same response twice", (f) => f.responses.push(f.responses[0]!), /^responses\.3\.id$/, /stands twice/],
      ["a later version", (f) => Object.assign(f, { schemaVersion: 2 }), /^schemaVersion$/, /has to be one of: 1$/],
      ["a key more", (f) => Object.assign(f.members[0]!, { isOperator: true }), /^members\.0$/, /no such file has: isOperator/],
      [
        "a role that is none",
        (f) => Object.assign(f.members[0]!, { role: "god" }),
        /^members\.0\.role$/,
        /has to be one of: owner, admin, analyst, respondent, viewer/,
      ],
      ["a name with a line break", (f) => (f.organization.name = "Two\nlines"), /^organization\.name$/, /is not /],
      ["NUL in a comment", (f) => (f.responses[0]!.answers[0]!.comment = "\u0000"), /^responses\.0\.answers\.0\.comment$/, /cannot be stored/],
      ["half a character", (f) => (f.events[0]!.actor = "\ud800"), /^events\.0\.actor$/, /cannot be stored/],
      ["a day that is none", (f) => (f.cycles[0]!.openedAt = "2027-02-30T00:00:00Z"), /^cycles\.0\.openedAt$/, /not written as such a value is: datetime/],
      [
        "a day before any calendar here",
        (f) => (f.cycles[0]!.openedAt = "1969-12-31T23:59:59Z"),
        /^cycles\.0\.openedAt$/,
        /has to be a date from 1970 to 2199/,
      ],
      [
        "a blank answer that keeps a plain value",
        (f) =>
          Object.assign(f.responses[0]!.answers[0]!, { state: "blank", value: "one-menu", carriedFrom: "seven-ps", carriedOn: "2026-01-01T00:00:00.000Z" }),
        /^responses\.0\.answers\.0$/,
        /has a value that an answer in its state does not have/,
      ],
      ["a retention of a day", (f) => Object.assign(f.organization, { retentionDays: 1 }), /^organization\.retentionDays$/, /has to be one of: 90, 365, 730/],
      [
        "a script for the link of an evidence",
        (f) => (f.evidence.find(({ link }) => link)!.link = "javascript:alert(1)//"),
        /^evidence\.\d\.link$/,
        /is not as it should be/,
      ],
      ["an evidence that is nothing", (f) => (f.evidence.find(({ link }) => link)!.link = null), /^evidence\.\d$/, /./],
      ["an evidence of nobody here", (f) => (f.evidence[0]!.owner = "01890000-0000-7000-8000-000000000000"), /^evidence\.0\.owner$/, /not among the members/],
      ["an evidence from tomorrow", (f) => (f.evidence[0]!.createdAt = "2027-03-05T00:00:00Z"), /^evidence\.0\.createdAt$/, /later than now/],
      [
        "a page for a file",
        (f) => Object.assign(f.evidence.find(({ file }) => file)!.file!, { mediaType: "text/html" }),
        /^evidence\.\d\.file\.mediaType$/,
        /./,
      ],
      [
        "a response that was not submitted",
        (f) => Object.assign(f.responses[0]!, { submittedAt: null }),
        /^responses\.0\.submittedAt$/,
        /has to be of the type string/,
      ],
      ["whose a response is", (f) => Object.assign(f.responses[0]!, { member: f.members[0]!.id }), /^responses\.0$/, /no such file has: member/],
      ["a line of the trail from tomorrow", (f) => (f.events[0]!.at = "2027-03-05T00:00:00Z"), /^events\.0\.at$/, /later than now/],
      ["a sentence for an action", (f) => (f.events[0]!.action = "Maria took everything"), /^events\.0\.action$/, /object and a verb/],
      ["an action without a verb", (f) => (f.events[0]!.action = "member"), /^events\.0\.action$/, /object and a verb/],
      ["an action too long", (f) => (f.events[0]!.action = `member.${"x".repeat(42)}`), /^events\.0\.action$/, /too long or too large: at most 48/],
      ["too many lines", (f) => (f.events = Array.from({ length: 20_001 }, () => f.events[0]!)), /^events$/, /has more than 20,000 entries/],
      ["too many responses", (f) => (f.responses = Array.from({ length: 12_001 }, () => f.responses[0]!)), /^responses$/, /has more than 12,000 entries/],
    ])("with %s is refused, and says where", async (_, change, place, message) => {
      const problems = await problemsWith(change);
      expect(problems.length).toBeGreaterThan(0);
      expect(problems.length).toBeLessThanOrEqual(20);
      expect(problems[0]!.place).toMatch(place);
      expect(problems[0]!.message).toMatch(message);
    });

    it.each([
      ["nested ten thousand deep", `{"organization":${"[".repeat(10_000)}${"]".repeat(10_000)}}`, /too deeply/],
      ["not JSON", "{'format': 1}", /not well-formed/],
      ["with a prototype key", '{"format":"pinhigh-organization","__proto__":{"isAdmin":true}}', /__proto__/],
      ["with one deep inside", '{"assessments":[{"definition":{"readings":{"\\u005f_proto__":{}}}}]}', /__proto__/],
      ["a list", "[]", /not well-formed/],
      ["null", "null", /not well-formed/],
      ["with a key twice", '{"format":"a","format":"b"}', /the same key twice/],
      ["cut off", '{"format":"pinhigh-organization","events":[{}', /not well-formed/],
      ["with more behind it", '{"format":"a"} {}', /not well-formed/],
    ])("%s is refused", async (_, text, message) => {
      const { problems } = await read(text);
      expect(problems![0]!.message).toMatch(message);
      expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
    });

    it("with one foreign key after the other is not read to its end", async () => {
      const { problems } = await read(`{${Array.from({ length: 5_000 }, (_, n) => `"k${n}":1`).join()},,`);
      expect(problems!.some(({ message }) => message.startsWith("has keys that no such file has: k0, k1"))).toBe(true);
    });

    it.each([
      ["a script", "javascript:alert(1)//"],
      ["a name before its host", "https://bank.example@evil.example"],
      ["letters turned round", "https://evil.example/\u202egro.knab"],
    ])("comes without a link that the form does not take, and says so: %s", async (_, link) => {
      const file = structuredClone(good);
      withLink(link)(file);
      const [, second] = file.responses[0]!.answers;
      const kept = { state: "blank", carriedFrom: "seven-ps", carriedOn: "2026-01-01T00:00:00.000Z" };
      const isBlank = second!.state !== "answered";
      if (isBlank) Object.assign(second!, kept, { value: { state: "not_sure", evidence: { link } } });
      const read = await brought(JSON.stringify(file));
      expect(read.linksLeftOut).toBe(isBlank ? 2 : 1);
      const [first] = await all(read.entries());
      expect(JSON.stringify(first)).not.toContain(JSON.stringify(link).slice(1, -1));
      expect(first!.answers[0]).not.toHaveProperty("evidenceLink");
      expect(first!.result.score).toEqual(file.responses[0]!.result.score);
    });

    it("has the bands that are drawn here, whatever it says", async () => {
      const bands = good.responses.map(({ result }) => result.band);
      expect(bands.some((band) => band !== null)).toBe(true);
      const file = structuredClone(good);
      for (const { result } of file.responses)
        result.band = result.band === null ? { draws: 1, seed: 1, low: 0, high: 1, levels: [] } : { ...result.band, low: 99, high: 100 };
      expect((await fileOf(JSON.stringify(file))).responses.map(({ result }) => result.band)).toEqual(bands);
      for (const { result } of file.responses) result.band = null;
      expect((await fileOf(JSON.stringify(file))).responses.map(({ result }) => result.band)).toEqual(bands);
    });

    it("cannot hide that a line was brought in", async () => {
      const file = structuredClone(good);
      const detail = { roleAfter: "viewer", broughtInOn: "1999-01-01", broughtInOnBefore: "never", broughtInOnAfter: "never" };
      file.events = [{ ...file.events[0]!, action: "member.changed", actor: "Maria", actorFor: null, objectName: "Mika", detail }];
      const newcomer = await makeSignedIn(elsewhere.client);
      const here = await accessTo(elsewhere.client, newcomer, await importOrganization(elsewhere.client, newcomer, await bring(file), NOW));
      const brought = await withTenant(elsewhere.client, { organizationId: here.organization.id }, (tx) =>
        tx.auditEvent.findFirstOrThrow({ where: { action: "member.changed" } }),
      );
      expect(eventInWords(brought, english).details).toEqual(["Role: Viewer", "Brought in on: 2027-03-04"]);
    });

    it("lets others have their turn while it is brought in, and is seen by nobody before all of it is there", async () => {
      const file = structuredClone(good);
      file.events = Array.from({ length: 5_000 }, () => file.events[0]!);
      const newcomer = await makeSignedIn(elsewhere.client);
      const done: string[] = [];
      const importing = importOrganization(elsewhere.client, newcomer, await bring(file), NOW).finally(() => done.push("import"));
      const unfinished = () => withOperator(elsewhere.client, (tx) => tx.organization.findFirst({ where: { eraseAfter: { not: null } } }));
      let begun = await unfinished();
      while (begun === null && done.length === 0) {
        // Queries of the embedded database are answered without a turn of the event loop; requests come with one.
        await nextTurn();
        begun = await unfinished();
      }
      expect(begun).toMatchObject({ name: "Altered", eraseAfter: new Date("2027-03-04T06:06:07.000Z") });
      expect(await withPerson(elsewhere.client, newcomer, (tx) => tx.member.count())).toBe(0);
      done.push("others");
      const here = await accessTo(elsewhere.client, newcomer, await importing);
      expect(done).toEqual(["others", "import"]);
      expect(here.organization).toMatchObject({ id: begun!.id, eraseAfter: null });
      expect(await withTenant(elsewhere.client, { organizationId: begun!.id }, (tx) => tx.auditEvent.count())).toBe(5_001);
    });

    it("leaves nothing where it fails half-way", async () => {
      // A version of the file that is nowhere else goes with it; those that were here stay.
      const altered = structuredClone(good);
      const [first] = altered.assessments;
      const [old, definition] = [first!.hash, { ...first!.definition, version: 9_999 }];
      altered.assessments[0] = { hash: contentHash(definition), definition };
      for (const of of [...altered.cycles, ...altered.responses]) if (of.assessment === old) of.assessment = altered.assessments[0].hash;
      const versions = () => elsewhere.client.assessmentVersion.findMany({ select: { hash: true }, orderBy: { hash: "asc" } });
      await importOrganization(elsewhere.client, await makeSignedIn(elsewhere.client), await bring(good), NOW);
      const kept = await versions();
      const before = await rows();
      const newcomer = await makeSignedIn(elsewhere.client);
      const whole = await bring(altered);
      // Gets past nothing that reads a file, and so stands for a failure of the database.
      const event = whole.events[0]!;
      const file = { ...whole, events: [...Array.from({ length: 300 }, () => event), { ...event, action: "x".repeat(49) }] };
      await expect(importOrganization(elsewhere.client, newcomer, file, NOW)).rejects.toThrow();
      expect(await rows()).toBe(before);
      expect(await versions()).toEqual(kept);
      expect(await withPerson(elsewhere.client, newcomer, (tx) => tx.member.count())).toBe(0);
    });
  });
});
