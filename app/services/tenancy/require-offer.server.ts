import { database } from "../db/database-instance.server.ts";
import { type Offer, readOffer } from "./read-offer.server.ts";

/** The offer of a token in an address, whatever has become of it. @throws Response 404 for a token of none */
export async function requireOffer(token: string | undefined, now: Date): Promise<{ token: string; offer: Offer }> {
  const offer = await readOffer(database(), token, now);
  if (!token || !offer) throw new Response("Not found", { status: 404 });
  return { token, offer };
}
