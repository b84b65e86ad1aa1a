import { useMemo, useState } from "react";
import type { FieldProblem } from "./error-summary.tsx";

/**
 * Which of the problems that came back have been mended since: their answers were saved after the problems came. `saves`:
 * how often each question was saved on this page.
 * @returns fields; to be posted again, a screen with a problem that is left comes back as before
 */
export function useMended(problems: readonly FieldProblem[], saves: Readonly<Record<string, number>>): ReadonlySet<string> {
  const [known, setKnown] = useState({ problems, saves });
  if (known.problems !== problems) setKnown({ problems, saves });
  return useMemo(() => new Set(problems.map(({ field }) => field).filter((field) => saves[field] !== known.saves[field])), [problems, saves, known]);
}
