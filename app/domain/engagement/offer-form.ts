import { z } from "zod";
import type { Words } from "../../words/say.ts";
import { SCOPES, type Scope, scopeSchema } from "../access/can.ts";
import type { FormEntries } from "../assessment/answers-form.ts";
import type { FieldProblems, FormReading } from "../tenancy/organization-form.ts";
import { LONGEST_YEARS } from "./engagement-terms.ts";

/** What one side offers the other; `endsOn` is the last day, "2027-06-30", or null: until one side ends it. */
export type OfferTerms = { address: string; scopes: Scope[]; endsOn: string | null };

/** Of what was entered, this much comes back: a whole address. */
export const LONGEST_TYPED = 254;

const addressSchema = z.email().max(254);
const daySchema = z.iso.date();
const FIELDS = new Set(["intent", "address", "scopes", "endsOn"]);

/**
 * Reads the form of an offer. `scopes` comes once for each that is ticked; everything else once. A scope that there is none of is
 * refused, not left out: nobody should believe that they have offered it.
 * @param today "2027-01-31", in UTC
 */
export function readOffer(entries: FormEntries, { say }: Words, today: string): FormReading<OfferTerms> {
  const of = (field: string) => entries.filter(([name]) => name === field).map(([, value]) => value.trim());
  const [address, endsOn] = [of("address"), of("endsOn")];
  const scopes = z.array(scopeSchema).safeParse(of("scopes"));
  const isOurs = entries.every(([name]) => FIELDS.has(name)) && address.length === 1 && endsOn.length <= 1 && scopes.success;
  if (!isOurs) return { problems: [{ field: "address", message: say("engagements:formChanged") }] };
  const problems: FieldProblems = [];
  const typed = addressSchema.safeParse(address[0]!.toLowerCase());
  if (!typed.success) problems.push({ field: "address", message: addressProblem(address[0]!, say) });
  const wanted = SCOPES.filter((scope) => scopes.data.includes(scope));
  if (wanted.length === 0) problems.push({ field: "scopes", message: say("engagements:noScope") });
  const day = endsOn[0] || null;
  const wrongDay = day === null ? null : dayProblem(day, say, today);
  if (wrongDay) problems.push({ field: "endsOn", message: wrongDay });
  return problems.length > 0 ? { problems } : { values: { address: typed.data!, scopes: wanted, endsOn: day } };
}

function addressProblem(address: string, say: Words["say"]): string {
  if (address.length > LONGEST_TYPED) return say("engagements:addressLong", { most: LONGEST_TYPED });
  return say(address === "" ? "engagements:noAddress" : "engagements:notAnAddress");
}

function dayProblem(day: string, say: Words["say"], today: string): string | null {
  if (!daySchema.safeParse(day).success) return say("engagements:notADay");
  if (day < today) return say("engagements:dayPast");
  const latest = `${Number(today.slice(0, 4)) + LONGEST_YEARS}${today.slice(4)}`;
  return day > latest ? say("engagements:dayTooFar", { years: LONGEST_YEARS }) : null;
}
