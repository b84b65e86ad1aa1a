import type { Params } from "@remix-run/react";
import type { Action } from "#app/domain/access/can.ts";
import { database } from "../db/database-instance.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { requireAccess } from "../tenancy/require-access.server.ts";
import { readScenario, type Scenario } from "./read-scenario.server.ts";

/** A scenario of the organisation of an address, for somebody who may do something with it. @throws Response as `requireAccess`; 404 where there is none */
export async function requireScenario(request: Request, params: Params, action: Action): Promise<{ access: Access; scenario: Scenario }> {
  const access = await requireAccess(request, params["org"], action);
  const scenario = await readScenario(database(), access, params["scenario"] ?? "");
  if (!scenario) throw new Response("Not found", { status: 404 });
  return { access, scenario };
}
