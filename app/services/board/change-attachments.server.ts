import { isDeepStrictEqual } from "node:util";
import { MOST_ATTACHMENTS } from "#app/domain/board/initiative-page-form.ts";
import type { Database } from "../db/open-database.server.ts";
import type { CheckedFile } from "../evidence/check-file.server.ts";
import { hasRoom } from "../evidence/store-file.server.ts";
import { keepFile } from "../files/keep-file.server.ts";
import { withStagedFile } from "../files/stage-file.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { changeWithin, type Refused } from "./change-within.server.ts";

/** `used`: the same form attached something else before; `no-room`: the files of the organisation leave none for this one. */
export type AttachOutcome = Refused | { kind: "done" | "full" | "used" | "no-room" };

const SAID = { ...{ initiativeId: true, title: true, link: true }, file: { select: { name: true, sha256: true } } } as const;

/** Attaches a link or a file. The same form sent twice (`once`) attaches one. */
export function attach(
  db: Database,
  access: Access,
  id: string,
  { once, title, link }: { once: string; title: string; link: string | null },
  file: CheckedFile | null,
  now: Date,
): Promise<AttachOutcome> {
  return withStagedFile(db, access.organization.id, file, (staged) =>
    changeWithin<AttachOutcome>(db, access, id, now, async ({ tx, organizationId, note }) => {
      const said = { initiativeId: id, title, link };
      const before = await tx.roadmapAttachment.findFirst({ where: { organizationId, id: once }, select: SAID });
      if (before) return { kind: isDeepStrictEqual(before, { ...said, file: staged && { name: staged.name, sha256: staged.sha256 } }) ? "done" : "used" };
      if ((await tx.roadmapAttachment.count({ where: { organizationId, initiativeId: id } })) >= MOST_ATTACHMENTS) return { kind: "full" };
      if (!(await hasRoom(tx, organizationId, staged))) return { kind: "no-room" };
      await tx.roadmapAttachment.createMany({ data: [{ id: once, ...said, addedBy: access.person.name, addedAt: now }] });
      if (staged) {
        await keepFile(tx, organizationId, staged);
        await tx.roadmapFile.createMany({ data: [{ attachmentId: once, ...staged }] });
      }
      await note("initiative.attachment_added", { title, ...(link === null ? {} : { link }), ...(staged ? { file: staged.name } : {}) });
      return { kind: "done" };
    }),
  );
}

/** Removes a link or a file, for whoever types its title: a file is gone with it. */
export function detach(
  db: Database,
  access: Access,
  id: string,
  { id: attachmentId, typed }: { id: string; typed: string },
  now: Date,
): Promise<Refused | { kind: "done" | "gone" } | { kind: "title-differs"; title: string }> {
  return changeWithin<Refused | { kind: "done" | "gone" } | { kind: "title-differs"; title: string }>(
    db,
    access,
    id,
    now,
    async ({ tx, organizationId, note }) => {
      const found = await tx.roadmapAttachment.findFirst({
        where: { organizationId, initiativeId: id, id: attachmentId },
        select: { title: true, link: true, file: { select: { name: true } } },
      });
      if (!found) return { kind: "gone" };
      const { title, link, file } = found;
      if (typed.trim() !== title) return { kind: "title-differs", title };
      await tx.roadmapAttachment.deleteMany({ where: { organizationId, id: attachmentId } });
      await note("initiative.attachment_removed", { title, ...(link === null ? {} : { link }), ...(file ? { file: file.name } : {}) });
      return { kind: "done" };
    },
  );
}
