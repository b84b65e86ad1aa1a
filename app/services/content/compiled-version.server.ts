import { definitionSchema } from "#app/domain/assessment/definition.ts";
import { type Compiled, compile } from "#app/domain/scoring/compile.ts";
import type { Language } from "#app/words/language.ts";
import type { Database } from "../db/open-database.server.ts";
import { versionInLanguage, type VersionInLanguage } from "./content-in-language.server.ts";

/** Versions are content-addressed and never change, so what was compiled once stays right. */
const compiledByHash = new Map<string, Compiled>();

/** The assessment version a response was begun with, ready for scoring. */
export async function compiledVersion(db: Database, hash: string): Promise<Compiled> {
  const known = compiledByHash.get(hash);
  if (known) return known;
  const { definition } = await db.assessmentVersion.findUniqueOrThrow({ where: { hash }, select: { definition: true } });
  const compiled = compile(definitionSchema.parse(definition));
  compiledByHash.set(hash, compiled);
  return compiled;
}

/** The same version with its texts in a language, entry by entry where the translation was made from what the entry says in it. */
export async function compiledVersionIn(db: Database, hash: string, language: Language): Promise<VersionInLanguage> {
  return versionInLanguage(await compiledVersion(db, hash), hash, language);
}
