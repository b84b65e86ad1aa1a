import { createHash, randomUUID } from "node:crypto";
import type { Prisma } from "@prisma/client";
import type { DemoClient } from "#app/domain/demo/demo-cast.ts";
import { DEMO_EVIDENCE } from "#app/domain/demo/demo-evidence.ts";
import { dayAfter } from "#app/domain/evidence/evidence-state.ts";
import { FILE_TYPES } from "#app/domain/evidence/file-types.ts";
import { dayColumn } from "../evidence/evidence-row.server.ts";

const DAY_MS = 24 * 3600 * 1000;

/** `stored` and `chunks` hold what is in the files, each of one chunk. */
export type InventedEvidence = {
  evidence: Prisma.EvidenceCreateManyInput[];
  stored: Prisma.StoredFileCreateManyInput[];
  chunks: Prisma.FileChunkCreateManyInput[];
  files: Prisma.EvidenceFileCreateManyInput[];
};

/** The register of a client, with links that lead nowhere. @param memberIds of the client's people, in the order of its members */
export function inventEvidence({ slug, members }: DemoClient, memberIds: readonly string[], assessmentSlug: string, now: Date): InventedEvidence {
  const invented: InventedEvidence = { evidence: [], stored: [], chunks: [], files: [] };
  const today = now.toISOString().slice(0, 10);
  for (const { item, title, file, owner, lastDayIn, addedAgo } of DEMO_EVIDENCE) {
    const id = randomUUID();
    invented.evidence.push({
      ...{ id, assessmentSlug, itemId: item, title, link: file ? null : `https://intranet.${slug}.demo.invalid/${item}` },
      ...{ ownerId: owner === null ? null : memberIds[owner]!, expiresOn: lastDayIn === null ? null : dayColumn(dayAfter(today, lastDayIn)) },
      ...{ addedBy: members[owner ?? 0]!.name, createdAt: new Date(now.getTime() - addedAgo * DAY_MS) },
    });
    if (!file) continue;
    const content = new Uint8Array(Buffer.from(file.text));
    const sha256 = createHash("sha256").update(content).digest("hex");
    const storedId = randomUUID();
    invented.stored.push({ id: storedId, isKept: true });
    invented.chunks.push({ fileId: storedId, position: 0, content });
    invented.files.push({ evidenceId: id, name: file.name, mediaType: FILE_TYPES.txt.mediaType, size: content.length, sha256, storedId });
  }
  return invented;
}
