import { z } from "zod";
import { database } from "../db/database-instance.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { readReading } from "./change-readings.server.ts";
import type { StoredKpi } from "./kpi-row.server.ts";
import { type Reading, readKpiTerms } from "./read-kpi.server.ts";

/** The KPI of an address. @throws Response 404 for an id of none, and of another organisation's */
export async function requireKpi(access: Access, id: string | undefined): Promise<StoredKpi> {
  const kpi = await readKpiTerms(database(), access, id ?? "");
  if (!kpi) throw new Response("Not found", { status: 404 });
  return kpi;
}

/** The reading of an address, and its KPI. @throws Response 404 where there is none of that day */
export async function requireReading(access: Access, id: string | undefined, day: string | undefined): Promise<{ kpi: StoredKpi; reading: Reading }> {
  const kpi = await requireKpi(access, id);
  const on = z.iso.date().safeParse(day);
  const reading = on.success ? await readReading(database(), access, { kpiId: kpi.id, on: on.data }) : null;
  if (!reading) throw new Response("Not found", { status: 404 });
  return { kpi, reading };
}
