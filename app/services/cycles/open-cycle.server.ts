import { can, ROLES } from "#app/domain/access/can.ts";
import { paths } from "#app/paths.ts";
import type { Language } from "#app/words/language.ts";
import { recordEvent } from "../audit/record-event.server.ts";
import { assessmentTitle } from "../content/assessment-title.server.ts";
import type { AssessmentEntry } from "../content/load-content.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { notify } from "../notifications/notify.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { stillMay } from "../tenancy/still-may.server.ts";

/** `taken`: that assessment has a cycle for the period already; `id` is of that one. */
export type OpenOutcome = { kind: "opened" | "taken"; id: string } | { kind: "not-allowed" };

/** The roles whose members are asked to answer. */
export const ASKED_ROLES = ROLES.filter((role) => can({ kind: "member", role }, "cycles.respond"));

/** Opens a cycle of the current version of an assessment for a period, and tells those who are asked to answer. One assessment has one cycle a period. */
export async function openCycle(
  db: Database,
  access: Access,
  { assessment, period }: { assessment: Pick<AssessmentEntry, "hash" | "definition">; period: string },
  { language, now }: { language: Language; now: Date },
): Promise<OpenOutcome> {
  const { organization, person } = access;
  const organizationId = organization.id;
  const { slug } = assessment.definition;
  return withTenant(db, { organizationId }, async (tx) => {
    if (!(await stillMay(tx, access, "cycles.run", now))) return { kind: "not-allowed" };
    const key = { organizationId, assessmentSlug: slug, period };
    const { count } = await tx.cycle.createMany({
      data: [{ assessmentHash: assessment.hash, assessmentSlug: slug, period, openedAt: now, openedBy: person.name, isAnonymous: false }],
      skipDuplicates: true,
    });
    const { id } = await tx.cycle.findUniqueOrThrow({ where: { organizationId_assessmentSlug_period: key }, select: { id: true } });
    if (count === 0) return { kind: "taken", id };
    const title = assessmentTitle(slug, language);
    await recordEvent(tx, access, { action: "cycle.opened", object: { kind: "cycle", id, name: `${period}: ${title}` } });
    const asked = await tx.member.findMany({
      where: { organizationId, role: { in: ASKED_ROLES }, personId: { not: person.personId } },
      select: { personId: true },
    });
    await notify(tx, {
      kind: "cycle_opened",
      personIds: asked.map(({ personId }) => personId),
      values: { organization: organization.name, assessment: title, period },
      path: paths.cycle(organization.slug, id),
      language,
    });
    return { kind: "opened", id };
  });
}
