import { Prisma } from "@prisma/client";
import { isAgreed } from "#app/domain/agreement/consensus.ts";
import { shownFigures } from "#app/domain/agreement/older-figures.ts";
import type { TeamResult } from "#app/domain/agreement/team-result-shape.ts";
import type { OrganizationFile } from "#app/domain/export/organization-file.ts";
import type { ConsensusEntry, TeamResultEntry } from "#app/domain/export/team-entries.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { rowFromAnswer } from "../responses/stored-answer.server.ts";
import { agreedFromRow, AGREED_COLUMNS } from "../results/agreed-answers.server.ts";
import type { NewIds, WriteInPortions } from "./import-organization.server.ts";
import type { Last, Portion } from "./organization-entries.server.ts";

/** What the teams of an organisation scored and agreed on, on its way into a file and out of one. */

/** A portion of the team results, the oldest first. */
export async function teamResultEntries(tx: Transaction, organizationId: string, after: Last | null, most: number): Promise<Portion> {
  const rows = await tx.teamResult.findMany({
    where: { organizationId, ...(after && { OR: [{ computedAt: { gt: after.at } }, { computedAt: after.at, cycleId: { gt: after.id } }] }) },
    orderBy: [{ computedAt: "asc" }, { cycleId: "asc" }],
    take: most,
    select: { cycleId: true, number: true, respondents: true, asked: true, figures: true, computedAt: true, cycle: { select: { isAnonymous: true } } },
  });
  const entries = rows.map(({ cycleId, computedAt, cycle, figures, ...row }) => ({
    ...{ ...row, cycle: cycleId, computedAt: computedAt.toISOString(), figures: shownFigures(figures as TeamResult, cycle) },
  }));
  const last = rows.at(-1);
  return { entries, next: last && rows.length === most ? { at: last.computedAt, id: last.cycleId } : null };
}

/** All that was agreed on; there is one for a question of a cycle at most. */
export async function consensusEntries(tx: Transaction, organizationId: string): Promise<ConsensusEntry[]> {
  const rows = await tx.consensusAnswer.findMany({
    where: { organizationId },
    orderBy: [{ cycleId: "asc" }, { itemId: "asc" }],
    select: { ...AGREED_COLUMNS, cycleId: true },
  });
  return rows.flatMap(({ cycleId, ...row }) => {
    const { setAt, ...agreed } = agreedFromRow(row);
    return isAgreed(agreed.answer) ? [{ ...agreed, cycle: cycleId, setAt: setAt.toISOString() }] : [];
  });
}

/** Writes both into the organisation that is being made. */
export async function insertTeamEntries(
  write: WriteInPortions,
  { teamResults, consensusAnswers }: Pick<OrganizationFile, "teamResults" | "consensusAnswers">,
  ids: NewIds,
): Promise<void> {
  await write(
    teamResults,
    (tx, portion) => tx.teamResult.createMany({ data: portion.map((entry) => teamResultRow(entry, ids)) }),
    ({ figures }) => 1 + figures.items.length,
  );
  await write(consensusAnswers, (tx, portion) => tx.consensusAnswer.createMany({ data: portion.map((entry) => consensusRow(entry, ids)) }));
}

/** Has those results computed that the file does not hold. Last: before all answers are there they would be wrong. */
export async function askForMissingResults(tx: Transaction, organizationId: string): Promise<void> {
  await tx.cycle.updateMany({ where: { organizationId, closedAt: { not: null }, teamResults: { none: {} } }, data: { isResultDue: true } });
}

function teamResultRow({ cycle, figures, ...entry }: TeamResultEntry, ids: NewIds): Prisma.TeamResultCreateManyInput {
  return { ...entry, cycleId: ids.get(cycle)!, method: figures.method, figures };
}

function consensusRow({ cycle, item, answer, ...entry }: ConsensusEntry, ids: NewIds): Prisma.ConsensusAnswerCreateManyInput {
  const { state, value } = rowFromAnswer(answer);
  return { ...entry, cycleId: ids.get(cycle)!, itemId: item, state, value: value ?? Prisma.DbNull };
}
