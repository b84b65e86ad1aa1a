import { randomUUID } from "node:crypto";
import { setImmediate as letOthers } from "node:timers/promises";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";

/** Bytes of a chunk: what others wait for, on the embedded database, while a file is stored and read. The database takes no larger one. */
export const CHUNK = 256 * 1024;

/** A file whose content is stored; bytes, and SHA-256 in hexadecimal. */
export type StagedFile = { name: string; mediaType: string; size: number; sha256: string; storedId: string };

/**
 * Stores the content of a file chunk by chunk, each in a transaction of its own between which others have their turn, and has it kept by `work` (`keepFile`, in the transaction in
 * which something comes to refer to it). What was not kept, for whatever reason, is removed again.
 * @param file null: there is none, and nothing is stored
 */
export async function withStagedFile<T>(
  db: Database,
  organizationId: string,
  file: (Omit<StagedFile, "storedId"> & { content: Uint8Array }) | null,
  work: (staged: StagedFile | null) => Promise<T>,
): Promise<T> {
  if (file === null) return work(null);
  const { content, ...said } = file;
  const storedId = randomUUID();
  try {
    await withTenant(db, { organizationId }, (tx) => tx.storedFile.createMany({ data: [{ id: storedId }] }));
    for (let position = 0; position * CHUNK < content.length; position++) {
      await letOthers();
      // As text: the adapters of both databases spell bytes out one by one.
      const chunk = base64(content.subarray(position * CHUNK, (position + 1) * CHUNK));
      await withTenant(
        db,
        { organizationId },
        (tx) => tx.$executeRaw`INSERT INTO file_chunk (file_id, position, content) VALUES (${storedId}::uuid, ${position}::int, decode(${chunk}, 'base64'))`,
      );
    }
    return await work({ ...said, storedId });
  } finally {
    await withTenant(db, { organizationId }, (tx) => tx.storedFile.deleteMany({ where: { organizationId, id: storedId, isKept: false } }));
  }
}

function base64({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString("base64");
}
