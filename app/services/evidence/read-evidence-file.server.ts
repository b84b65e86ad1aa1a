import { isId } from "../db/is-id.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { fileChunks } from "../files/file-chunks.server.ts";
import { fileResponse, type Sending } from "../files/file-response.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";

/**
 * The answer that gives somebody the file of an evidence.
 * @throws Response 404 for an id of none, of another organisation's, and of an evidence without a file
 */
export async function evidenceFileResponse(db: Database, { organization }: Access, id: string | undefined, sending: Sending): Promise<Response> {
  const organizationId = organization.id;
  const file =
    id && isId(id)
      ? await withTenant(db, { organizationId }, (tx) =>
          tx.evidenceFile.findUnique({
            where: { organizationId_evidenceId: { organizationId, evidenceId: id } },
            select: { evidenceId: true, name: true, mediaType: true, size: true, sha256: true, storedId: true },
          }),
        )
      : null;
  if (!file) throw new Response("Not found", { status: 404 });
  return fileResponse(file, fileChunks(db, organizationId, { ...file, of: "evidence", id: file.evidenceId }), sending);
}
