import { z } from "zod";
import { database } from "../db/database-instance.server.ts";
import { findInvitation, type FoundInvitation } from "./find-invitation.server.ts";

const tokenSchema = z.string().regex(/^[\w-]{30}$/);

/** The invitation of a token in an address. @throws Response 404, the same for a wrong token and one that was replaced */
export async function requireInvitation(token: string | undefined, now: Date): Promise<{ token: string; invitation: FoundInvitation }> {
  const parsed = tokenSchema.safeParse(token);
  const invitation = parsed.success ? await findInvitation(database(), parsed.data, now) : null;
  if (!parsed.success || !invitation) throw new Response("Not found", { status: 404 });
  return { token: parsed.data, invitation };
}
