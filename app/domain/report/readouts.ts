import type { Definition, Readout } from "../assessment/definition.ts";
import type { Score } from "../scoring/score.ts";

/** A special reading of one assessment. Item values are in points, 0..100; null where an item was not answered. */
export type ReadoutView =
  | { kind: "mix"; id: string; title: string; text: string; parts: { question: string; points: number | null; share: number | null }[] }
  | {
      kind: "gap";
      id: string;
      title: string;
      text: string;
      minuend: { question: string; points: number | null };
      subtrahend: { question: string; points: number | null };
      /** Points, -100..100; null unless both were answered. */
      gap: number | null;
    };

/** The readings of an assessment; one about questions that were all left unanswered says nothing and is left out. */
export function readoutViews(definition: Definition, score: Score): ReadoutView[] {
  const question = (id: string) => definition.items.find((i) => i.id === id)!.text;
  const points = (id: string) => {
    const x = score.trace.find((line) => line.item === id)!.x;
    return x === null ? null : 100 * x;
  };
  const isAnswered = (readout: Readout) => itemsOf(readout).some((id) => points(id) !== null);
  return definition.readouts.filter(isAnswered).map((readout): ReadoutView => {
    const { id, title, text } = readout;
    if (readout.kind === "gap") {
      const minuend = { question: question(readout.minuend), points: points(readout.minuend) };
      const subtrahend = { question: question(readout.subtrahend), points: points(readout.subtrahend) };
      const gap = minuend.points === null || subtrahend.points === null ? null : minuend.points - subtrahend.points;
      return { kind: "gap", id, title, text, minuend, subtrahend, gap };
    }
    const parts = readout.items.map((item) => ({ question: question(item), points: points(item) }));
    const total = parts.reduce((sum, part) => sum + (part.points ?? 0), 0);
    return {
      kind: "mix",
      id,
      title,
      text,
      parts: parts.map((part) => ({ ...part, share: part.points === null || total === 0 ? null : part.points / total })),
    };
  });
}

function itemsOf(readout: Readout): string[] {
  return readout.kind === "mix" ? readout.items : [readout.minuend, readout.subtrahend];
}
