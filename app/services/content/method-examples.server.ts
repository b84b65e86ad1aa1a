import { portfolioView } from "#app/domain/report/portfolio-view.ts";
import { score } from "#app/domain/scoring/score.ts";
import { scoreBand } from "#app/domain/scoring/band.ts";
import { resultView } from "#app/domain/report/result-view.ts";
import type { Words } from "#app/words/say.ts";
import { assessmentIn } from "./content-in-language.server.ts";
import { catalog } from "./catalog-instance.server.ts";

const METHOD_EXAMPLE = "customer-or-product-centric";
/** Shares a question with it: the one that the worked portfolio counts once. */
const METHOD_NEIGHBOUR = "experience-ownership";

/** The worked example of the method page: the example answers of the quiz, scored by the code that scores everybody's. */
export function methodExample(words: Words) {
  const { compiled, example, definition } = assessmentIn(catalog().assessmentBySlug.get(METHOD_EXAMPLE)!, words.language);
  const scored = score(compiled, example.answers);
  const view = resultView(compiled, example.answers, { score: scored, band: scoreBand(compiled, example.answers), contradictions: [], evidenced: null }, words);
  const first = view.dimensions.find((d) => d.published)!;
  return {
    title: example.title,
    slug: definition.slug,
    dimension: first,
    lines: view.trace.find((t) => t.dimension === first.id)!.lines,
    dimensions: view.dimensions,
    overall: view.overall,
    gap: view.gaps[0] ?? null,
    band: view.band,
    levels: definition.levels.map(({ name, cut }) => ({ name, cut })),
    heldBackBy: view.heldBackBy,
    critical: definition.dimensions.filter((d) => d.critical).map((d) => d.title),
  };
}

/** The worked portfolio: the example answers of two assessments, joined by the code that joins everybody's. */
export function methodPortfolio(words: Words) {
  const entries = [METHOD_EXAMPLE, METHOD_NEIGHBOUR].map((slug) => assessmentIn(catalog().assessmentBySlug.get(slug)!, words.language));
  // Examples were not given on any day; of a shared question the first then counts.
  const given = { origins: {}, submittedAt: new Date(0) };
  const { rows, pillars, mean } = portfolioView(
    entries.map(({ compiled, example }) => ({ compiled, answers: example.answers, ...given })),
    [],
    words,
  );
  return { rows: rows.map(({ slug, title, score }) => ({ slug, title, score: score! })), mean: mean!, pillar: pillars.find((p) => p.countedOnce > 0)! };
}
