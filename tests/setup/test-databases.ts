import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { copyReadyDatabase } from "./ready-database.ts";
import { openDatabase, type OpenDatabase } from "#app/services/db/open-database.server.ts";

const MIGRATIONS = "prisma/migrations";
const LOCAL = "postgresql://postgres@127.0.0.1:5432/postgres";

/** Databases to run a service's tests on: the embedded one always, PostgreSQL when there is a server. */
export async function testDatabases(): Promise<{ name: string; open(): Promise<OpenDatabase & { drop(): Promise<void> }> }[]> {
  const server = await postgresServer();
  return [{ name: "embedded", open: openEmbedded }, ...(server ? [{ name: "PostgreSQL", open: () => openOnServer(server) }] : [])];
}

/** The address of a PostgreSQL server for tests: TEST_DATABASE_URL, or a local one; null when none answers. */
export async function postgresServer(): Promise<string | null> {
  const url = process.env["TEST_DATABASE_URL"] ?? LOCAL;
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    await client.end();
    return url;
  } catch {
    return null;
  }
}

/** A fresh database on the server; `drop` removes it. */
export async function freshDatabase(server: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `pinhigh_test_${randomBytes(6).toString("hex")}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function onServer(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(sql);
  await client.end();
}

async function openEmbedded() {
  const dataDirectory = mkdtempSync(path.join(tmpdir(), "pinhigh-db-"));
  copyReadyDatabase(dataDirectory);
  const database = await openDatabase({ databaseUrl: undefined, dataDirectory, migrations: MIGRATIONS }, new Date());
  const drop = async () => {
    await database.close();
    rmSync(dataDirectory, { recursive: true, force: true });
  };
  return { ...database, drop };
}

async function openOnServer(server: string) {
  const fresh = await freshDatabase(server);
  const database = await openDatabase({ databaseUrl: fresh.url, dataDirectory: "unused", migrations: MIGRATIONS }, new Date());
  const drop = async () => {
    await database.close();
    await fresh.drop();
  };
  return { ...database, drop };
}
