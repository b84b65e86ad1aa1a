import { type Action, type Actor, can } from "../access/can.ts";
import type { Kind } from "./profile-choices.ts";

/** Where one can go in an organisation, in the order they stand in. */
export const PLACES = ["standing", "people", "consultancies", "clients", "profile", "audit", "data"] as const;
export type Place = (typeof PLACES)[number];

const OPENED_BY: Record<Place, Action> = {
  standing: "organization.view",
  people: "members.view",
  consultancies: "engagements.view",
  clients: "engagements.view",
  profile: "organization.edit",
  audit: "audit.view",
  data: "organization.export",
};

/** Places that only one kind of organisation has. */
const ONLY_OF: Partial<Record<Place, Kind>> = { consultancies: "company", clients: "consultancy" };

/** The places that an organisation of a kind has and that are open to somebody. */
export function placesFor(actor: Actor, kind: Kind): Place[] {
  return PLACES.filter((place) => can(actor, OPENED_BY[place]) && (ONLY_OF[place] ?? kind) === kind);
}

/** What stands around every page of an organisation. */
export type WorkspaceFrame = {
  slug: string;
  name: string;
  isSynthetic: boolean;
  /** When the organisation is erased, in ISO 8601; null: it stays. */
  eraseAfter: string | null;
  mayUndoDeletion: boolean;
  places: Place[];
  /** The id of one's own membership, which everybody may look at and end; null for a consultant. */
  memberId: string | null;
  /** The firm a consultant is here for; null for a member. */
  actsFor: string | null;
};
