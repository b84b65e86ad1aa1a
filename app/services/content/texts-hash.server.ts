import { createHash } from "node:crypto";
import { canonicalJson } from "#app/domain/report/canonical-json.ts";
import type { Texts } from "#app/domain/translation/text-entry.ts";

/**
 * What stands in `source` of a translated entry: the first 12 hex digits of SHA-256 over the canonical JSON of the English texts,
 * each apostrophe as keyboards have it: how one is drawn makes no translation out of date.
 */
export function textsHash(texts: Texts): string {
  return createHash("sha256").update(canonicalJson(texts).replaceAll("’", "'")).digest("hex").slice(0, 12);
}
