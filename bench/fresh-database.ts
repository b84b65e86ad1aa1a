import { randomBytes } from "node:crypto";
import pg from "pg";
import type { Report } from "./figure.ts";

const POSTGRES = process.env["TEST_DATABASE_URL"] ?? "postgresql://postgres@127.0.0.1:5432/postgres";

export const NO_POSTGRES: Report = { figures: [], notes: ["Left out: there is no PostgreSQL at TEST_DATABASE_URL or 127.0.0.1:5432."] };

/** An empty database of a PostgreSQL server; `drop` removes it. Null when none answers. */
export async function freshDatabase(): Promise<{ url: string; drop(): Promise<void> } | null> {
  const run = async (sql: string) => {
    const client = new pg.Client({ connectionString: POSTGRES, connectionTimeoutMillis: 2_000 });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  const name = `pinhigh_bench_${randomBytes(6).toString("hex")}`;
  try {
    await run(`CREATE DATABASE ${name}`);
  } catch {
    return null;
  }
  const url = new URL(POSTGRES);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}
