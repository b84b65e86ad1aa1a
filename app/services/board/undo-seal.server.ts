import { createHmac, timingSafeEqual } from "node:crypto";

/** What was removed from an initiative, as its page holds it until it is put back: `by` did or wrote it, `at` that moment (empty: neither); `byId` is who that is, of a note. */
export type Sealed = { id: string; text: string; by: string; at: string; position?: string; byId?: string };

/**
 * Signs what was removed, so that a page can hold it and nobody can put back what was never there, or in somebody else's name.
 * @param place the organisation and the initiative
 */
export function sealOf(secret: string, place: readonly [string, string], { id, text, by, at, position = "", byId = "" }: Sealed): string {
  return createHmac("sha256", secret)
    .update(JSON.stringify(["undo", ...place, id, text, by, at, position, byId]))
    .digest("base64url");
}

export function isSealed(secret: string, place: readonly [string, string], removed: Sealed, seal: string): boolean {
  const [given, right] = [Buffer.from(seal), Buffer.from(sealOf(secret, place, removed))];
  return given.length === right.length && timingSafeEqual(given, right);
}
