import type { PGlite } from "@electric-sql/pglite";
import type pg from "pg";

/** Runs statements for a part that brings its own: one with values, or several without, of which the last one's rows are returned. */
export type RunStatements = (sql: string, values?: unknown[]) => Promise<{ rows: Record<string, unknown>[] }>;

/** On the embedded database; several stand or fall together, so that a failure leaves no transaction open on the single connection. */
export function statementsOnPGlite(db: PGlite): RunStatements {
  return async (sql, values) => {
    if (values) return db.query<Record<string, unknown>>(sql, values);
    const results = await db.transaction((tx) => tx.exec(sql));
    return { rows: (results.at(-1)?.rows ?? []) as Record<string, unknown>[] };
  };
}

/** On one connection of a PostgreSQL server. */
export function statementsOn(connection: pg.ClientBase): RunStatements {
  return async (sql, values) => {
    const result = (await connection.query<Record<string, unknown>>(sql, values)) as pg.QueryResult<Record<string, unknown>> | pg.QueryResult[];
    return { rows: (Array.isArray(result) ? result.at(-1)?.rows : result.rows) ?? [] };
  };
}

/** On any connection of a pool; one on which they failed may be in the middle of a transaction, and nobody else is given it. */
export function statementsOnPool(pool: pg.Pool): RunStatements {
  return async (sql, values) => {
    const connection = await pool.connect();
    let hasFailed = true;
    try {
      const result = await statementsOn(connection)(sql, values);
      hasFailed = false;
      return result;
    } finally {
      connection.release(hasFailed);
    }
  };
}
