import { makeReadyDatabase } from "./ready-database.ts";
import { postgresServer } from "./test-databases.ts";

/** The tests talk to the product as it is shipped: built once, when something changed. */
export default async function setup(): Promise<void> {
  if (!(await postgresServer())) console.log("No PostgreSQL server answers (TEST_DATABASE_URL, or a local one): only the embedded database is tested.");
  const { buildWhenStale } = (await import("../../scripts/build-steps.mjs")) as { buildWhenStale(): Promise<void> };
  await buildWhenStale();
  await makeReadyDatabase();
}
