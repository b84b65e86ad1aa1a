import { randomUUID } from "node:crypto";
import { parse } from "csv-parse/sync";
import ICAL from "ical.js";
import { lexer, type Token, type Tokens } from "marked";
import readWorkbook from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROADMAP_FORMATS } from "#app/domain/board/roadmap-formats.ts";
import { bindCatalog } from "#app/services/content/catalog-instance.server.ts";
import { loadContent } from "#app/services/content/load-content.server.ts";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { bindPublicOrigin } from "#app/services/env/public-origin-instance.server.ts";
import { roadmapFileResponse } from "#app/services/roadmap-files/export-roadmap.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import type { Words } from "#app/words/say.ts";
import { english } from "../factories/english.ts";
import { finnish } from "../factories/finnish.ts";
import { ownInitiative } from "../factories/own-initiative.ts";
import { shownMarkdown } from "../factories/shown-markdown.ts";
import { makeMember, makeOrganization } from "../factories/tenants.ts";
import { testDatabases } from "../setup/test-databases.ts";

const loaded = loadContent("content");
if (!("catalog" in loaded)) throw new Error("the content has problems");
const { catalog } = loaded;

const databases = await testDatabases();
const now = new Date("2027-02-03T10:00:00Z");
const AWKWARD = 'Älä, "öljyä" 🚢; = pipes | \\ <b>';
const PROSE = "First, a line\n=SUM(A1)\n\n# not a heading\n- nor a list\n1. nor that ~~struck~~ &amp; `code`";

type Row = Record<string, unknown>;
type Made = { id: string; steps?: { text: string; doneAt?: Date; doneBy?: string }[]; links?: { title: string; link: string | null }[] } & Row;

