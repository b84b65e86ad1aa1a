import type { Words } from "../../words/say.ts";
import type { Scope } from "../access/can.ts";
import { inWords } from "../report/display.ts";

/** What an engagement allows, in one line: "Run assessments and see results". */
export function scopesInWords(scopes: readonly Scope[], { say, language }: Words): string {
  const names = scopes.map((scope) => say(`engagements:scope_${scope}`));
  return inWords(
    names.map((name, index) => (index === 0 ? name : name.charAt(0).toLocaleLowerCase(language) + name.slice(1))),
    language,
  );
}
