import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import type { Answers } from "#app/domain/assessment/answer.ts";
import type { Definition } from "#app/domain/assessment/definition.ts";
import { readoutViews } from "#app/domain/report/readouts.ts";
import { compile } from "#app/domain/scoring/compile.ts";
import { score } from "#app/domain/scoring/score.ts";
import { loadContent } from "#app/services/content/load-content.server.ts";
import { contentReport } from "../../scripts/content/content-report.ts";

const CONTENT = join(import.meta.dirname, "../../content");
const loaded = loadContent(CONTENT);
if ("problems" in loaded) throw new Error(contentReport("content", loaded).join("\n"));
const definitions = loaded.catalog.assessments.map(({ definition }) => definition);
const CORE = ["customer-or-product-centric", "martech-stack", "seven-ps"];

type Reading = { low: string; middle: string; high: string; strength: string; weakness: string };
const shape = z.object({ low: z.string(), middle: z.string(), high: z.string(), strength: z.string(), weakness: z.string() });

/** A part's score says how much is there, and not which of it: so a claim has to be measured, and name nothing as certain. */
type Measure = { low: RegExp; middle: RegExp; high: RegExp; certain: RegExp; statement: RegExp };
const ENGLISH: Measure = {
  low: /\b(much|many|often)\b/i,
  middle: /\bpart\b/i,
  high: /\bmost(ly)?\b/i,
  certain: /\b(nobody|nothing|never|always|every|hardly|none|all|no|only|few|begins? with|exists?)\b/i,
  statement:
    /^(you|your|the|there|they|their|nobody|nothing|somebody|everybody|it|these|those|some|many|most|part|much|one|each|every|customers?|marketing|sales|colleagues|functions|plans|people|leaders|results|figures|reports|systems|campaigns)\b/i,
};
const FINNISH: Measure = {
  low: /suuri osa|usein|paljon/i,
  middle: /\bosan?\b/i,
  high: /suurin osa|suurimman osan|enimmäkseen|useimmat/i,
  certain: /kukaan|mitään|koskaan|aina |jokai|tuskin|kaikki/i,
  statement: /^(suuri|suurin|osa|kukaan|yritys|asiakkaat|asiakas|markkinointi|järjestelmät|te|teillä|teidän|hinnat|viestit|lupaukset)\b/i,
};

/** What a reading claims that its score does not bear. */
function overclaims(place: string, reading: Reading, measure: Measure): string[] {
  const clauses = [
    { clause: reading.strength, as: measure.high },
    { clause: reading.weakness, as: measure.low },
  ];
  const paragraphs = (["low", "middle", "high"] as const).map((band) => {
    const [clause, ...advice] = reading[band].split(/(?<=[.?!]) (?=\p{Lu})/u);
    return { clause: clause!, as: measure[band], advice };
  });
  return [
    ...[...clauses, ...paragraphs].filter(({ clause, as }) => !as.test(clause) || measure.certain.test(clause)).map(({ clause }) => `${place}: ${clause}`),
    // What comes after the first sentence advises, and claims nothing.
    ...paragraphs.flatMap(({ advice }) => advice.filter((sentence) => measure.statement.test(sentence)).map((sentence) => `${place}, advice: ${sentence}`)),
  ];
}

/** What the paragraph of each level says is there, from the lowest; the advice after it opens as `statement` does not. */
type LevelMeasure = { levels: readonly RegExp[]; certain: RegExp; statement: RegExp };
const ENGLISH_LEVELS: LevelMeasure = {
  levels: [
    /\b(most(ly)?|little)\b/i,
    /\bsome\b.*\b(much|many)\b|\bmuch\b.*\bsome\b/i,
    /\bpart\b.*\bpart\b|\babout half\b/i,
    /\bmost(ly)?\b.*\bsome\b/i,
    /\b(most(ly)?|great majority|greater part|four fifths)\b/i,
  ],
  certain: ENGLISH.certain,
  statement: new RegExp(`${ENGLISH.statement.source}|^(an?|what|here|this|old|good|employees|members|visitors|failures|progress|leaders)\\b`, "i"),
};
const FINNISH_LEVELS: LevelMeasure = {
  levels: [
    /suurin osa|enimmäkseen|vähän/i,
    /\bosa\b.*suuri osa|joiltakin osin.*paljon/i,
    /\bosa.*\bosa|noin puolet/i,
    /(suurin osa|suurimmassa osassa|enimmäkseen).*\bosa/i,
    /valtaosa|suurin osa|neljä viidesosaa/i,
  ],
  certain: FINNISH.certain,
  statement: FINNISH.statement,
};

