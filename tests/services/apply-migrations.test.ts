import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { applyMigrations, type MigrationConnection } from "#app/services/db/apply-migrations.server.ts";
import { StartProblem } from "#app/services/env/read-environment.server.ts";
import { freshDatabase, postgresServer } from "../setup/test-databases.ts";

type Connected = MigrationConnection & { close(): Promise<void> };
type Place = { connect(): Promise<Connected>; drop(): Promise<void> };

const server = await postgresServer();
const places: { name: string; open(): Promise<Place> }[] = [
  { name: "embedded", open: embedded },
  ...(server ? [{ name: "PostgreSQL", open: () => onServer(server) }] : []),
];

async function embedded(): Promise<Place> {
  const db = await PGlite.create();
  const connection = {
    exec: async (sql: string) => void (await db.exec(sql)),
    rows: async (sql: string, values: string[]) => (await db.query<Record<string, unknown>>(sql, values)).rows,
    close: async () => undefined,
  };
  return { connect: async () => connection, drop: () => db.close() };
}

async function onServer(url: string): Promise<Place> {
  const fresh = await freshDatabase(url);
  const connect = async () => {
    const client = new pg.Client({ connectionString: fresh.url });
    await client.connect();
    return {
      exec: async (sql: string) => void (await client.query(sql)),
      rows: async (sql: string, values: string[]) => (await client.query<Record<string, unknown>>(sql, values)).rows,
      close: () => client.end(),
    };
  };
  return { connect, drop: () => fresh.drop() };
}

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), "pinhigh-migrations-"));
  writeFileSync(path.join(directory, "migration_lock.toml"), 'provider = "postgresql"\n');
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function migration(name: string, sql: string): void {
  mkdirSync(path.join(directory, name), { recursive: true });
  writeFileSync(path.join(directory, name, "migration.sql"), sql);
}

describe.each(places)("migrations on $name", ({ open }) => {
  let place: Place;
  let connection: Connected;
  beforeEach(async () => {
    place = await open();
    connection = await place.connect();
  });
  afterEach(async () => {
    await connection.close();
    await place.drop();
  });

  const apply = () => applyMigrations(connection, directory);
  const tables = async () =>
    (await connection.rows("SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1", [])).map((r) => r["name"]);
  const ledger = async () => (await connection.rows(`SELECT migration_name AS name FROM "_prisma_migrations" ORDER BY 1`, [])).map((r) => r["name"]);

  it("are applied in order of their names, once", async () => {
    migration("2_second", "ALTER TABLE one ADD COLUMN b int; CREATE TABLE two (a int);");
    migration("1_first", "CREATE TABLE one (a int);");
    expect(await apply()).toEqual(["1_first", "2_second"]);
    expect(await apply()).toEqual([]);
    migration("3_third", "CREATE TABLE three (a int);");
    expect(await apply()).toEqual(["3_third"]);
    expect(await ledger()).toEqual(["1_first", "2_second", "3_third"]);
    expect(await tables()).toEqual(["_prisma_migrations", "one", "three", "two"]);
  });

  it("that fail are rolled back whole, those before them stay, and a mended file goes on from there", async () => {
    migration("1_first", "CREATE TABLE one (a int); INSERT INTO one VALUES (1);");
    migration("2_second", "CREATE TABLE two (a int); UPDATE one SET a = 2; INSERT INTO nothing VALUES (1);");
    migration("3_third", "CREATE TABLE three (a int);");
    const failed = apply();
    await expect(failed).rejects.toBeInstanceOf(StartProblem);
    await expect(failed).rejects.toThrow(/^Migration 2_second failed and was rolled back: .*nothing/);
    expect(await tables()).toEqual(["_prisma_migrations", "one"]);
    expect(await connection.rows("SELECT a FROM one", [])).toEqual([{ a: 1 }]);
    expect(await ledger()).toEqual(["1_first"]);
    migration("2_second", "CREATE TABLE two (a int);");
    expect(await apply()).toEqual(["2_second", "3_third"]);
  });

  it("that were changed after they were applied stop the start", async () => {
    migration("1_first", "CREATE TABLE one (a int);");
    await apply();
    migration("1_first", "CREATE TABLE one (a int, b int);");
    migration("2_second", "CREATE TABLE two (a int);");
    await expect(apply()).rejects.toThrow("Migration 1_first was changed after it had been applied to this database. Restore the file.");
    expect(await tables()).toEqual(["_prisma_migrations", "one"]);
  });

  it("leave the lock free, whether they went well or not", async () => {
    migration("1_first", "nonsense;");
    await expect(apply()).rejects.toThrow();
    const [row] = await connection.rows(
      "SELECT count(*)::int AS held FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
      [],
    );
    expect(row).toEqual({ held: 0 });
  });

  it("that several processes begin at once are applied once", async () => {
    for (let n = 1; n <= 4; n++) migration(`${n}_step`, `CREATE TABLE step_${n} (a int); INSERT INTO step_${n} VALUES (${n});`);
    const connections = await Promise.all(Array.from({ length: server ? 8 : 1 }, () => place.connect()));
    const applied = await Promise.all(connections.slice(0, connections[0] === connections[1] ? 1 : 8).map((each) => applyMigrations(each, directory)));
    await Promise.all(connections.map((each) => each.close()));
    expect(applied.flat().sort()).toEqual(["1_step", "2_step", "3_step", "4_step"]);
    expect(await ledger()).toEqual(["1_step", "2_step", "3_step", "4_step"]);
    for (let n = 1; n <= 4; n++) expect(await connection.rows(`SELECT a FROM step_${n}`, [])).toEqual([{ a: n }]);
  });
});
