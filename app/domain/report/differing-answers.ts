import type { Words } from "../../words/say.ts";
import { type Answer, answerTo } from "../assessment/answer.ts";
import { isCarried, RECONFIRM_AFTER_MS } from "../assessment/carry-over.ts";
import type { Item } from "../assessment/definition.ts";
import type { DatedAssessment } from "../scoring/portfolio-pillars.ts";
import { answerText } from "./answer-text.ts";
import { canonicalJson } from "./canonical-json.ts";
import type { ContradictionView } from "./contradiction-views.ts";

/** A response in a portfolio; a draft is not submitted yet. */
export type HeldResponse = DatedAssessment & { readonly draft: boolean };
/** One answer to a shared question, in the response it stands in; `givenIn` is the assessment it was first given in. */
type Giving = { response: HeldResponse; item: Item; answer: Answer; givenIn: string; on: number };

/** Shared questions that hold more than one answer: what to show of each, and where the answers stand. */
export type Differing = { view: ContradictionView; places: { response: HeldResponse; item: string }[] };

/**
 * The shared questions that were answered differently in two assessments while the earlier answer still counted. Of each
 * assessment the answer given last speaks: one that was carried from it says nothing of its own. "I don't know" contradicts nothing.
 */
export function differingAnswers(responses: readonly HeldResponse[], words: Words): Differing[] {
  const all = responses.flatMap(givings);
  return [...new Set(all.map(({ item }) => item.shared!))].flatMap((shared): Differing[] => {
    const latest = new Map<string, Giving>();
    for (const giving of all.filter(({ item }) => item.shared === shared)) {
      const best = latest.get(giving.givenIn);
      if (!best || isFirmer(giving, best)) latest.set(giving.givenIn, giving);
    }
    const newestFirst = [...latest.values()].sort((a, b) => b.on - a.on);
    const counting = newestFirst.filter(({ on }) => newestFirst[0]!.on - on <= RECONFIRM_AFTER_MS);
    if (new Set(counting.map(saidIn)).size < 2) return [];
    const answers = counting.map(({ response, item, answer }) => ({
      slug: response.compiled.definition.slug,
      assessment: titleOf(response, words),
      question: item.text,
      answer: answerText(item, answer, words),
    }));
    return [
      {
        view: { id: `shared-${shared}`, text: words.say("portfolio:differing"), rule: false, answers },
        places: counting.map(({ response, item }) => ({ response, item: item.id })),
      },
    ];
  });
}

/** Given later; or the same giving, where it was made rather than where it was carried to. */
function isFirmer(one: Giving, other: Giving): boolean {
  return one.on > other.on || (one.on === other.on && one.response.compiled.definition.slug === one.givenIn);
}

function givings(response: HeldResponse): Giving[] {
  const { compiled, answers, origins } = response;
  return compiled.definition.items.flatMap((item): Giving[] => {
    const answer = answerTo(answers, item.id);
    const origin = origins[item.id];
    if (item.shared === undefined || !origin || !isCarried(answer)) return [];
    return [{ response, item, answer, givenIn: origin.assessment, on: origin.on.getTime() }];
  });
}

/** What was said, without its note, evidence or target; of practices that can be ticked their order says nothing. */
function saidIn({ item, answer }: Giving): string {
  const value = answer.state === "answered" ? answer.value : null;
  return canonicalJson([answer.state, item.kind === "multi" && Array.isArray(value) ? value.toSorted() : value]);
}

function titleOf({ compiled, draft }: HeldResponse, { say }: Words): string {
  const title = compiled.definition.shortTitle;
  return draft ? say("portfolio:draftOf", { title }) : title;
}
