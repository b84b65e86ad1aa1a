import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@prisma/client";
import pg from "pg";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { StartProblem } from "../env/read-environment.server.ts";
import { applyMigrations } from "./apply-migrations.server.ts";
import { lockDataDirectory } from "./lock-data-directory.server.ts";
import { prepareJobs } from "./prepare-jobs.server.ts";
import { type RunStatements, statementsOn, statementsOnPGlite, statementsOnPool } from "./statement-runner.server.ts";

export type Database = PrismaClient;
export type OpenDatabase = {
  client: Database;
  kind: "embedded" | "postgresql";
  /** The pool behind a PostgreSQL client, for parts that bring their own statements; null when embedded. */
  pool: pg.Pool | null;
  /** For the job queue, which has tables of its own (decision 0016). */
  statements: RunStatements;
  close(): Promise<void>;
};

export type DatabaseSettings = { databaseUrl: string | undefined; dataDirectory: string; migrations: string };

/** From then on a connection can pass row-level security no more, whoever the database's user is (decision 0015). */
const DROP_TO_APPLICATION = "SET ROLE pinhigh_app";
/** Milliseconds. A door is one transaction; on the embedded database they queue for its single connection. */
const TRANSACTIONS = { maxWait: 10_000, timeout: 15_000 };

/** Opens the database of contract.md (PostgreSQL, or the embedded one in the data folder) and brings it up to date. */
export function openDatabase(settings: DatabaseSettings, now: Date): Promise<OpenDatabase> {
  return settings.databaseUrl ? openPostgres(settings.databaseUrl, settings) : openEmbedded(settings, now);
}

async function openEmbedded({ dataDirectory, migrations }: DatabaseSettings, now: Date): Promise<OpenDatabase> {
  const unlock = lockDataDirectory(dataDirectory, now);
  try {
    const db = await PGlite.create(path.join(dataDirectory, "postgres"));
    await applyMigrations(
      {
        exec: async (sql) => void (await db.exec(sql)),
        rows: async (sql, values) => (await db.query<Record<string, unknown>>(sql, values)).rows,
      },
      migrations,
    );
    const statements = statementsOnPGlite(db);
    await prepareJobs(statements);
    await db.exec(DROP_TO_APPLICATION);
    const client = new PrismaClient({ adapter: new PrismaPGlite(db), transactionOptions: TRANSACTIONS });
    return {
      client,
      kind: "embedded",
      pool: null,
      statements,
      close: async () => {
        await client.$disconnect();
        await db.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error instanceof StartProblem ? error : new StartProblem(`The embedded database in ${dataDirectory} did not open: ${(error as Error).message}`);
  }
}

async function openPostgres(url: string, { migrations }: DatabaseSettings): Promise<OpenDatabase> {
  const single = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await single.connect();
  } catch (error) {
    throw new StartProblem(`DATABASE_URL does not answer: ${(error as Error).message}`);
  }
  try {
    await applyMigrations(
      {
        exec: async (sql) => void (await single.query(sql)),
        rows: async (sql, values) => (await single.query<Record<string, unknown>>(sql, values)).rows,
      },
      migrations,
    );
    await prepareJobs(statementsOn(single));
  } finally {
    await single.end();
  }
  const pool = new pg.Pool({ connectionString: url, connectionTimeoutMillis: 5_000, onConnect: dropToApplication });
  // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
  pool.on("error", () => undefined);
  const client = new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions: TRANSACTIONS });
  return {
    client,
    kind: "postgresql",
    pool,
    statements: statementsOnPool(pool),
    close: async () => {
      await client.$disconnect();
      await pool.end();
    },
  };
}

async function dropToApplication(connection: pg.ClientBase): Promise<void> {
  await connection.query(DROP_TO_APPLICATION);
}
