import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadContent } from "#app/services/content/load-content.server.ts";
import { textsHash } from "#app/services/content/texts-hash.server.ts";
import { typeset } from "#app/services/content/typeset.server.ts";
import { english } from "#app/words/en/index.ts";
import { finnish } from "#app/words/fi/index.ts";

describe("an apostrophe", () => {
  it("is drawn in one way, however it was typed, and nothing else is changed", () => {
    const typed = { text: "The customers' own words, and the company's", list: ["don't", "Q3's"], count: 3, none: null, code: "a 'b' c" };
    expect(typeset(typed)).toEqual({ text: "The customers’ own words, and the company’s", list: ["don’t", "Q3’s"], count: 3, none: null, code: "a 'b’ c" });
  });

  it("makes no translation out of date", () => {
    expect(textsHash({ text: "The company’s" })).toBe(textsHash({ text: "The company's" }));
    expect(textsHash({ text: "The company’s" })).not.toBe(textsHash({ text: "The companys" }));
  });

  it("and quotation marks are the same in all content and in every sentence of the interface", () => {
    const loaded = loadContent(join(import.meta.dirname, "../../content"));
    if ("problems" in loaded) throw new Error("the content has problems");
    const shown = JSON.stringify([loaded.catalog.assessments, loaded.catalog.initiatives, loaded.catalog.kpis, loaded.catalog.contradictions]);
    for (const text of [shown, JSON.stringify([english, finnish])]) {
      expect(text).toContain("’");
      expect([...text.matchAll(/.{0,30}(?:'|\\\\").{0,30}/g)].map(([around]) => around)).toEqual([]);
    }
  });
});
