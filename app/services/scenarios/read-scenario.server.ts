import { z } from "zod";
import { type PlanInputs, planInputsSchema } from "#app/domain/scenarios/plan-inputs.ts";
import { type Wishes, wishesSchema } from "#app/domain/scenarios/wishes.ts";
import { planOutcomeSchema, planProgressSchema } from "#app/domain/roadmap/plan-outcome-schema.ts";
import type { PlanOutcome, PlanProgress } from "#app/domain/roadmap/plan.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";

export const SCENARIO_STATES = ["waiting", "planning", "planned", "impossible"] as const;
export type ScenarioState = (typeof SCENARIO_STATES)[number];

export type Scenario = {
  id: string;
  name: string;
  firstQuarter: string;
  wishes: Wishes;
  /** Null until it has been planned for the first time. */
  inputs: PlanInputs | null;
  state: ScenarioState;
  stopAsked: boolean;
  progress: PlanProgress | null;
  /** The best plan so far, or why there is none; null before the first. */
  outcome: PlanOutcome | null;
  plannedAt: Date | null;
  createdBy: string;
  createdAt: Date;
  revision: number;
};

/** One of an organisation's; null for an id it does not have. */
export function readScenario(db: Database, { organization: { id: organizationId } }: Pick<Access, "organization">, id: string): Promise<Scenario | null> {
  return withTenant(db, { organizationId }, (tx) => scenarioIn(tx, organizationId, id));
}

/** The same inside its door. */
export async function scenarioIn(tx: Transaction, organizationId: string, id: string): Promise<Scenario | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const row = await tx.scenario.findUnique({ where: { organizationId_id: { organizationId, id } } });
  if (!row) return null;
  const { wishes, inputs, state, progress, outcome, name, firstQuarter, stopAsked, plannedAt, createdBy, createdAt, revision } = row;
  return {
    ...{ id, name, firstQuarter, stopAsked, plannedAt, createdBy, createdAt, revision },
    ...{ wishes: wishesSchema.parse(wishes), inputs: inputs === null ? null : planInputsSchema.parse(inputs) },
    ...{ state: state as ScenarioState, progress: planProgressSchema.nullable().parse(progress), outcome: planOutcomeSchema.nullable().parse(outcome) },
  };
}
