import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Database, OpenDatabase } from "../db/open-database.server.ts";
import { withOperator } from "../db/with-operator.server.ts";
import { listQueues, type QueueRow } from "./list-jobs.server.ts";

export type Health = {
  counts: { organizations: number; leaving: number; people: number; operators: number; responses: number };
  mails: { waiting: number; failed: number };
  queues: QueueRow[];
  database: { kind: OpenDatabase["kind"]; version: string };
  migrations: { applied: number; newest: string | null };
  software: { version: string; node: string; upSince: Date };
};

/** How the installation stands at this moment. The process is the one that answers; of several each has its own age. */
export async function readHealth(db: Database, kind: OpenDatabase["kind"], now: Date): Promise<Health> {
  return withOperator(db, async (tx) => {
    const [figures] = await tx.$queryRaw<(Health["counts"] & Health["mails"] & { version: string; applied: number; newest: string | null })[]>`SELECT
      (SELECT count(*)::int FROM organization WHERE kind <> 'nobody') AS organizations,
      (SELECT count(*)::int FROM organization WHERE kind <> 'nobody' AND erase_after IS NOT NULL) AS leaving,
      (SELECT count(*)::int FROM person) AS people,
      (SELECT count(*)::int FROM person WHERE operator_since IS NOT NULL) AS operators,
      (SELECT count(assessment_hash)::int FROM response) AS responses,
      (SELECT count(*)::int FROM mail WHERE sent_at IS NULL AND failed_at IS NULL) AS waiting,
      (SELECT count(*)::int FROM mail WHERE failed_at IS NOT NULL) AS failed,
      (SELECT count(*)::int FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL) AS applied,
      (SELECT max(migration_name) FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL) AS newest,
      current_setting('server_version') AS version`;
    const { organizations, leaving, people, operators, responses, waiting, failed, applied, newest, version } = figures!;
    return {
      counts: { organizations, leaving, people, operators, responses },
      mails: { waiting, failed },
      queues: await listQueues(tx),
      database: { kind, version },
      migrations: { applied, newest },
      software: { version: softwareVersion(), node: process.versions.node, upSince: new Date(now.getTime() - process.uptime() * 1000) },
    };
  });
}

/** The product runs from the folder it stands in. */
function softwareVersion(): string {
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync("package.json", "utf8"))).version;
}