/** What the paragraph of a level claims that its score does not bear. */
function levelOverclaims(place: string, paragraphs: readonly string[], { levels, certain, statement }: LevelMeasure): string[] {
  return paragraphs.flatMap((paragraph, i) => {
    const [claim, ...advice] = paragraph.split(/(?<=[.?!]) (?=\p{Lu})/u);
    const refused = !levels[i]!.test(claim!) || certain.test(claim!) ? [claim!] : [];
    // A paragraph of one sentence advises nothing.
    const unadvised = advice.length === 0 ? ["no advice"] : advice.filter((sentence) => statement.test(sentence));
    return [...refused, ...unadvised].map((sentence) => `${place}, level ${i + 1}: ${sentence}`);
  });
}

/** A part of one question has an answer for each score, and its readings may say what that answer says. */
const hasSeveral = ({ items }: Definition, part: string) => items.filter(({ dimension }) => dimension === part).length > 1;

describe("what is said of a part", () => {
  it("is no more than any answers of its score bear", () => {
    const said = definitions.flatMap((definition) => {
      const parts = Object.entries(definition.readings).filter(([part]) => hasSeveral(definition, part));
      return parts.flatMap(([part, reading]) => overclaims(`${definition.slug}/${part}`, reading, ENGLISH));
    });
    expect(said).toEqual([]);
  });

  it.each(CORE)("is no more in Finnish: %s", (slug) => {
    const file: unknown = parse(readFileSync(join(CONTENT, "assessments", slug, "readings.fi.yaml"), "utf8"));
    const { dimensions } = z.object({ dimensions: z.record(z.string(), shape) }).parse(file);
    const definition = definitions.find((one) => one.slug === slug)!;
    const parts = Object.entries(dimensions).filter(([part]) => hasSeveral(definition, part));
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.flatMap(([part, reading]) => overclaims(`${slug}/${part}`, reading, FINNISH))).toEqual([]);
  });

  it("would be refused in the words that answers have contradicted", () => {
    const good = {
      low: "Much is missing. Ask.",
      middle: "Part is there. Ask.",
      high: "Most is there. Ask.",
      strength: "most is there",
      weakness: "much is missing",
    };
    expect(overclaims("good", good, ENGLISH)).toEqual([]);
    for (const high of [
      "The goals are known, accepted and tied to effects.",
      "The data has an owner.",
      "Most is there, and nobody doubts it.",
      "Most is there. The data has an owner.",
    ]) {
      expect(overclaims("bad", { ...good, high }, ENGLISH), high).toHaveLength(1);
    }
    expect(overclaims("bad", { ...good, low: "Few of the capabilities have a person who answers for them." }, ENGLISH)).toHaveLength(1);
  });
});

