import type { Language } from "#app/words/language.ts";
import { database } from "../db/database-instance.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { requireAccess } from "../tenancy/require-access.server.ts";
import { type OrganizationResult, readResult } from "./read-result.server.ts";

/**
 * The result that an address names, and how whoever asks comes to it.
 * @throws Response as `requireAccess` does; 404, too, where there is no such result for them
 */
export async function requireOrganizationResult(
  request: Request,
  { org, response }: { readonly [name: string]: string | undefined },
  language: Language,
): Promise<{ access: Access; result: OrganizationResult }> {
  const access = await requireAccess(request, org, "organization.view");
  const result = await readResult(database(), access, response ?? "", new Date(), language);
  if (!result) throw new Response("Not found", { status: 404 });
  return { access, result };
}
