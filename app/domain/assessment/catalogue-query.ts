import { z } from "zod";
import type { Words } from "../../words/say.ts";
import { type Audience, AUDIENCES, type Pillar, PILLARS } from "./vocabulary.ts";

export const LONGEST_SEARCH = 100;

/** Null: any. */
export type CatalogueWishes = { q: string; role: Audience | null; pillar: Pillar | null };
/** What the form shows: an empty text is no wish. */
export type CatalogueFields = Record<keyof CatalogueWishes, string>;
export type CatalogueQuery = {
  fields: CatalogueFields;
  wishes: CatalogueWishes;
  /** What cannot be wished for; such a field counts as empty. */
  problems: { field: keyof CatalogueWishes; message: string }[];
};

const searchSchema = z.string().max(LONGEST_SEARCH);
const roleSchema = z.enum(AUDIENCES);
const pillarSchema = z.enum(PILLARS);

/** Reads `q`, `role` and `pillar` from an address; other names are nobody's business here. */
export function readCatalogueQuery(query: URLSearchParams, { say }: Words): CatalogueQuery {
  // Said twice, a role or pillar is none there is, and two searches are one for all the words.
  const given = (name: keyof CatalogueWishes) => query.getAll(name).join(" ").trim();
  const problems: CatalogueQuery["problems"] = [];
  const read = <T>(field: keyof CatalogueWishes, schema: z.ZodType<T>, message: string): T | null => {
    const text = given(field);
    if (text === "") return null;
    const parsed = schema.safeParse(text);
    if (!parsed.success) problems.push({ field, message });
    return parsed.data ?? null;
  };
  const q = read("q", searchSchema, say("catalogue:searchTooLong", { most: LONGEST_SEARCH }));
  const role = read("role", roleSchema, say("catalogue:noSuchRole"));
  const pillar = read("pillar", pillarSchema, say("catalogue:noSuchPillar"));
  return {
    fields: { q: given("q").slice(0, LONGEST_SEARCH), role: role ?? "", pillar: pillar ?? "" },
    wishes: { q: q ?? "", role, pillar },
    problems,
  };
}
