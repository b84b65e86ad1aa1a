import { type Answers, answerTo } from "../assessment/answer.ts";
import { conditionHolds } from "../assessment/condition.ts";
import type { Definition, ItemOf, Readout } from "../assessment/definition.ts";
import { conditionsOfCase, itemsReadOut, type VerdictCase } from "../assessment/readout-items.ts";
import type { Score } from "../scoring/score.ts";
import { byDistance, type DistanceRow, distanceRow } from "./distance-row.ts";

type ReadoutOf<Kind extends Readout["kind"]> = Extract<Readout, { kind: Kind }>;

/**
 * A special reading of one assessment, as plain data. Points are item values, 0..100, unrounded; null where an item was
 * not answered.
 */
export type ReadoutView = { id: string; title: string; text: string } & (
  | { kind: "mix"; parts: { question: string; points: number | null }[] }
  | {
      kind: "gap";
      minuend: { question: string; points: number | null };
      subtrahend: { question: string; points: number | null };
      /** Points, -100..100; null unless both were answered. */
      gap: number | null;
    }
  /** Longest way first, unknown ones last. */
  | { kind: "distance"; rows: DistanceRow[] }
  /** `share`, 0..1: what is stale after so many months, 1 - (1 - monthlyPercent / 100)^months. */
  | { kind: "decay"; question: string; months: number; monthlyPercent: number; share: number }
  /** `chosen` is the column of the answer, from 0; null where it was not answered. */
  | { kind: "matrix"; columns: string[]; rows: { question: string; cells: string[]; chosen: number | null }[] }
  | { kind: "verdict"; verdict: string }
);

/** The readings of an assessment. One that its answers do not decide says nothing and is left out. */
export function readoutViews(definition: Definition, answers: Answers, score: Score): ReadoutView[] {
  const isAnswered = (readout: Readout) => itemsReadOut(readout).some(({ id }) => answerTo(answers, id).state === "answered");
  return definition.readouts.filter(isAnswered).flatMap((readout) => viewOf(readout, definition, answers, score) ?? []);
}

function viewOf(readout: Readout, definition: Definition, answers: Answers, score: Score): ReadoutView | null {
  // Of the kind the readout reads: the content check has made sure of it.
  const itemAt = (id: string) => definition.items.find((i) => i.id === id)!;
  const question = (id: string) => itemAt(id).text;
  const points = (id: string) => {
    const x = score.trace.find((line) => line.item === id)!.x;
    return x === null ? null : 100 * x;
  };
  switch (readout.kind) {
    case "mix": {
      return { ...head(readout), kind: "mix", parts: readout.items.map((id) => ({ question: question(id), points: points(id) })) };
    }
    case "gap": {
      const minuend = { question: question(readout.minuend), points: points(readout.minuend) };
      const subtrahend = { question: question(readout.subtrahend), points: points(readout.subtrahend) };
      const gap = minuend.points === null || subtrahend.points === null ? null : minuend.points - subtrahend.points;
      return { ...head(readout), kind: "gap", minuend, subtrahend, gap };
    }
    case "distance": {
      const rows = readout.items.map((id) => distanceRow(itemAt(id) as ItemOf<"shift">, answerTo(answers, id)));
      return { ...head(readout), kind: "distance", rows: byDistance(rows) };
    }
    case "decay": {
      const { monthlyPercent } = readout;
      const answer = answerTo(answers, readout.item);
      const months = answer.state === "answered" ? Number(answer.value) : 0;
      return { ...head(readout), kind: "decay", question: question(readout.item), months, monthlyPercent, share: 1 - (1 - monthlyPercent / 100) ** months };
    }
    // What an earlier version said about a survey: a reference set says it now.
    case "ranking":
      return null;
    case "matrix": {
      const rows = readout.items.map((id) => {
        const { text, options } = itemAt(id) as ItemOf<"single">;
        const answer = answerTo(answers, id);
        const chosen = answer.state === "answered" ? options.findIndex((o) => o.id === answer.value) : -1;
        return { question: text, cells: options.map((o) => o.label), chosen: chosen === -1 ? null : chosen };
      });
      return { ...head(readout), kind: "matrix", columns: readout.columns, rows };
    }
    case "verdict": {
      const said = verdictOf(readout, definition, answers);
      return said && { id: readout.id, title: readout.title, kind: "verdict", verdict: said.title, text: said.text };
    }
  }
}

/** The first case that holds; null where what was not answered could have made an earlier one hold, or this one. */
function verdictOf({ cases, otherwise }: ReadoutOf<"verdict">, definition: Definition, answers: Answers): { title: string; text: string } | null {
  for (const one of cases) {
    const holds = caseHolds(one, definition, answers);
    if (holds === null) return null;
    if (holds) return one;
  }
  return otherwise;
}

/** Null: the answers given do not decide it. */
function caseHolds(one: VerdictCase, definition: Definition, answers: Answers): boolean | null {
  const found = conditionsOfCase(one).map((condition) =>
    answerTo(answers, condition.item).state === "answered" ? conditionHolds(definition, answers, condition) : null,
  );
  const decisive = "anyOf" in one;
  if (found.includes(decisive)) return decisive;
  return found.includes(null) ? null : !decisive;
}

function head({ id, title, text }: { id: string; title: string; text: string }) {
  return { id, title, text };
}
