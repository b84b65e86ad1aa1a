import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@prisma/client";
import type { SqlDriverAdapterFactory, SqlQuery } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { openDatabase } from "#app/services/db/open-database.server.ts";
import { copyReadyDatabase } from "./ready-database.ts";
import { freshDatabase, postgresServer } from "./test-databases.ts";

/** One database, as the product sees it and as it would with its own filters forgotten. */
export type TwoViews = { whole: PrismaClient; forgetful: PrismaClient; forgotten(): number; drop(): Promise<void> };

/** What says whose a row is, compared with a value: in what Prisma writes and in statements of our own. */
const FILTER = /(?:"?\w+"?\.)*"?\b(?:organization_id|consultancy_id|person_id|slug)\b"?\s*=\s*\$(\d+)(?:::\w+)?/g;

export async function viewsOf(): Promise<{ name: string; open(): Promise<TwoViews> }[]> {
  const server = await postgresServer();
  return [{ name: "embedded", open: onEmbedded }, ...(server ? [{ name: "PostgreSQL", open: () => onServer(server) }] : [])];
}

async function onEmbedded(): Promise<TwoViews> {
  const directory = mkdtempSync(path.join(tmpdir(), "pinhigh-db-"));
  copyReadyDatabase(directory);
  const db = await PGlite.create(path.join(directory, "postgres"));
  await db.exec("SET ROLE pinhigh_app");
  return views(
    () => new PrismaPGlite(db),
    async () => {
      await db.close();
      rmSync(directory, { recursive: true, force: true });
    },
  );
}

async function onServer(server: string): Promise<TwoViews> {
  const fresh = await freshDatabase(server);
  await (await openDatabase({ databaseUrl: fresh.url, dataDirectory: "unused", migrations: "prisma/migrations" }, new Date())).close();
  const pool = new pg.Pool({ connectionString: fresh.url, onConnect: async (connection) => void (await connection.query("SET ROLE pinhigh_app")) });
  // Dropping the database ends connections that are still closing.
  pool.on("connect", (connection) => void connection.on("error", () => undefined));
  return views(
    () => new PrismaPg(pool),
    async () => {
      await pool.end();
      await fresh.drop();
    },
  );
}

function views(adapter: () => SqlDriverAdapterFactory, drop: () => Promise<void>): TwoViews {
  let count = 0;
  const forget = (query: SqlQuery): SqlQuery => ({
    ...query,
    // The value stays in the statement, or its type could not be told.
    sql: query.sql.replace(FILTER, (_, value: string) => {
      count++;
      return `($${value}::text IS NOT NULL)`;
    }),
  });
  const [whole, forgetful] = [new PrismaClient({ adapter: adapter() }), new PrismaClient({ adapter: forgetting(adapter(), forget) })];
  const close = async () => {
    await Promise.all([whole.$disconnect(), forgetful.$disconnect()]);
    await drop();
  };
  return { whole, forgetful, forgotten: () => count, drop: close };
}

/** Every statement goes through `forget` before it reaches the database, in transactions and outside of them. */
function forgetting<T extends object>(target: T, forget: (query: SqlQuery) => SqlQuery): T {
  return new Proxy(target, {
    get(of, name) {
      const value: unknown = Reflect.get(of, name, of);
      if (typeof value !== "function") return value;
      const call = value.bind(of) as (...given: unknown[]) => unknown;
      if (name === "queryRaw" || name === "executeRaw") return (query: SqlQuery) => call(forget(query));
      if (name === "connect" || name === "startTransaction") return async (...given: unknown[]) => forgetting((await call(...given)) as object, forget);
      return call;
    },
  });
}
