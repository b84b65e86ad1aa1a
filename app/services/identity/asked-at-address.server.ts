import type { PersonalData } from "#app/domain/export/personal-data.ts";
import { RESPONDENT_ROLES, WORK_FUNCTIONS } from "#app/domain/tenancy/profile-choices.ts";
import type { Database } from "../db/open-database.server.ts";
import { withPerson } from "../db/with-person.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { responsesOfAddress } from "../responses/own-responses.server.ts";
import { IS_WHOLE } from "../tenancy/being-erased.server.ts";
import { responsesIn } from "./own-membership.server.ts";

/**
 * The cycles that have asked the address a person has confirmed, also in organisations they do not belong to, with what was answered at
 * it. Row-level security leaves nobody else's address; call it for one that is confirmed.
 */
export async function askedAtAddress(db: Database, person: { personId: string; email: string }): Promise<PersonalData["askedAtAddress"]> {
  const asked = await withPerson(db, person, (tx) => tx.respondent.findMany({ distinct: ["organizationId"], select: { organizationId: true } }));
  const found: PersonalData["askedAtAddress"] = [];
  for (const { organizationId } of asked) {
    const address = { equals: person.email, mode: "insensitive" } as const;
    const rows = await withTenant(db, { organizationId }, async (tx) => {
      const respondents = await tx.respondent.findMany({
        where: { organizationId, address, organization: IS_WHOLE },
        select: {
          ...{ respondentRole: true, workFunction: true, hasAnswered: true, invitedAt: true, remindedAt: true, language: true },
          ...{ organization: { select: { name: true } }, cycle: { select: { id: true, assessmentSlug: true, period: true, isAnonymous: true } } },
        },
      });
      const responses = await responsesIn(tx, await responsesOfAddress(tx, organizationId, person.email));
      return respondents.map(({ cycle, ...respondent }) => ({
        ...{ ...respondent, ...cycle },
        responses: responses.filter(({ cycleId }) => cycleId === cycle.id).map(({ entry }) => entry),
      }));
    });
    for (const {
      organization,
      assessmentSlug,
      period,
      isAnonymous,
      respondentRole,
      workFunction,
      language,
      hasAnswered,
      invitedAt,
      remindedAt,
      responses,
    } of rows)
      found.push({
        ...{ organization: organization.name, assessment: assessmentSlug, period, isAnonymous, language, hasAnswered, responses },
        respondentRole: RESPONDENT_ROLES.find((known) => known === respondentRole) ?? null,
        workFunction: WORK_FUNCTIONS.find((known) => known === workFunction) ?? null,
        ...{ invitedAt: invitedAt?.toISOString() ?? null, remindedAt: remindedAt?.toISOString() ?? null },
      });
  }
  return found.sort((a, b) => a.organization.localeCompare(b.organization) || a.period.localeCompare(b.period) || a.assessment.localeCompare(b.assessment));
}
