import type { Opening } from "#app/domain/cycles/opening-form.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { ASKED_ROLES } from "./asked-roles.server.ts";

/** Mails a day that an organisation may send to addresses that have not asked for any. */
export const MOST_ADDRESSES_A_DAY = 500;
const DAY_MS = 24 * 3600 * 1000;

export type Asked = Pick<Opening, "functions" | "addresses" | "respondentRole" | "workFunction" | "language">;

/** Whether an organisation may write to as many more addresses today. @param tx inside of the organisation, which is held */
export async function hasRoomFor(tx: Transaction, organizationId: string, count: number, now: Date): Promise<boolean> {
  if (count === 0) return true;
  const written = await tx.respondent.count({ where: { organizationId, memberId: null, invitedAt: { gt: new Date(now.getTime() - DAY_MS) } } });
  return written + count <= MOST_ADDRESSES_A_DAY;
}

/**
 * Lists whom a cycle asks besides everybody: the members of functions, and addresses. An address that is a member's is that member, so that
 * nobody is asked twice; who is listed already stays as they are.
 * @param tx inside of the organisation, which is held
 * @returns how many are new; where everybody is asked no member is, whether they are listed yet or not: whoever has begun is
 */
export async function addAsked(
  tx: Transaction,
  organizationId: string,
  cycleId: string,
  { functions, addresses, respondentRole, workFunction, language }: Asked,
): Promise<number> {
  const where = { organizationId, role: { in: ASKED_ROLES } };
  const select = { id: true, respondentRole: true, workFunction: true, person: { select: { email: true } } } as const;
  const there = addresses.length > 0 ? await tx.member.findMany({ where: { ...where, person: { email: { in: addresses } } }, select }) : [];
  const inFunctions = functions.length > 0 ? await tx.member.findMany({ where: { ...where, workFunction: { in: functions } }, select }) : [];
  const members = new Map([...there, ...inFunctions].map((member) => [member.id, member]));
  const known = new Set(there.map(({ person }) => person.email.toLowerCase()));
  const { count: ofMembers } = await tx.respondent.createMany({
    data: [...members.values()].map((member) => ({
      ...{ cycleId, memberId: member.id, respondentRole: member.respondentRole, workFunction: member.workFunction },
    })),
    skipDuplicates: true,
  });
  const { count: ofAddresses } = await tx.respondent.createMany({
    data: addresses.filter((address) => !known.has(address)).map((address) => ({ cycleId, address, language, respondentRole, workFunction })),
    skipDuplicates: true,
  });
  const { asksEverybody } = await tx.cycle.findUniqueOrThrow({
    where: { organizationId_id: { organizationId, id: cycleId } },
    select: { asksEverybody: true },
  });
  return (asksEverybody ? 0 : ofMembers) + ofAddresses;
}
