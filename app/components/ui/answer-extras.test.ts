import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { WordsContext } from "#app/components/words/use-words.tsx";
import type { Evidence } from "#app/domain/assessment/answer.ts";
import { english } from "../../../tests/factories/english.ts";
import { finnish } from "../../../tests/factories/finnish.ts";
import { AnswerExtras } from "./answer-extras.tsx";

function markupOf(comment: string | null, evidence: Evidence | null, words = english): string {
  return renderToStaticMarkup(createElement(WordsContext.Provider, { value: words }, createElement(AnswerExtras, { comment, evidence })));
}

describe("what a respondent wrote beside an answer", () => {
  const turned = "\u202Egnp.exe";

  it("stands apart in its writing direction, so that it turns no words around it", () => {
    const markup = markupOf(turned, { link: `https://a.example/${turned}` });
    expect(markup).toMatch(new RegExp(`<bdi[^>]*>${turned}</bdi>`));
    expect(markup).toContain(`<bdi>https://a.example/${turned}</bdi></a>`);
    expect(markup.split(turned)).toHaveLength(1 + 3);
  });

  it("is told with the last day on which the evidence counts, in each language", () => {
    const evidence = { link: "https://a.example/", expires: "2027-02-28" };
    const text = (markup: string) => markup.replaceAll(/<[^>]*>/g, "");
    expect(text(markupOf(null, evidence))).toBe("Evidence: https://a.example/, counts until 2027-02-28");
    expect(text(markupOf(null, evidence, finnish))).toBe("Näyttö: https://a.example/, voimassa 2027-02-28 asti");
    expect(text(markupOf("Counted in May.", null))).toBe("Counted in May.");
  });

  it("is never read as a part of a sentence, whatever the address holds", () => {
    const link = "https://a.example/</link>{{link}}<link>";
    expect(markupOf(null, { link })).toContain("<bdi>https://a.example/&lt;/link&gt;{{link}}&lt;link&gt;</bdi>");
  });
});
