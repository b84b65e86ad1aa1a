import { z } from "zod";
import type { Words } from "../../words/say.ts";
import type { FieldProblems } from "./organization-form.ts";
import { fitForSearch, LONGEST_SEARCH } from "./people-query.ts";

const DAY_MS = 24 * 3600 * 1000;

/** A place in the trail: the event after which a page goes on. */
export type Cursor = { at: Date; id: string };
export type AuditWishes = {
  q: string;
  /** The first moment that counts, and the first that does not any more; null: no such end. */
  since: Date | null;
  before: Date | null;
  after: Cursor | null;
};
export type AuditFields = { q: string; from: string; to: string };
export type AuditQuery = { fields: AuditFields; wishes: AuditWishes; problems: FieldProblems };

const daySchema = z.iso.date().transform((day) => new Date(`${day}T00:00:00Z`));
const cursorSchema = z
  .string()
  .max(200)
  .regex(/^\d{1,15}\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  .transform((text) => ({ at: new Date(Number(text.slice(0, text.indexOf(".")))), id: text.slice(text.indexOf(".") + 1) }));

/** A place in the trail as an address carries it. */
export function cursorText({ at, id }: Cursor): string {
  return `${at.getTime()}.${id}`;
}

/** Which part of the trail an address asks for. Days are UTC and both included; a cursor that cannot be read is the beginning. */
export function readAuditQuery(query: URLSearchParams, { say }: Words): AuditQuery {
  const fields = {
    q: (query.get("q") ?? "").trim().slice(0, LONGEST_SEARCH),
    from: (query.get("from") ?? "").trim().slice(0, 20),
    to: (query.get("to") ?? "").trim().slice(0, 20),
  };
  const problems: FieldProblems = [];
  const day = (field: "from" | "to"): Date | null => {
    if (fields[field] === "") return null;
    const parsed = daySchema.safeParse(fields[field]);
    if (!parsed.success) problems.push({ field, message: say("audit:wrongDay") });
    return parsed.data ?? null;
  };
  const [since, last] = [day("from"), day("to")];
  if (since && last && since > last) problems.push({ field: "from", message: say("audit:wrongOrder") });
  const before = last && new Date(last.getTime() + DAY_MS);
  return { fields, wishes: { q: fitForSearch(fields.q), since, before, after: cursorSchema.safeParse(query.get("after")).data ?? null }, problems };
}
