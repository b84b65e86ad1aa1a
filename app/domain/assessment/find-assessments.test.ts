import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyDefinition } from "../../../tests/factories/arbitrary-definition.ts";
import { definitionOf, dimension, single } from "../../../tests/factories/definition.ts";
import type { Language } from "../../words/language.ts";
import { catalogueEntry, pillarsSpokenAbout } from "./catalogue-entry.ts";
import type { Definition } from "./definition.ts";
import { findAssessments, searchWords } from "./find-assessments.ts";
import { type Pillar, PILLARS } from "./vocabulary.ts";

/** As many items as there are lists, each about these pillars. */
const about = (...pillars: Pillar[][]) => pillars.map((list, i) => single(`item-${i}`, "one", [0, 1], { pillars: list }));
const assessment = (slug: string, extras: Partial<Definition> = {}): Definition => ({
  ...definitionOf([dimension("one")], about(["process"]), { slug }),
  title: `About ${slug}`,
  ...extras,
});
const anything = { q: "", role: null, pillar: null };
const slugs = (definitions: Definition[], wishes: Partial<Parameters<typeof findAssessments>[1]>, language: Language = "en") =>
  findAssessments(definitions, { ...anything, ...wishes }, language).map(({ slug }) => slug);

describe("the pillars an assessment speaks about", () => {
  it("are those that one question in five names, in the fixed order, with their share", () => {
    const items = about(
      ["kpis", "people"],
      ["people"],
      ["technology"],
      ["process", "people"],
      ["people"],
      ["technology"],
      ["people"],
      ["technology"],
      ["people"],
    );
    // Of nine questions six name people, three technology; process and KPIs have one each, below a fifth.
    expect(pillarsSpokenAbout({ items })).toEqual([
      { id: "people", share: 6 / 9 },
      { id: "technology", share: 3 / 9 },
    ]);
  });

  it("include one with exactly a fifth", () => {
    const items = about(["people"], ["process"], ["content"], ["technology"], ["kpis"]);
    expect(pillarsSpokenAbout({ items })).toEqual(PILLARS.map((id) => ({ id, share: 0.2 })));
  });

  it("are never none", () => {
    fc.assert(
      fc.property(anyDefinition, (definition) => {
        const named = pillarsSpokenAbout(definition);
        expect(named.length).toBeGreaterThan(0);
        for (const { id, share } of named) {
          const naming = definition.items.filter(({ pillars }) => pillars.includes(id)).length;
          expect(share * definition.items.length).toBeCloseTo(naming, 9);
          expect(share).toBeGreaterThanOrEqual(0.2);
        }
        expect(named.map(({ id }) => id)).toEqual(PILLARS.filter((id) => named.some((n) => n.id === id)));
      }),
    );
  });
});

it("an entry has the roles in the order of the vocabulary, however they are written", () => {
  const entry = catalogueEntry(assessment("shop", { audience: ["frontline", "executive"], minutes: 4 }));
  expect(entry).toEqual({
    slug: "shop",
    title: "About shop",
    summary: "A fixture.",
    minutes: 4,
    questions: 1,
    audience: ["executive", "frontline"],
    pillars: [{ id: "process", share: 1 }],
    youGet: ["one", "two", "three"],
  });
});

describe("words", () => {
  it.each([
    ["Customer-centric", ["CUSTOMER", "CENTRIC"]],
    ["the customer's café", ["THE", "CUSTOMERS", "CAFE"]],
    ["  7P’s, 2014: “Straße” ", ["7PS", "2014", "STRASSE"]],
    ["?! – ·", []],
    ["", []],
  ])("of %j", (text, words) => {
    expect(searchWords(text)).toEqual(words);
  });

  it("are the same in any case and with any accents", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."aeioucnsß İı-' z9") }), fc.constantFrom("\u0301", "\u0308", "\u0327"), (text, accent) => {
        const accented = text.replace(/[a-z]/g, (letter) => letter + accent).normalize("NFC");
        expect(searchWords(accented)).toEqual(searchWords(text));
        expect(searchWords(text.toUpperCase())).toEqual(searchWords(text));
      }),
    );
  });
});

