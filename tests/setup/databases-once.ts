import { makeReadyDatabase } from "./ready-database.ts";
import { postgresServer } from "./test-databases.ts";

/** What the tests of services need once: the database client, the planner's workers, a database to copy. */
export default async function setup(): Promise<void> {
  if (!(await postgresServer())) console.log("No PostgreSQL server answers (TEST_DATABASE_URL, or a local one): only the embedded database is tested.");
  const steps = (await import("../../scripts/build-steps.mjs")) as { generateDatabaseClient(): void; buildWorkers(): Promise<void> };
  steps.generateDatabaseClient();
  await steps.buildWorkers();
  await makeReadyDatabase();
}
