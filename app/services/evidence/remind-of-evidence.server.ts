import { Prisma } from "@prisma/client";
import { organizationPaths } from "#app/organization-paths.ts";
import { SOURCE_LANGUAGE } from "#app/words/language.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withOperator } from "../db/with-operator.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { notify } from "../notifications/notify.server.ts";

/**
 * The latest day, up to today, on which the owner of an evidence is reminded: 30 and 7 days before its last one, and the day after it. Null where none has come. Of
 * several that went by only the latest counts.
 */
const dueDay = (today: string) => Prisma.sql`CASE WHEN expires_on < ${today}::date THEN expires_on + 1
  WHEN expires_on - 7 <= ${today}::date THEN expires_on - 7 WHEN expires_on - 30 <= ${today}::date THEN expires_on - 30 END`;

/** Reminds every owner of an evidence that expires soon or has expired, once for each day that is due. @returns of how many */
export async function remindOfEvidence({ db, now }: { db: Database; now: Date }): Promise<number> {
  const today = now.toISOString().slice(0, 10);
  const due = dueDay(today);
  const places = await withOperator(
    db,
    (tx) => tx.$queryRaw<{ id: string }[]>`SELECT DISTINCT e.organization_id AS id FROM evidence e JOIN organization o ON o.id = e.organization_id
      WHERE ${due} > coalesce(e.reminded_of, '-infinity'::date) AND o.erase_after IS NULL AND NOT o.is_synthetic ORDER BY 1`,
  );
  let reminded = 0;
  for (const { id } of places) reminded += await withTenant(db, { organizationId: id }, (tx) => remindWithin(tx, id, due));
  return reminded;
}

type Due = { id: string; title: string; expires: string; expired: boolean; personId: string };

/** All of one organisation, in one step: what another process has noted down meanwhile is not due any more. */
async function remindWithin(tx: Transaction, organizationId: string, due: Prisma.Sql): Promise<number> {
  const rows = await tx.$queryRaw<Due[]>`UPDATE evidence e SET reminded_of = ${due} FROM member m
    WHERE e.organization_id = ${organizationId}::uuid AND m.organization_id = e.organization_id AND m.id = e.owner_id
      AND ${due} > coalesce(e.reminded_of, '-infinity'::date)
    RETURNING e.id, e.title, to_char(e.expires_on, 'YYYY-MM-DD') AS expires, e.reminded_of > e.expires_on AS expired, m.person_id AS "personId"`;
  if (rows.length === 0) return 0;
  const { name, slug } = await tx.organization.findUniqueOrThrow({ where: { id: organizationId }, select: { name: true, slug: true } });
  for (const { id, title, expires: date, expired, personId } of rows) {
    const values = { organization: name, title, date, expired };
    await notify(tx, { kind: "evidence_expires", values, personIds: [personId], path: organizationPaths.evidencePiece(slug, id), language: SOURCE_LANGUAGE });
  }
  return rows.length;
}