describe("finding", () => {
  it("without a wish gives all, what takes the least first", () => {
    const list = [
      assessment("long", { minutes: 9 }),
      assessment("wide", { minutes: 3, items: about(["people"], ["people"]) }),
      assessment("b-short", { minutes: 3 }),
      assessment("a-short", { minutes: 3 }),
    ];
    expect(slugs(list, {})).toEqual(["a-short", "b-short", "wide", "long"]);
    expect(slugs(list, { q: " ?!" })).toEqual(["a-short", "b-short", "wide", "long"]);
  });

  it("looks in title, short title, names of the parts, summary and introduction, in this order of weight", () => {
    const list = [
      assessment("introduction", { introduction: "A word on crème.", minutes: 1 }),
      assessment("summary", { summary: "All about Crème.", minutes: 2 }),
      assessment("part", { dimensions: [dimension("one"), { ...dimension("two"), title: "The crème" }], minutes: 3 }),
      assessment("short-title", { shortTitle: "CRÈME", minutes: 4 }),
      assessment("title", { title: "Crème?", minutes: 5 }),
      assessment("nowhere", { youGet: ["crème", "crème", "crème"], minutes: 1 }),
    ];
    expect(slugs(list, { q: "creme" })).toEqual(["short-title", "title", "part", "summary", "introduction"]);
    expect(slugs(list, { q: "CRÈ" })).toHaveLength(5);
    expect(slugs(list, { q: "reme" })).toEqual([]);
  });

  it("needs every word, wherever each stands", () => {
    const list = [
      assessment("both", { title: "Sales and service", introduction: "On weekly figures." }),
      assessment("one", { title: "Sales" }),
      assessment("other", { introduction: "Weekly." }),
    ];
    expect(slugs(list, { q: "weekly sales" })).toEqual(["both"]);
    expect(slugs(list, { q: "sales" })).toEqual(["both", "one"]);
    expect(slugs(list, { q: "weekly sales yearly" })).toEqual([]);
  });

  it("finds what stands within a Finnish word too, with or without the dots, and only in Finnish", () => {
    const list = [
      assessment("path", { title: "Ostajan asiakaspolku" }),
      assessment("content", { introduction: "Sisältömarkkinointi ja sen mittarit." }),
      assessment("beginning", { title: "Polku ostoon", minutes: 9 }),
    ];
    expect(slugs(list, { q: "POLKU" }, "fi")).toEqual(["path", "beginning"]);
    expect(slugs(list, { q: "polku" })).toEqual(["beginning"]);
    expect(slugs(list, { q: "Sisältö" }, "fi")).toEqual(["content"]);
    expect(slugs(list, { q: "sisalto markkinointi" }, "fi")).toEqual(["content"]);
    expect(slugs(list, { q: "markkinointi" })).toEqual([]);
  });

  it("by role and pillar keeps what is for the role and speaks about the pillar, both together", () => {
    const list = [
      assessment("desk", { audience: ["frontline"], items: about(["people"]) }),
      assessment("board", { audience: ["executive"], items: about(["people"], ["kpis"]) }),
      assessment("hall", { audience: ["executive", "frontline"], items: about(["people"], ["people"], ["people"], ["people"], ["people"], ["kpis"]) }),
    ];
    expect(slugs(list, { role: "frontline" })).toEqual(["desk", "hall"]);
    expect(slugs(list, { pillar: "kpis" })).toEqual(["board"]);
    expect(slugs(list, { role: "executive", pillar: "people" })).toEqual(["board", "hall"]);
    expect(slugs(list, { role: "manager" })).toEqual([]);
  });

  it("narrows only: a further word or wish adds nothing, and what is found is meant", () => {
    const list = fc
      .array(anyDefinition, { maxLength: 6 })
      .map((all) => all.map((d, i) => ({ ...d, slug: `a${i}`, title: `Title ${i % 3} of ${d.items.length}` })));
    const word = fc.constantFrom("title", "fixture", "0", "1", "2", "of", "x");
    fc.assert(
      fc.property(list, fc.array(word, { maxLength: 3 }), word, fc.constantFrom(...PILLARS), (all, words, further, pillar) => {
        const found = slugs(all, { q: words.join(" ") });
        const narrower = slugs(all, { q: [...words, further].join(" ") });
        expect(found).toEqual(expect.arrayContaining(narrower));
        expect(found).toEqual(expect.arrayContaining(slugs(all, { q: words.join(" "), pillar })));
        expect(slugs(all, { q: words.toReversed().join(" ") })).toEqual(found);
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });
});
