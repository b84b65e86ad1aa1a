import { z } from "zod";
import { type BoardCard, workOf } from "#app/domain/board/board-card.ts";
import type { PlanLimits } from "#app/domain/board/quarter-load.ts";
import { planSettingsSchema } from "#app/domain/roadmap/plan-settings.ts";
import type { Language } from "#app/words/language.ts";
import { initiativesIn } from "../content/content-in-language.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { organizationDayIn } from "../kpis/organization-day.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { type BoardInitiative, boardInitiatives } from "./read-board.server.ts";

export type Roadmap = {
  /** Where the organisation is, an ISO date. */
  today: string;
  cards: BoardCard[];
  /** What the plan that was adopted last allows; null: none was adopted. */
  limits: PlanLimits | null;
  /** What those are called that something on the board rests on and that are not on it, by their ids in plans. */
  titles: Record<string, string>;
};

/** Everything on an organisation's roadmap, and what its plan allows. */
export function readRoadmap(db: Database, { organization }: Pick<Access, "organization">, language: Language, now: Date): Promise<Roadmap> {
  const organizationId = organization.id;
  return withTenant(db, { organizationId }, async (tx) => {
    const cards = (await boardInitiatives(tx, organizationId, language)).map((initiative) => cardOf(initiative, language));
    return {
      ...{ today: await organizationDayIn(tx, organizationId, now), cards, limits: await limitsIn(tx, organizationId) },
      titles: titlesOf(cards, language),
    };
  });
}

function cardOf({ source, ...initiative }: BoardInitiative, language: Language): BoardCard {
  const inLibrary = initiative.isOwn ? null : initiativesIn(language).initiativeById.get(initiative.planId);
  return { ...initiative, language: inLibrary?.language ?? null, pillars: source?.pillars ?? [], work: source && workOf(source) };
}

function titlesOf(cards: readonly BoardCard[], language: Language): Record<string, string> {
  const onBoard = new Set(cards.map(({ planId }) => planId));
  const absent = cards.flatMap(({ work }) => work?.requires ?? []).filter((id) => !onBoard.has(id));
  return Object.fromEntries(absent.map((id) => [id, initiativesIn(language).initiativeById.get(id)?.title ?? id]));
}

const inputsSchema = z.object({ settings: planSettingsSchema });

async function limitsIn(tx: Transaction, organizationId: string): Promise<PlanLimits | null> {
  const latest = await tx.roadmapAdoption.findFirst({
    where: { organizationId },
    orderBy: [{ adoptedAt: "desc" }, { id: "desc" }],
    select: { firstQuarter: true, inputs: true },
  });
  if (!latest) return null;
  const { quarters, capacity, budget } = inputsSchema.parse(latest.inputs).settings;
  return { firstQuarter: latest.firstQuarter, settings: { quarters, capacity, ...(budget ? { budget } : {}) } };
}
