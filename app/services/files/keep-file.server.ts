import type { Transaction } from "../db/pass-door.server.ts";
import type { StagedFile } from "./stage-file.server.ts";

/**
 * Says that something refers to the content of a file, in the transaction in which it comes to. From then on it goes with what refers to it.
 * @throws Error where it is not all there, or belongs to something else
 */
export async function keepFile(tx: Transaction, organizationId: string, { storedId, size }: StagedFile): Promise<void> {
  const [stored] = await tx.$queryRaw<{ size: number }[]>`SELECT COALESCE(sum(octet_length(content)), 0)::int AS size FROM file_chunk
    WHERE organization_id = ${organizationId}::uuid AND file_id = ${storedId}::uuid`;
  const { count } = await tx.storedFile.updateMany({ where: { organizationId, id: storedId, isKept: false }, data: { isKept: true } });
  if (count !== 1 || stored?.size !== size) throw new Error("The content of a file was not stored whole.");
}