describe("what is said of a level", () => {
  it("is no more than any answers of its score bear", () => {
    const said = definitions.flatMap(({ slug, levels }) =>
      levelOverclaims(
        slug,
        levels.map(({ paragraph }) => paragraph),
        ENGLISH_LEVELS,
      ),
    );
    expect(said).toEqual([]);
  });

  it.each(CORE)("is no more in Finnish: %s", (slug) => {
    const file: unknown = parse(readFileSync(join(CONTENT, "assessments", slug, "assessment.fi.yaml"), "utf8"));
    const { levels } = z.object({ levels: z.record(z.string(), z.object({ paragraph: z.string() })) }).parse(file);
    const ids = definitions.find((one) => one.slug === slug)!.levels.map(({ id }) => id);
    expect(Object.keys(levels)).toEqual(ids);
    expect(
      levelOverclaims(
        slug,
        ids.map((id) => levels[id]!.paragraph),
        FINNISH_LEVELS,
      ),
    ).toEqual([]);
  });

  it("would be refused in the words that answers have contradicted", () => {
    const good = [
      "Most is missing. Ask.",
      "Some is there, and much is missing. Ask.",
      "Part is there, and part is not. Ask.",
      "Most is there, and some is not. Ask.",
      "Most is there. Ask.",
    ];
    expect(levelOverclaims("good", good, ENGLISH_LEVELS)).toEqual([]);
    const contradicted = [
      "Channels are used to send. Ask.",
      "People could come, and a few do, but nobody is responsible for receiving them. Ask.",
      "Part is there, and part is not. What is still missing is people.",
      "Employees, partners and customers deal with each other directly. Ask.",
      "Most is there. Marketing knows its customers.",
    ];
    contradicted.forEach((paragraph, i) => {
      expect(levelOverclaims("bad", good.with(i, paragraph), ENGLISH_LEVELS), paragraph).toHaveLength(1);
    });
    expect(levelOverclaims("bad", good.with(4, "Most is there."), ENGLISH_LEVELS)).toEqual(["bad, level 5: no advice"]);
  });
});

describe("the pace on the path to a great brand", () => {
  const definition = definitions.find(({ slug }) => slug === "great-brand-path")!;
  const compiled = compile(definition);
  const FAST = { "brand-wanted": "same-words", "places-listed": "own-places", "cross-function-work": "working-group", "own-data-joined": "some-systems" };
  const PILOT = { "brand-wanted": "same-words", "places-listed": "marketing-places" };
  const optionsOf = (id: string) => {
    const item = definition.items.find((one) => one.id === id)!;
    if (item.kind !== "single") throw new Error(`${id} is a ${item.kind}`);
    return item.options.map((option) => option.id);
  };
  /** The verdict where every question has its best answer, but for these. */
  function paceWith(others: Record<string, string>): string {
    const best = definition.items.map(({ id }) => [id, { state: "answered", value: others[id] ?? optionsOf(id).at(-1)! }] as const);
    const answers: Answers = Object.fromEntries(best);
    const pace = readoutViews(definition, answers, score(compiled, answers)).find(({ id }) => id === "pace");
    if (pace?.kind !== "verdict") throw new Error("there is no verdict");
    return pace.verdict.split(":")[0]!;
  }

  it("is fast from the least that its paragraph names, a pilot with one of them short, and slow without goal or list", () => {
    expect(paceWith(FAST)).toBe("Fast");
    for (const [id, least] of Object.entries(FAST)) {
      const options = optionsOf(id);
      const short = options[options.indexOf(least) - 1]!;
      expect([id, paceWith({ ...FAST, [id]: short })]).toEqual([id, id === "brand-wanted" ? "Slow" : "Pilot"]);
    }
    expect(paceWith(PILOT)).toBe("Pilot");
    for (const [id, least] of Object.entries(PILOT)) {
      const options = optionsOf(id);
      expect([id, paceWith({ ...PILOT, [id]: options[options.indexOf(least) - 1]! })]).toEqual([id, "Slow"]);
    }
  });
});

describe("what other assessments are named for", () => {
  const definitionOf = (slug: string) => definitions.find((one) => one.slug === slug)!;

  it("has the names of golf for the five levels of lifecycle leadership, the fifth being the tee", () => {
    const names = definitionOf("lifecycle-leadership").levels.map(({ name }) => name);
    expect(names).toEqual(["On the tee", "In the rough", "On the fairway", "On the green", "Near the pin"]);
  });

  it("sets four marketing activities against three relationships", () => {
    const matrices = definitionOf("digital-empowerment").readouts.filter((readout) => readout.kind === "matrix");
    expect(matrices).toHaveLength(1);
    expect(matrices[0]!.columns).toEqual(["Transactional", "One-to-one", "Networked"]);
    expect(matrices[0]!.items).toEqual(["demand-management", "market-knowledge", "brand-building", "customer-care"]);
  });
});
