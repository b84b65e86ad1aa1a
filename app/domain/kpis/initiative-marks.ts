import { hasEnded, type InitiativeState } from "../board/initiative-state.ts";
import { daysOfQuarter } from "./reading-period.ts";

/** An initiative on the board that names a KPI. Days are ISO dates, the quarter such as "2027-Q1". */
export type NamingInitiative = {
  id: string;
  title: string;
  state: InitiativeState;
  startQuarter: string | null;
  startedOn: string | null;
  endedOn: string | null;
};
/** A day of an initiative on a chart: it began, it is to begin, it was done, or it was dropped. `quarter`: only the quarter is known, and the day is its first. */
export type InitiativeMark = { initiative: NamingInitiative; kind: "began" | "begins" | "done" | "dropped"; on: string; quarter: string | null };

/**
 * The days of initiatives that a chart can mark: when each began, by its day or else by its quarter, and when it ended. What is only proposed has
 * none, for nobody has agreed on a day.
 */
export function initiativeMarks(initiatives: readonly NamingInitiative[]): InitiativeMark[] {
  return initiatives.flatMap((initiative) => {
    const { state, startQuarter, startedOn, endedOn } = initiative;
    const marks: InitiativeMark[] = [];
    const kind = state === "planned" ? "begins" : "began";
    if (startedOn !== null && state !== "planned" && state !== "proposed") marks.push({ initiative, kind, on: startedOn, quarter: null });
    // What was dropped without a day it began on was perhaps never begun.
    else if (startQuarter !== null && state !== "proposed" && state !== "dropped")
      marks.push({ initiative, kind, on: daysOfQuarter(startQuarter).first, quarter: startQuarter });
    if (hasEnded(state) && endedOn !== null) marks.push({ initiative, kind: state === "done" ? "done" : "dropped", on: endedOn, quarter: null });
    return marks;
  });
}
