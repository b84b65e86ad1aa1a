import type { Words } from "../../words/say.ts";
import { displayExact, inWords } from "../report/display.ts";
import { opensAsWritten, isStorable, LONGEST_LINK, LONGEST_NOTE, namesUser, type Said } from "./answer.ts";
import type { Item } from "./definition.ts";
import type { Missing } from "./entered-value.ts";

/** What is wrong with entered answers, said to whoever entered them: each a whole sentence that can stand alone. */

export function missingText(missing: Missing, { say, language }: Words): string {
  switch (missing.what) {
    case "today":
      return say("answering:todayMissing");
    case "figure":
      return say("answering:unreadable");
    case "places": {
      const places = missing.open.map((place) => say(`answering:place${place}`));
      return say("answering:notWhole", { places: inWords(places, language) });
    }
    case "other-answer":
      return say(`answering:taken${missing.place}`);
  }
}

/** Of a value that `problemWith` refuses. Only the first two can come from the screen itself; the rest was made by hand. */
export function refusedText(item: Item, { value }: Said, { say, language }: Words): string {
  if (item.kind === "number" || item.kind === "scale") {
    return say("answering:outOfRange", { min: displayExact(item.min, language), max: displayExact(item.max, language) });
  }
  const alone = item.kind === "multi" ? item.options.find((o) => o.exclusive && [value].flat().includes(o.id)) : undefined;
  return alone ? say("answering:standsAlone", { answer: alone.label }) : say("answering:notShown");
}

export function noteText(note: string, { say }: Words): string {
  return note.length > LONGEST_NOTE ? say("answering:noteTooLong", { most: LONGEST_NOTE }) : say("answering:noteUnstorable");
}

export function linkText(link: string, { say }: Words): string {
  if (link.length > LONGEST_LINK) return say("answering:linkTooLong", { most: LONGEST_LINK });
  if (!isStorable(link)) return say("answering:linkUnstorable");
  if (!/^https?:\/\/\S/i.test(link)) return say("answering:linkBegins");
  return say(opensAsWritten(link) && namesUser(link) ? "answering:linkNamesUser" : "answering:linkNotOpened");
}
