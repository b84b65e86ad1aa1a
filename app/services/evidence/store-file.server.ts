import type { Transaction } from "../db/pass-door.server.ts";
import { keepFile } from "../files/keep-file.server.ts";
import type { StagedFile } from "../files/stage-file.server.ts";

/** Bytes of all files of an organisation, of its evidence and its roadmap: they are in the database, and in every backup of it. */
export const LARGEST_STORE = 1024 ** 3;

/** Whether the files of an organisation leave room for another, which may take the place of one of an evidence (`inPlaceOf`). While the organisation is held. */
export async function hasRoom(tx: Transaction, organizationId: string, file: { size: number } | null, inPlaceOf: string | null = null): Promise<boolean> {
  if (file === null) return true;
  const others = inPlaceOf === null ? {} : { evidenceId: { not: inPlaceOf } };
  const evidence = await tx.evidenceFile.aggregate({ where: { organizationId, ...others }, _sum: { size: true } });
  const roadmap = await tx.roadmapFile.aggregate({ where: { organizationId }, _sum: { size: true } });
  return (evidence._sum.size ?? 0) + (roadmap._sum.size ?? 0) + file.size <= LARGEST_STORE;
}

/** Puts a file to an evidence, in the place of one that it has. */
export async function storeFile(tx: Transaction, organizationId: string, evidenceId: string, file: StagedFile): Promise<void> {
  await removeFile(tx, organizationId, evidenceId);
  await keepFile(tx, organizationId, file);
  await tx.evidenceFile.createMany({ data: [{ evidenceId, ...file }] });
}

export async function removeFile(tx: Transaction, organizationId: string, evidenceId: string): Promise<void> {
  await tx.evidenceFile.deleteMany({ where: { organizationId, evidenceId } });
}
