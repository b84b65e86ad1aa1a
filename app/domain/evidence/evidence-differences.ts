import type { Words } from "../../words/say.ts";
import { displayDate } from "../report/display.ts";
import type { Difference } from "../tenancy/differences.ts";

/** `file` is its name; null in what was entered: none was chosen, and the one that is there stays unless a link takes its place. */
type Compared = { item: string; title: string; link: string | null; file: string | null; owner: string | null; expires: string | null };
export type EvidenceDifferences = Difference[];

/** In what two people differ about an evidence, in words. @param question the text of an item */
export function evidenceDifferences(now: Compared, yours: Compared, question: (item: string) => string, { say, language }: Words): EvidenceDifferences {
  const keepsFile = yours.file === null && yours.link === null;
  const none = say("evidence:noLastDay");
  const inWords = ({ item, title, link, file, owner, expires }: Compared) => ({
    ...{ item: question(item), title, link: link ?? none, file: file ?? none, owner: owner ?? say("evidence:nobody") },
    expires: expires === null ? none : displayDate(expires, language),
  });
  const [saved, entered] = [inWords(now), inWords({ ...yours, file: keepsFile ? now.file : yours.file })];
  const names = {
    ...{ item: say("evidence:question"), title: say("evidence:title"), link: say("evidence:link"), file: say("evidence:file") },
    ...{ owner: say("evidence:owner"), expires: say("evidence:lastDay") },
  };
  return (Object.keys(names) as (keyof Compared)[])
    .filter((field) => saved[field] !== entered[field])
    .map((field) => ({ field: names[field], savedNow: saved[field], yours: entered[field] }));
}
