import { setImmediate as letOthers } from "node:timers/promises";
import { Prisma } from "@prisma/client";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { CHUNK } from "./stage-file.server.ts";

/** Where the content of a file is: in chunks, or (`storedId` null) whole beside what is said of it, as files were kept before there were chunks. Bytes; SHA-256 in hexadecimal. */
export type FilePlace = { of: "evidence" | "attachment"; id: string; storedId: string | null; size: number; sha256: string };

const WHOLE = {
  evidence: Prisma.sql`evidence_file WHERE evidence_id`,
  attachment: Prisma.sql`roadmap_file WHERE attachment_id`,
};

/**
 * The content of a file, read chunk by chunk, each in a transaction of its own between which others have their turn.
 * @throws Error in the middle of it, where the file is removed or replaced meanwhile: none ends early
 */
export async function* fileChunks(db: Database, organizationId: string, place: FilePlace): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  for (let at = 0; at < place.size;) {
    await letOthers();
    // As text: the adapters of both databases spell bytes out one by one.
    const [row] = await withTenant(db, { organizationId }, (tx) => tx.$queryRaw<{ chunk: string }[]>(statement(organizationId, place, at)));
    const chunk = Buffer.from(row?.chunk ?? "", "base64");
    if (chunk.length === 0) throw new Error("A file was removed while it was read.");
    at += chunk.length;
    yield chunk;
  }
}

function statement(organizationId: string, { of, id, storedId, sha256 }: FilePlace, at: number): Prisma.Sql {
  if (storedId !== null)
    return Prisma.sql`SELECT encode(content, 'base64') AS chunk FROM file_chunk
      WHERE organization_id = ${organizationId}::uuid AND file_id = ${storedId}::uuid AND position = ${at / CHUNK}::int`;
  return Prisma.sql`SELECT encode(substring(content FROM ${at + 1}::int FOR ${CHUNK}::int), 'base64') AS chunk FROM ${WHOLE[of]} = ${id}::uuid
    AND organization_id = ${organizationId}::uuid AND sha256 = ${sha256} AND content IS NOT NULL`;
}
