import { spread } from "./spread.ts";

export type MapInitiative = {
  readonly initiative: string;
  /** Person-weeks and points, at least 0. */
  readonly personWeeks: number;
  readonly alone: number;
  readonly besidePlan: number;
};
export type MapMark = {
  readonly initiative: string;
  readonly x: number;
  readonly y: number;
  /** Where what it adds beside the plan would stand. */
  readonly besideY: number;
  /** Middle of its label in the column of labels. */
  readonly labelY: number;
};
type Tick = { readonly value: number; readonly at: number };
export type InitiativeMap = { readonly height: number; readonly marks: readonly MapMark[]; readonly weeks: readonly Tick[]; readonly points: readonly Tick[] };

type Size = {
  readonly width: number;
  /** At least; more where the labels need it. */
  readonly height: number;
  /** Of a label, so that no two overlap. */
  readonly rowHeight: number;
};

/** The order in which initiatives are numbered: from what would raise most alone, then what takes least, ties by id. */
export function inMapOrder<One extends MapInitiative>(initiatives: readonly One[]): One[] {
  return [...initiatives].sort((a, b) => b.alone - a.alone || a.personWeeks - b.personWeeks || (a.initiative < b.initiative ? -1 : 1));
}

/**
 * Where initiatives are drawn: person-weeks from left to right, points from bottom to top, each with a label in a column
 * beside, in the order of `inMapOrder` from top to bottom, as near to the height of its mark as the others allow.
 */
export function initiativeMap(initiatives: readonly MapInitiative[], { width, height: least, rowHeight }: Size): InitiativeMap {
  const height = Math.max(least, initiatives.length * rowHeight);
  const weeks = ticksTo(Math.max(0, ...initiatives.map((i) => i.personWeeks)));
  const points = ticksTo(Math.max(0, ...initiatives.map((i) => Math.max(i.alone, i.besidePlan))));
  const xOf = (value: number) => (value / weeks.at(-1)!) * width;
  const yOf = (value: number) => height - (value / points.at(-1)!) * height;
  const inOrder = inMapOrder(initiatives);
  const labels = spread(
    inOrder.map((i) => yOf(i.alone)),
    { from: rowHeight / 2, to: height - rowHeight / 2, apart: rowHeight },
  );
  return {
    height,
    marks: inOrder.map((i, k) => ({
      initiative: i.initiative,
      ...{ x: xOf(i.personWeeks), y: yOf(i.alone), besideY: yOf(i.besidePlan), labelY: labels[k]! },
    })),
    weeks: weeks.map((value) => ({ value, at: xOf(value) })),
    points: points.map((value) => ({ value, at: yOf(value) })),
  };
}

/** From 0 in steps of 1, 2 or 5 (or ten, a tenth ... of them), at most six, to the first at or above the most; 0 and 1 for nothing. */
function ticksTo(most: number): number[] {
  if (most <= 0) return [0, 1];
  const magnitude = 10 ** Math.floor(Math.log10(most / 5));
  const step = [1, 2, 5, 10].map((times) => times * magnitude).find((size) => Math.ceil(most / size - 1e-9) <= 5)!;
  return Array.from({ length: Math.ceil(most / step - 1e-9) + 1 }, (_, k) => Math.round(k * step * 1e6) / 1e6);
}