describe.each(databases)("a roadmap as files, on $name", ({ open }) => {
  let database: OpenDatabase & { drop(): Promise<void> };
  beforeAll(async () => {
    database = await open();
    bindCatalog(catalog);
    bindPublicOrigin("https://pinhigh.example");
  });
  afterAll(() => database.drop());

  const db = () => database.client;
  const inside = <T>({ organization }: Access, work: Parameters<typeof withTenant<T>>[2]) => withTenant(db(), { organizationId: organization.id }, work);
  const put = async (access: Access, { steps = [], links = [], id, ...row }: Made) => {
    await inside(access, async (tx) => {
      await tx.roadmapInitiative.createMany({ data: [{ id, createdBy: "x", ...row }] });
      await tx.roadmapStep.createMany({ data: steps.map((step, index) => ({ initiativeId: id, position: index + 1, ...step })) });
      await tx.roadmapAttachment.createMany({ data: links.map((link) => ({ initiativeId: id, addedBy: "x", ...link })) });
    });
    return id;
  };
  const answer = (access: Access, format: string, words: Words = english, method = "GET") => roadmapFileResponse(db(), access, { format, method }, words, now);
  const text = async (access: Access, format: string, words?: Words) => (await answer(access, format, words)).text();
  const rowsOf = (file: string) => parse(file, { bom: true, columns: true }) as Record<string, string>[];
  const sheetsOf = async (access: Access, words?: Words) => {
    const sheets = await readWorkbook(Buffer.from(await (await answer(access, "xlsx", words)).arrayBuffer()));
    return new Map(sheets.map(({ sheet, data }) => [sheet, data]));
  };
  const asRows = ([head, ...rows]: unknown[][]) => rows.map((row) => Object.fromEntries(head!.map((name, index) => [String(name), row[index]])));
  const eventsOf = (file: string) =>
    new ICAL.Component(ICAL.parse(file) as unknown[]).getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
  const audited = (access: Access) =>
    inside(access, (tx) => tx.auditEvent.findMany({ where: { action: "roadmap.exported" }, select: { objectKind: true, objectName: true, actorName: true } }));

  /** A roadmap with one of everything. */
  async function stage() {
    const owner = await makeOrganization(db(), "Northern Ferries", { name: "Maria Virtanen" });
    const own = await put(owner, {
      ...{ id: randomUUID(), own: ownInitiative({ title: AWKWARD, pillars: ["process", "people"], problem: PROSE, quarters: 2, cost: euro(1250) }) },
      ...{ state: "under_way", startQuarter: "2027-Q1", startedOn: new Date("2027-01-04"), dueOn: new Date("2027-12-31"), ownerId: owner.memberId },
      ...{ leapOfFaith: "=1+2", hypothesis: "Calls fall", refutedBy: "They do not", measureOn: new Date("2027-03-31"), verdict: "held", measured: "12 %" },
      ...{ decidedOn: new Date("2027-02-01"), revision: 7 },
      promise: { scenario: "+Brave", on: "2026-12-01", points: 3.14159, items: [], basis: [] },
      steps: [{ text: "=HYPERLINK(1)", doneAt: new Date("2027-01-31T23:30:00Z"), doneBy: "Maria Virtanen" }, { text: '* ring, "one" customer' }],
      links: [
        { title: "Offer [1]", link: "https://example.com/a?b=1&c=(2)" },
        { title: "Plan.pdf", link: null },
      ],
    });
    const library = await put(owner, { id: randomUUID(), libraryId: "answer-the-main-number", state: "planned", startQuarter: "2027-Q4" });
    const undated = await put(owner, { id: randomUUID(), own: ownInitiative({ title: "Some day" }) });
    const dropped = await put(owner, { id: randomUUID(), own: ownInitiative({ title: "Never" }), state: "dropped", dueOn: new Date("2027-05-05") });
    return { owner, own, library, undated, dropped };
  }
  const euro = (likely: number) => ({ currency: "EUR" as const, low: 0, likely, high: likely });

  it("are saved under their names and as what they are; a HEAD takes nothing, and what there is none of is not found", async () => {
    const owner = await makeOrganization(db());
    const { slug } = owner.organization;
    const heads = await Promise.all(ROADMAP_FORMATS.map((format) => answer(owner, format, english, "HEAD")));
    expect(heads.map(({ headers }) => [headers.get("content-type"), headers.get("content-disposition"), headers.get("cache-control")])).toEqual(
      [
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", `roadmap-${slug}.xlsx`],
        ["text/csv; charset=utf-8", `roadmap-${slug}.csv`],
        ["text/markdown; charset=utf-8", `roadmap-${slug}.md`],
        ["text/calendar; charset=utf-8; method=PUBLISH", `roadmap-${slug}.ics`],
        ["text/csv; charset=utf-8", `roadmap-${slug}-jira.csv`],
        ["text/csv; charset=utf-8", `roadmap-${slug}-azure-devops.csv`],
      ].map(([type, name]) => [type, `attachment; filename="${name}"`, "no-store"]),
    );
    for (const head of heads) expect(await head.text()).toBe("");
    for (const format of ["", "CSV", "pdf", "__proto__", "csv/", "jira"]) await expect(answer(owner, format)).rejects.toMatchObject({ status: 404 });
    expect(await audited(owner)).toEqual([]);
    for (const format of ROADMAP_FORMATS) await answer(owner, format);
    const { name } = owner.organization;
    expect(await audited(owner)).toEqual(ROADMAP_FORMATS.map(() => ({ objectKind: "organization", objectName: name, actorName: owner.person.name })));
  });

  it("CSV has a row for each initiative with everything about it, and no formula", async () => {
    const { owner, own } = await stage();
    const file = await text(owner, "csv");
    const rows = rowsOf(file);
    expect(rows.map(({ Initiative: title, State: state }) => [title, state])).toEqual([
      [AWKWARD, "Under way"],
      [catalog.initiativeById.get("answer-the-main-number")!.title, "Planned"],
      ["Some day", "Proposed"],
      ["Never", "Dropped"],
    ]);
    expect(rows[0]).toEqual({
      ...{ Initiative: AWKWARD, Pillar: "Process, People", State: "Under way", "First quarter": "2027-Q1", "Last quarter": "2027-Q2" },
      ...{ Owner: "Maria Virtanen", "Due day": "2027-12-31", "Started on": "2027-01-04", "Ended on": "" },
      ...{ "Person-weeks, People": "2", "Person-weeks, Process": "", "Person-weeks, Content": "", "Person-weeks, Technology": "", "Person-weeks, KPIs": "" },
      ...{ "Cost in EUR": "1250", "Steps done": "1", Steps: "2", Checklist: '[x] =HYPERLINK(1)\n[ ] * ring, "one" customer' },
      // The apostrophe keeps a spreadsheet from taking a line for a formula.
      "What it is for": PROSE.replace("\n=", "\n'=").replace("\n-", "\n'-"),
      ...{ "Done when": "", KPIs: "", Links: "Offer [1]: https://example.com/a?b=1&c=(2)", Files: "Plan.pdf", From: "Your own" },
      ...{ Page: `https://pinhigh.example/o/${owner.organization.slug}/roadmap/initiatives/${own}` },
      ...{ "Points promised": "3.14", "Promised on": "2026-12-01", Scenario: "'+Brave", "Points realised": "" },
      ...{ "Leap of faith": "'=1+2", Hypothesis: "Calls fall", "What would refute it": "They do not", "Measured by": "2027-03-31" },
      ...{ Result: "It held", "What was measured": "12 %", "Measured on": "2027-02-01", Analog: "", Antilog: "" },
    });
    expect(rows[1]).toMatchObject({ From: "The library", "First quarter": "2027-Q4", KPIs: expect.stringMatching(/\S/) as string });
    // Which `text` takes off.
    expect(Buffer.from(await (await answer(owner, "csv")).arrayBuffer()).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  });

  it("a workbook has its three sheets with days, figures and texts as what they are", async () => {
    const { owner } = await stage();
    const sheets = await sheetsOf(owner);
    expect([...sheets.keys()]).toEqual(["Initiatives", "Checklist", "Promises"]);
    const [first, , , last] = asRows(sheets.get("Initiatives")!);
    expect(first).toMatchObject({
      ...{ Initiative: AWKWARD, "Due day": new Date("2027-12-31T00:00:00Z"), "Started on": new Date("2027-01-04T00:00:00Z"), "Ended on": null },
      ...{ "Person-weeks, People": 2, "Cost in EUR": 1250, "Steps done": 1, Steps: 2, "Points promised": 3.14, "Leap of faith": "=1+2" },
      ...{ "What it is for": PROSE, "Promised on": new Date("2026-12-01T00:00:00Z"), Scenario: "+Brave" },
    });
    expect(last).toMatchObject({ Initiative: "Never", State: "Dropped", "Cost in EUR": 0, "Steps done": 0 });
    // By the clock of Helsinki the first of February had begun.
    const zone = owner.organization.timeZone;
    const doneOn = new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(new Date("2027-01-31T23:30:00Z"));
    expect(asRows(sheets.get("Checklist")!)).toEqual([
      {
        ...{ Initiative: AWKWARD, "Step number": 1, Step: "=HYPERLINK(1)", Done: "yes", "Done by": "Maria Virtanen" },
        "Done on": new Date(`${doneOn}T00:00:00Z`),
      },
      { Initiative: AWKWARD, "Step number": 2, Step: '* ring, "one" customer', Done: "no", "Done by": null, "Done on": null },
    ]);
    expect(asRows(sheets.get("Promises")!)).toMatchObject([{ Initiative: AWKWARD, State: "Under way", "Points promised": 3.14, "Held against": null }]);
    expect([...(await sheetsOf(owner, finnish)).keys()]).toEqual(["Toimenpiteet", "Tarkistuslista", "Lupaukset"]);
  });

  it("a calendar has an all-day event on each due day, or at the end of the last quarter, of what is still to be done", async () => {
    const { owner, own, library } = await stage();
    const edge = await put(owner, { id: randomUUID(), own: ownInitiative({ title: "x".repeat(30) + "ä".repeat(30) + "🚢" }), dueOn: new Date("2028-01-01") });
    const file = await text(owner, "ics");
    const lines = file.split("\r\n");
    expect(lines.pop()).toBe("");
    expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(lines.some((line) => line.startsWith(" "))).toBe(true);
    expect(lines).toContain("PRODID:-//Pinhigh//Roadmap//EN");
    expect(lines.filter((line) => line.startsWith("DTSTART"))).toEqual([
      "DTSTART;VALUE=DATE:20271231",
      "DTSTART;VALUE=DATE:20280331",
      "DTSTART;VALUE=DATE:20280101",
    ]);
    const { quarters, title } = catalog.initiativeById.get("answer-the-main-number")!;
    const events = eventsOf(file);
    expect(quarters).toBe(2);
    expect(
      events.map(({ uid, summary, sequence, startDate, endDate, duration }) => [uid, summary, sequence, String(startDate), String(endDate), String(duration)]),
    ).toEqual([
      [own, AWKWARD, 7, "2027-12-31", "2028-01-01", "P1D"],
      [library, `${title} (end of 2028-Q1)`, 1, "2028-03-31", "2028-04-01", "P1D"],
      [edge, "x".repeat(30) + "ä".repeat(30) + "🚢", 1, "2028-01-01", "2028-01-02", "P1D"],
    ]);
    const page = `https://pinhigh.example/o/${owner.organization.slug}/roadmap/initiatives/${own}`;
    expect(events[0]!.description).toBe(`State: Under way\nOwner: Maria Virtanen\n1 of 2 steps done\n${page}`);
    expect(String(events[0]!.component.getFirstPropertyValue("transp"))).toBe("TRANSPARENT");
  });

  it("a document says everything as it was written, by state", async () => {
    const { owner } = await stage();
    const tokens = lexer(await text(owner, "md"));
    const headings = tokens.filter((token): token is Tokens.Heading => token.type === "heading");
    expect(headings.map((token) => [token.depth, shownMarkdown(token.tokens)])).toEqual([
      [1, "Roadmap of Northern Ferries"],
      [2, "Under way (1)"],
      [3, AWKWARD],
      [2, "Planned (1)"],
      [3, catalog.initiativeById.get("answer-the-main-number")!.title],
      [2, "Proposed (1)"],
      [3, "Some day"],
      [2, "Dropped (1)"],
      [3, "Never"],
    ]);
    const paragraphs = tokens.filter((token): token is Tokens.Paragraph => token.type === "paragraph").map((token) => shownMarkdown(token.tokens));
    expect(paragraphs.slice(0, 3)).toEqual(["As it was on 3 February 2027.", ...PROSE.split("\n\n")]);
    const lists = tokens.filter((token): token is Tokens.List => token.type === "list");
    const facts = lists[0]!.items.map((item) => shownMarkdown(item.tokens));
    expect(facts).toContain("Leap of faith: =1+2");
    expect(facts).toContain("Points promised: 3.1 points, “+Brave”, 1 December 2026");
    expect(facts).toContain("Person-weeks: People 2");
    expect(lists[1]!.items.map((item) => [item.checked, shownMarkdown(item.tokens)])).toEqual([
      [true, "=HYPERLINK(1)"],
      [false, '* ring, "one" customer'],
    ]);
    expect(linksOf(lists[2]!.items.flatMap(({ tokens: inner }) => inner))).toEqual([["Offer [1]", "https://example.com/a?b=1&c=(2)"]]);
    expect(tokens.filter(({ type }) => !["heading", "paragraph", "list", "space"].includes(type))).toEqual([]);
  });

  it("Jira gets what is still to be done: epics first, then their steps, each with the number of its epic", async () => {
    const { owner } = await stage();
    const file = await text(owner, "jira.csv");
    expect(file.startsWith("Issue Id,Parent,Issue Type,Summary,")).toBe(true);
    const [head, ...rows] = parse(file) as string[][];
    expect(head).toEqual([
      ...[
        "Issue Id",
        "Parent",
        "Issue Type",
        "Summary",
        "Status",
        "Assignee",
        "Start Date",
        "Due Date",
        "Original Estimate",
        "Labels",
        "Labels",
        "Description",
      ],
    ]);
    const mainNumber = catalog.initiativeById.get("answer-the-main-number")!;
    expect(rows.map((row) => row.slice(0, 6))).toEqual([
      ["1", "", "Epic", AWKWARD, "In Progress", owner.person.email],
      ["2", "", "Epic", mainNumber.title, "To Do", ""],
      ["3", "", "Epic", "Some day", "To Do", ""],
      ["4", "1", "Task", "'=HYPERLINK(1)", "Done", ""],
      ["5", "1", "Task", '* ring, "one" customer', "To Do", ""],
    ]);
    // Two person-weeks of forty hours.
    expect(rows[0]!.slice(6, 11)).toEqual(["2027-01-04", "2027-12-31", "288000", "Process", "People"]);
    expect(rows[1]!.slice(6, 8)).toEqual(["2027-10-01", "2028-03-31"]);
    expect(rows[2]!.slice(6, 9)).toEqual(["", "", "288000"]);
    expect(rows[0]![11]).toMatch(/^What it is for: First, a line\n'=SUM[^]*\n\nLeap of faith: =1\+2\n\n[^]*https:\/\/pinhigh\.example\/o\//);
  });

  it("Azure DevOps gets the same with the titles of steps one column further, descriptions in HTML, and no states", async () => {
    const { owner } = await stage();
    const file = await text(owner, "azure-devops.csv");
    expect(file.startsWith("ID,Work Item Type,Title 1,Title 2,")).toBe(true);
    const rows = rowsOf(file);
    expect(rows.map((row) => [row["ID"], row["Work Item Type"], row["Title 1"], row["Title 2"]])).toEqual([
      ["", "Epic", AWKWARD, ""],
      ["", "Task", "", '* ring, "one" customer'],
      ["", "Epic", catalog.initiativeById.get("answer-the-main-number")!.title, ""],
      ["", "Epic", "Some day", ""],
    ]);
    expect(rows[0]).toMatchObject({
      ...{ "Assigned To": `Maria Virtanen <${owner.person.email}>`, "Start Date": "2027-01-04", "Target Date": "2027-12-31" },
      ...{ Effort: "2", Tags: "Process; People" },
    });
    expect(rows[0]!["Description"]).toContain("<p><b>What it is for:</b> First, a line<br>=SUM(A1)<br><br># not a heading");
    expect(rows[0]!["Description"]).toContain("~~struck~~ &amp;amp; `code`</p>");
  });

  it("show addresses of people only to those who see them elsewhere", async () => {
    const { owner } = await stage();
    for (const role of ["admin", "analyst", "viewer"] as const) {
      const access = await makeMember(db(), owner, role);
      const files = await Promise.all(["jira.csv", "azure-devops.csv", "csv", "ics", "md"].map((format) => text(access, format)));
      expect(files.map((file) => file.includes(owner.person.email))).toEqual([role !== "viewer", role !== "viewer", false, false, false]);
    }
  });

  it("hold nothing of another organisation", async () => {
    await stage();
    const other = await makeOrganization(db(), "Pine Works");
    for (const format of ROADMAP_FORMATS) expect(await text(other, format)).not.toContain("Never");
    expect(rowsOf(await text(other, "csv"))).toEqual([]);
    expect(rowsOf(await text(other, "jira.csv"))).toEqual([]);
    expect(rowsOf(await text(other, "azure-devops.csv"))).toEqual([]);
    expect((await text(other, "csv")).split("\r\n")).toHaveLength(2);
    expect(eventsOf(await text(other, "ics"))).toEqual([]);
    expect([...(await sheetsOf(other)).values()].map((rows) => rows.length)).toEqual([1, 1, 1]);
    expect(
      lexer(await text(other, "md"))
        .map((token) => token.raw.trim())
        .join(" ")
        .trim(),
    ).toContain("There is nothing on it.");
  });

  it("hold five hundred initiatives", async () => {
    const owner = await makeOrganization(db());
    const ids = Array.from({ length: 500 }, () => randomUUID());
    await inside(owner, async (tx) => {
      await tx.roadmapInitiative.createMany({
        data: ids.map((id, n) => ({
          id,
          createdBy: "x",
          own: ownInitiative({ title: `Initiative ${n}` }),
          startQuarter: "2027-Q1",
          createdAt: new Date(n * 1000),
        })),
      });
      await tx.roadmapStep.createMany({
        data: ids.flatMap((initiativeId) => [1, 2].map((position) => ({ initiativeId, position, text: `Step ${position}` }))),
      });
    });
    const titles = ids.map((_, n) => `Initiative ${n}`);
    expect(rowsOf(await text(owner, "csv")).map((row) => row["Initiative"])).toEqual(titles);
    expect(rowsOf(await text(owner, "jira.csv")).map(({ Parent: parent }) => parent)).toEqual([
      ...titles.map(() => ""),
      ...titles.flatMap((_, n) => [String(n + 1), String(n + 1)]),
    ]);
    expect(rowsOf(await text(owner, "azure-devops.csv"))).toHaveLength(1500);
    expect(new Set(eventsOf(await text(owner, "ics")).map(({ uid }) => uid))).toEqual(new Set(ids));
    const sheets = await sheetsOf(owner);
    expect(asRows(sheets.get("Initiatives")!).map((row) => row["Initiative"])).toEqual(titles);
    expect(sheets.get("Checklist")).toHaveLength(1001);
    expect(lexer(await text(owner, "md")).filter((token) => token.type === "heading" && (token as Tokens.Heading).depth === 3)).toHaveLength(500);
  });
});

function linksOf(tokens: Token[]): [string, string][] {
  return tokens.flatMap((token) => {
    if (token.type === "link") return [[shownMarkdown((token as Tokens.Link).tokens), (token as Tokens.Link).href]];
    return "tokens" in token && token.tokens ? linksOf(token.tokens) : [];
  });
}
