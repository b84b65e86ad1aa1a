import { type Action, type Actor, can } from "../access/can.ts";
import type { Kind } from "./profile-choices.ts";

/** Where one can go in an organisation, in the order they stand in. */
export const PLACES = [
  "standing",
  "roadmap",
  "trends",
  "benchmarks",
  "cycles",
  "results",
  "evidence",
  "kpis",
  "people",
  "consultancies",
  "clients",
  "profile",
  "audit",
  "api",
  "support",
  "data",
] as const;
export type Place = (typeof PLACES)[number];

/** Places of everyday work; the others are settings. */
export const WORKING_PLACES: readonly Place[] = ["standing", "roadmap", "trends", "benchmarks", "cycles", "results", "evidence", "kpis"];

/** Any of these opens a place. */
const OPENED_BY: Record<Place, Action | readonly Action[]> = {
  standing: "organization.view",
  roadmap: "roadmap.view",
  trends: "results.view",
  benchmarks: "benchmarks.view",
  cycles: "cycles.view",
  // Who answers sees at least what they have answered.
  results: ["results.view", "cycles.respond"],
  kpis: "kpis.view",
  evidence: "evidence.view",
  people: "members.view",
  consultancies: "engagements.view",
  clients: "engagements.view",
  profile: "organization.edit",
  audit: "audit.view",
  api: "keys.manage",
  support: "support.manage",
  data: "organization.export",
};

/** Places that only one kind of organisation has. */
const ONLY_OF: Partial<Record<Place, Kind>> = { consultancies: "company", clients: "consultancy" };

/** The places that an organisation of a kind has and that are open to somebody. */
export function placesFor(actor: Actor, kind: Kind): Place[] {
  return PLACES.filter((place) => [OPENED_BY[place]].flat().some((action) => can(actor, action)) && (ONLY_OF[place] ?? kind) === kind);
}

/** What stands around every page of an organisation. */
export type WorkspaceFrame = {
  slug: string;
  name: string;
  isSynthetic: boolean;
  /** By whose clock its days begin: a name such as Europe/Helsinki. */
  timeZone: string;
  /** When the organisation is erased, in ISO 8601; null: it stays. */
  eraseAfter: string | null;
  mayUndoDeletion: boolean;
  places: Place[];
  /** The id of one's own membership, which everybody may look at and end; null for who is no member. */
  memberId: string | null;
  /** The firm a consultant is here for; null for a member. */
  actsFor: string | null;
  /** Until when an operator may look inside, in ISO 8601; null for everybody else. */
  looksUntil: string | null;
};
