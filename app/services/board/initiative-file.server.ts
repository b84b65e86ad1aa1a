import { isId } from "../db/is-id.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { fileChunks } from "../files/file-chunks.server.ts";
import { fileResponse, type Sending } from "../files/file-response.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";

/**
 * The answer that gives somebody a file that is attached to an initiative, to be saved as evidence is.
 * @throws Response 404 for an id of none, of another organisation's or another initiative's, and of a link
 */
export async function initiativeFileResponse(db: Database, { organization }: Access, id: string, attachmentId: string, sending: Sending): Promise<Response> {
  const organizationId = organization.id;
  if (!isId(id) || !isId(attachmentId)) throw new Response("Not found", { status: 404 });
  const file = await withTenant(db, { organizationId }, (tx) =>
    tx.roadmapFile.findFirst({
      where: { organizationId, attachmentId, attachment: { initiativeId: id } },
      select: { name: true, mediaType: true, size: true, sha256: true, storedId: true },
    }),
  );
  if (!file) throw new Response("Not found", { status: 404 });
  return fileResponse(file, fileChunks(db, organizationId, { ...file, of: "attachment", id: attachmentId }), sending);
}
