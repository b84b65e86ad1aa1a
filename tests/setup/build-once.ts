import { makeReadyDatabase } from "./ready-database.ts";

/** The tests talk to the product as it is shipped: built once, when something changed. */
export default async function setup(): Promise<void> {
  const { buildWhenStale } = (await import("../../scripts/build-steps.mjs")) as { buildWhenStale(): Promise<void> };
  await buildWhenStale();
  await makeReadyDatabase();
}
