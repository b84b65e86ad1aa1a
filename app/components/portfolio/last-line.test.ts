import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { WordsContext } from "#app/components/words/use-words.tsx";
import { PILLARS } from "#app/domain/assessment/vocabulary.ts";
import type { PortfolioPillarView } from "#app/domain/report/portfolio-view.ts";
import { english } from "../../../tests/factories/english.ts";
import { LastLine } from "./last-line.tsx";

const pillar = (place: number, rest: Partial<PortfolioPillarView>): PortfolioPillarView => {
  const none = { score: null, coverage: null, published: false, questions: 0, countedOnce: 0 };
  return { id: PILLARS[place]!, title: english.say(`terms:${PILLARS[place]!}`), ...none, ...rest };
};
const rowsOf = (pillars: PortfolioPillarView[]) => {
  const markup = renderToStaticMarkup(createElement(WordsContext.Provider, { value: english }, createElement(LastLine, { pillars })));
  return [...markup.matchAll(/<tr><th scope="row"[^>]*>(.*?)<\/tr>/g)].map(([, row]) =>
    row!
      .replaceAll(/<[^>]+>/g, " ")
      .replaceAll(/\s+/g, " ")
      .trim(),
  );
};

describe("how the last line of the map was made", () => {
  it("tells a pillar that no question names from one whose questions do not apply, by the signs of the map", () => {
    const pillars = [pillar(0, { questions: 12, countedOnce: 1, coverage: 0.5, score: 40 }), pillar(1, { questions: 2 }), pillar(2, {})];
    expect(rowsOf(pillars)).toEqual(["People 12 1 50 %", "Process 2 0 none", "Content 0 0 – not asked"]);
  });
});
