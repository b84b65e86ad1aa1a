import type { Transaction } from "../db/pass-door.server.ts";
import type { CheckedFile } from "./check-file.server.ts";

/** Bytes of all files of an organisation: they are in the database, and in every backup of it. */
export const LARGEST_STORE = 1024 ** 3;

/** Whether the files of an organisation leave room for another, which may take the place of one. While the organisation is held. */
export async function hasRoom(tx: Transaction, organizationId: string, file: CheckedFile | null, inPlaceOf: string | null = null): Promise<boolean> {
  if (file === null) return true;
  const others = inPlaceOf === null ? {} : { evidenceId: { not: inPlaceOf } };
  const { _sum } = await tx.evidenceFile.aggregate({ where: { organizationId, ...others }, _sum: { size: true } });
  return (_sum.size ?? 0) + file.size <= LARGEST_STORE;
}

/** Puts a file to an evidence, in the place of one that it has. */
export async function storeFile(tx: Transaction, organizationId: string, evidenceId: string, file: CheckedFile): Promise<void> {
  await removeFile(tx, organizationId, evidenceId);
  await tx.evidenceFile.createMany({ data: [{ evidenceId, ...file }] });
}

export async function removeFile(tx: Transaction, organizationId: string, evidenceId: string): Promise<void> {
  await tx.evidenceFile.deleteMany({ where: { organizationId, evidenceId } });
}
