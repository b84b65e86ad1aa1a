import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { isUnreachable } from "../forms/unreachable.ts";

/** Loads a roadmap anew also after a move that was refused: the page shows what is there now. Not where there is no connection. */
export function shouldRevalidateAfterMove({ actionResult, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean {
  return !isUnreachable(actionResult) && (actionResult !== undefined || defaultShouldRevalidate);
}
