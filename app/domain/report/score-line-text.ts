import type { Words } from "../../words/say.ts";
import { displayScore } from "./display.ts";
import { leadIn } from "./lead-in.ts";

/** The level a score reaches, and the one it is held at by a part that is too far behind; 1..5, null where no level is shown. */
export type LevelsReached = { level: number | null; gatedLevel: number | null };

/** The line as text: "You: 46.2 of 100, level 3 of 5, held at level 2". A level is never named without what holds it back. */
export function scoreLineText(title: string, score: number | null, { level, gatedLevel }: LevelsReached, { say, language }: Words): string {
  if (score === null) return say("terms:lineWithoutScore", { title: leadIn(title) });
  const figure = { title: leadIn(title), score: displayScore(score, language) };
  if (level === null || gatedLevel === null) return say("terms:line", figure);
  return gatedLevel < level ? say("terms:lineWithHeldLevel", { ...figure, level, held: gatedLevel }) : say("terms:lineWithLevel", { ...figure, level });
}
