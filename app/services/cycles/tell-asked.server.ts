import type { Prisma } from "@prisma/client";
import { displayMomentIn } from "#app/domain/report/display.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { paths } from "#app/paths.ts";
import { type Language, LANGUAGES } from "#app/words/language.ts";
import { assessmentChoices } from "../content/assessment-choices.server.ts";
import { assessmentTitle } from "../content/assessment-title.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { queueMail } from "../email/queue-mail.server.ts";
import { publicOrigin } from "../env/public-origin-instance.server.ts";
import { notify } from "../notifications/notify.server.ts";
import { personalTokenOf, tokenHash } from "../responses/respondent-token.server.ts";

/** Columns of a cycle that telling of it takes. */
export const CYCLE_TO_TELL = {
  ...{ id: true, organizationId: true, assessmentSlug: true, period: true, openedBy: true, closesAt: true, isAnonymous: true, asksEverybody: true },
  organization: { select: { name: true, slug: true, timeZone: true } },
} satisfies Prisma.CycleSelect;
export type CycleToTell = Prisma.CycleGetPayload<{ select: typeof CYCLE_TO_TELL }>;

/** Somebody who is asked: a member, or an address with the language of its mails. */
export type ToldRow = { id: string; cycleId: string; memberId: string | null; address: string | null; language: string | null };

type Telling = { secret: string; language: Language; except?: string };

/**
 * Tells those who are asked: members by a notification (and by mail as they want it), addresses by a mail with their personal links, one for
 * all the cycles it is about.
 * @param tx inside of the organisation
 */
export async function tellAsked(
  tx: Transaction,
  kind: "invitation" | "reminder",
  cycles: readonly CycleToTell[],
  rows: readonly ToldRow[],
  { secret, language, except }: Telling,
): Promise<void> {
  for (const cycle of cycles) {
    const memberIds = rows.flatMap(({ cycleId, memberId }) => (cycleId === cycle.id && memberId ? [memberId] : []));
    await tellMembers(tx, kind, cycle, memberIds, { language, ...(except === undefined ? {} : { except }) });
  }
  const byAddress = new Map<string, (ToldRow & { address: string })[]>();
  for (const row of rows) {
    const { address } = row;
    if (address !== null) byAddress.set(address, [...(byAddress.get(address) ?? []), { ...row, address }]);
  }
  for (const [address, asked] of byAddress) await mailAddress(tx, kind, cycles, address, asked, { secret, language });
}

async function tellMembers(
  tx: Transaction,
  kind: "invitation" | "reminder",
  { id, organizationId, organization, assessmentSlug, period }: CycleToTell,
  memberIds: readonly string[],
  { language, except }: Omit<Telling, "secret">,
): Promise<void> {
  if (memberIds.length === 0) return;
  const members = await tx.member.findMany({ where: { organizationId, id: { in: [...memberIds] } }, select: { personId: true } });
  await notify(tx, {
    kind: kind === "invitation" ? "cycle_opened" : "cycle_reminder",
    personIds: members.map(({ personId }) => personId).filter((personId) => personId !== except),
    values: { organization: organization.name, assessment: assessmentTitle(assessmentSlug, language), period },
    path: organizationPaths.cycle(organization.slug, id),
    language,
  });
}

async function mailAddress(
  tx: Transaction,
  kind: "invitation" | "reminder",
  cycles: readonly CycleToTell[],
  address: string,
  asked: readonly ToldRow[],
  { secret, language }: Telling,
): Promise<void> {
  const spoken = LANGUAGES.find((known) => known === asked[0]?.language) ?? language;
  const minutes = new Map(assessmentChoices(spoken).map((choice) => [choice.slug, choice.minutes]));
  const questions: { title: string; minutes: number; link: string }[] = [];
  let about: CycleToTell | undefined;
  let unsubscribe = "";
  for (const cycle of cycles) {
    const row = asked.find(({ cycleId }) => cycleId === cycle.id);
    if (!row) continue;
    const { organizationId, assessmentSlug } = cycle;
    const token = personalTokenOf(secret, { organizationId, respondentId: row.id });
    // Written each time: after the installation's secret was changed it is another one.
    await tx.respondent.updateMany({ where: { organizationId, id: row.id }, data: { linkHash: tokenHash(token) } });
    const link = new URL(paths.answer(token), publicOrigin()).href;
    questions.push({ title: assessmentTitle(assessmentSlug, spoken), minutes: minutes.get(assessmentSlug) ?? 0, link });
    unsubscribe ||= new URL(paths.unsubscribe(token), publicOrigin()).href;
    about ??= cycle;
  }
  if (!about) return;
  const { organization, openedBy, closesAt, isAnonymous } = about;
  const closes = closesAt && displayMomentIn(closesAt.toISOString(), organization.timeZone, spoken);
  await queueMail(tx, {
    kind: kind === "invitation" ? "cycle_invitation" : "cycle_reminder",
    ...{ address, language: spoken },
    values: { organization: organization.name, askedBy: openedBy, questions, closes, isAnonymous, unsubscribe },
  });
}
