import { cpSync, rmSync } from "node:fs";
import { openDatabase } from "#app/services/db/open-database.server.ts";

const READY = ".cache/test-data";

/** Makes a data folder whose database has had its migrations; once a run, for copying one is much quicker than making one. */
export async function makeReadyDatabase(): Promise<void> {
  rmSync(READY, { recursive: true, force: true });
  const database = await openDatabase({ databaseUrl: undefined, dataDirectory: READY, migrations: "prisma/migrations" }, new Date());
  await database.close();
}

/** Puts the ready database into an empty data folder. */
export function copyReadyDatabase(dataDirectory: string): void {
  cpSync(READY, dataDirectory, { recursive: true });
}
