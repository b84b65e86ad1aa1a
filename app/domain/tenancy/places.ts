import { type Action, type Actor, can } from "../access/can.ts";

/** Where one can go in an organisation, in the order they stand in. */
export const PLACES = ["standing", "people", "profile", "audit", "data"] as const;
export type Place = (typeof PLACES)[number];

const OPENED_BY: Record<Place, Action> = {
  standing: "organization.view",
  people: "members.view",
  profile: "organization.edit",
  audit: "audit.view",
  data: "organization.delete",
};

/** The places that are open to somebody. */
export function placesFor(actor: Actor): Place[] {
  return PLACES.filter((place) => can(actor, OPENED_BY[place]));
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
