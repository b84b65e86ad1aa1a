import fc from "fast-check";
import ICAL from "ical.js";
import { lexer, type Tokens } from "marked";
import readWorkbook from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import type { RoadmapEntry } from "#app/domain/board/roadmap-entry.ts";
import { deadlineOf } from "#app/domain/board/roadmap-entry.ts";
import { markdownLine, markdownLink, markdownText, markdownWithin } from "#app/services/roadmap-files/markdown-text.server.ts";
import { roadmapCalendar } from "#app/services/roadmap-files/roadmap-calendar.server.ts";
import { roadmapWorkbook } from "#app/services/roadmap-files/roadmap-workbook.server.ts";
import { visibleText } from "#app/services/roadmap-files/visible-text.server.ts";
import { english } from "../factories/english.ts";
import { shownMarkdown } from "../factories/shown-markdown.ts";

const NOTHING: RoadmapEntry = {
  ...{ id: "0", title: "x", isOwn: true, pillars: [], state: "planned", startQuarter: null, lastQuarter: null, ownerName: null, ownerAddress: null },
  ...{ dueOn: null, startedOn: null, endedOn: null, effort: {}, cost: 0, problem: "", done: "", steps: [], links: [], files: [], kpis: [], promise: null },
  ...{ page: null, revision: 1, leapOfFaith: null, hypothesis: null, refutedBy: null, analog: null, antilog: null, measureOn: null },
  ...{ verdict: null, measured: null, decidedOn: null },
};
const now = new Date("2027-02-03T10:00:00Z");

/** Marks of Markdown, calendars and XML among letters of one to four bytes. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ..."\\`*_[](){}<>&~|$#+-=.!:;,\"'^",
        "1. ",
        "12) ",
        "~~",
        "**",
        "```",
        "&amp;",
        "<b>",
        "[x] ",
        "![",
        "_x000D_",
        "ä",
        "ö",
        "€",
        "🚢",
        " ",
        "a",
        "B",
        "7",
      ),
      fc.string({ unit: "binary", maxLength: 4 }).map((text) => text.replace(/\s/g, " ")),
    ),
    { minLength: 1, maxLength: 60 },
  )
  .map((parts) => visibleText(parts.join("")).replace(/\s+/g, " ").trim())
  .filter((text) => text !== "");

/** The list that a document is. */
function listIn(document: string): Tokens.List {
  const [list] = lexer(document).filter((token): token is Tokens.List => token.type === "list");
  return list!;
}

describe("text in Markdown", () => {
  it("is read as it was written, on a line, in a list, in a heading and in a link", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const line = markdownLine(text);
        const [heading, , paragraph] = lexer(`# ${line}\n\n${line}`);
        expect([heading!.type, shownMarkdown((heading as Tokens.Heading).tokens)]).toEqual(["heading", text]);
        const last = lexer(line);
        expect(last.map(({ type }) => type)).toEqual(["paragraph"]);
        expect(shownMarkdown((last[0] as Tokens.Paragraph).tokens)).toBe(text);
        expect(paragraph === undefined || paragraph.type === "paragraph").toBe(true);
        const list = listIn(`- [ ] ${line}`);
        expect(list.items.map((item) => [item.task, item.checked, shownMarkdown(item.tokens)])).toEqual([[true, false, text]]);
        const fact = listIn(`- **Fact:** ${markdownWithin(text)}`);
        expect(shownMarkdown(fact.items[0]!.tokens)).toBe(`Fact: ${text}`);
        const linked = listIn(`- ${markdownLink(text, "https://example.com/a (b)?c=<d>&e=\\f")}`);
        expect(shownMarkdown(linked.items[0]!.tokens)).toBe(text);
      }),
      { numRuns: 2000, examples: [["Rank #"], ["Rank ##"], ["\\ #"], ["#"]] },
    );
  });

  it("keeps its lines and paragraphs", () => {
    const lines = fc.array(fc.array(anyText, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(lines, fc.constantFrom("\n", "\r\n", "\r"), (paragraphs, end) => {
        const written = paragraphs.map((paragraph) => paragraph.join(end)).join(`${end}${end}`);
        const tokens = lexer(markdownText(written)).filter(({ type }) => type !== "space");
        expect(tokens.map((token) => [token.type, shownMarkdown((token as Tokens.Paragraph).tokens)])).toEqual(
          paragraphs.map((paragraph) => ["paragraph", paragraph.join("\n")]),
        );
      }),
      { numRuns: 1000 },
    );
  });
});

describe("a calendar", () => {
  it("holds any text in lines of at most 75 octets, none of them broken within a letter", () => {
    fc.assert(
      fc.property(anyText, fc.array(anyText, { maxLength: 3 }), (title, done) => {
        const file = roadmapCalendar([{ ...NOTHING, title, done: done.join("\n"), dueOn: "2027-01-01" }], title, english, now);
        for (const line of file.split("\r\n")) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(Buffer.from(line).toString("utf8")).toBe(line);
        }
        expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
        const [event] = new ICAL.Component(ICAL.parse(file) as unknown[]).getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
        expect(event!.summary).toBe(title);
        const said = done.join("\n");
        expect(event!.description).toBe(`State: Planned${said === "" ? "" : `\nDone when: ${said}`}`);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(["Pacific/Auckland", "America/Los_Angeles", "UTC"])("says the day itself, wherever it is written (%s)", (zone) => {
    const before = process.env["TZ"];
    process.env["TZ"] = zone;
    try {
      const file = roadmapCalendar([{ ...NOTHING, dueOn: "2027-12-31" }], "x", english, now);
      expect(file).toContain("DTSTART;VALUE=DATE:20271231\r\nDTEND;VALUE=DATE:20280101\r\n");
    } finally {
      if (before === undefined) delete process.env["TZ"];
      else process.env["TZ"] = before;
    }
  });

  it("takes the last day of the last quarter where no day is said", () => {
    const ends = ["2027-Q1", "2027-Q2", "2027-Q3", "2027-Q4", "2028-Q1"].map((lastQuarter) => deadlineOf({ dueOn: null, lastQuarter }));
    expect(ends).toEqual(["2027-03-31", "2027-06-30", "2027-09-30", "2027-12-31", "2028-03-31"]);
    expect([deadlineOf({ dueOn: "2027-01-01", lastQuarter: "2027-Q4" }), deadlineOf({ dueOn: null, lastQuarter: null })]).toEqual(["2027-01-01", null]);
  });
});

describe("a workbook", () => {
  it("holds any text as it was written, and days at the edges of a year", async () => {
    const days = ["2024-02-29", "2026-12-31", "2027-01-01", "2099-12-31"];
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 4, maxLength: 4 }), async (titles) => {
        const entries = titles.map((title, n) => ({ ...NOTHING, title, problem: `${title}\n${title}`, dueOn: days[n]! }));
        const [sheet] = await readWorkbook(Buffer.from(await roadmapWorkbook(entries, english)), { trim: false });
        const [head, ...rows] = sheet!.data;
        const cell = (name: string) => rows.map((row) => row[head!.indexOf(name)]);
        expect(cell("Initiative")).toEqual(titles);
        expect(cell("What it is for")).toEqual(titles.map((title) => `${title}\n${title}`));
        expect(cell("Due day")).toEqual(days.map((day) => new Date(`${day}T00:00:00Z`)));
      }),
      { numRuns: 40 },
    );
  });

  it("leaves out what XML may not hold", () => {
    expect(visibleText("a\u0000\u0008\u000B\u001F\u0085\u009F\uFFFE\u{1FFFF}b\tc\r\nd\uD83D")).toBe("ab\tc\r\nd\uFFFD");
  });
});
