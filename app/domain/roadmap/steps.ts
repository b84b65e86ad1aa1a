import type { RaisableItem } from "./raisable.ts";

/** A rise of one part: `amount` points once any of the initiatives in `by` (by number, in order) has finished. */
export type Step = { readonly amount: number; readonly by: readonly number[] };

/**
 * A part pays the largest promised amount. That equals the sum of its steps: from each promised amount to the next
 * larger one, paid once any initiative that promises at least the larger has finished. Steps that the same initiatives
 * bring are one step.
 */
export function stepsOf(item: RaisableItem): Step[] {
  const steps = new Map<string, { amount: number; by: number[] }>();
  for (const part of item.parts) {
    const levels = [...new Set(part.map((raise) => raise.amount))].sort((a, b) => a - b);
    levels.forEach((level, l) => {
      const by = part.filter((raise) => raise.amount >= level).map((raise) => raise.initiative);
      by.sort((a, b) => a - b);
      const amount = level - (levels[l - 1] ?? 0);
      const same = steps.get(by.join());
      if (same) same.amount += amount;
      else steps.set(by.join(), { amount, by });
    });
  }
  return [...steps.values()];
}
