import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { StartProblem } from "../env/read-environment.server.ts";

/** The little of a database that migrating needs; one connection, so that the lock and the transaction are the same one's. */
export type MigrationConnection = {
  exec(sql: string): Promise<void>;
  rows(sql: string, values: string[]): Promise<Record<string, unknown>[]>;
};

/** The number Prisma's own migration command locks on, so that the two exclude each other. */
const ADVISORY_LOCK = 72707369;

/** The table as `prisma migrate deploy` makes it, so that it stays an equal alternative. */
const LEDGER = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`;

/**
 * Applies the pending `migration.sql` files in order, each in a transaction of its own.
 * @returns the names of those applied
 * @throws StartProblem when a file that was applied has changed since, or one fails
 */
export async function applyMigrations(connection: MigrationConnection, directory: string): Promise<string[]> {
  await connection.exec(`SELECT pg_advisory_lock(${ADVISORY_LOCK})`);
  try {
    await connection.exec(LEDGER);
    const applied = await readLedger(connection);
    const done: string[] = [];
    for (const migration of readMigrations(directory)) {
      const checksum = applied.get(migration.name);
      if (checksum === undefined) {
        await apply(connection, migration);
        done.push(migration.name);
      } else if (checksum !== migration.checksum) {
        throw new StartProblem(`Migration ${migration.name} was changed after it had been applied to this database. Restore the file.`);
      }
    }
    return done;
  } finally {
    await connection.exec(`SELECT pg_advisory_unlock(${ADVISORY_LOCK})`);
  }
}

type Migration = { name: string; sql: string; checksum: string };

function readMigrations(directory: string): Migration[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(directory, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

async function readLedger(connection: MigrationConnection): Promise<Map<string, string>> {
  const rows = await connection.rows(`SELECT migration_name, checksum FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`, []);
  return new Map(rows.map((row) => [String(row["migration_name"]), String(row["checksum"])]));
}

async function apply(connection: MigrationConnection, { name, sql, checksum }: Migration): Promise<void> {
  await connection.exec("BEGIN");
  try {
    await connection.exec(sql);
    await connection.rows(`INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), 1)`, [
      randomUUID(),
      checksum,
      name,
    ]);
    await connection.exec("COMMIT");
  } catch (error) {
    await connection.exec("ROLLBACK");
    throw new StartProblem(`Migration ${name} failed and was rolled back: ${(error as Error).message}`);
  }
}
