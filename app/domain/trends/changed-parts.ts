import type { Words } from "../../words/say.ts";
import type { Definition } from "../assessment/definition.ts";
import type { Change } from "../change/team-change-shape.ts";
import type { CycleChange } from "./change-shape.ts";
import { changeSentence } from "./change-sentence.ts";

/** What is said of one part, and the change that it is said of; `change` is null where nothing of it was asked both times. */
export type ChangedPart = { id: string; title: string; sentence: string; change: Change | null };

/** The whole first, then every dimension of the later version. */
export function changedParts({ dimensions }: Pick<Definition, "dimensions">, { change }: Pick<CycleChange, "change">, words: Words): ChangedPart[] {
  const part = (id: string, title: string, found: Change | null) => ({ id, title, sentence: changeSentence(title, found, words), change: found });
  return [
    part("overall", words.say("change:overall"), change.overall),
    ...dimensions.map(({ id, title }) => part(id, title, change.dimensions.find((each) => each.id === id) ?? null)),
  ];
}
