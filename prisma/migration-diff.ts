import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm";
import { PrismaPGlite } from "pglite-prisma-adapter";

const SCHEMA = "prisma/schema.prisma";
const MIGRATIONS = "prisma/migrations";

type Diff = { exitCode: number; stdout: string | null };

/**
 * The SQL that leads from the migrations to the schema; empty when they agree. Needs no engine binary and no server:
 * Prisma's schema engine runs as WebAssembly on an embedded database in memory.
 */
export async function migrationDiff(): Promise<string> {
  const db = await PGlite.create();
  try {
    const schema = await readFile(SCHEMA, "utf8");
    const factory = bindMigrationAwareSqlAdapterFactory(new PrismaPGlite(db));
    const engine = await loadSchemaEngine();
    const instance = await engine.SchemaEngine.new({ datamodels: [[SCHEMA, schema]] }, () => undefined, factory);
    const result: Diff = await instance.diff({
      from: { tag: "migrations", ...(await readMigrations()) },
      to: { tag: "schemaDatamodel", files: [{ path: SCHEMA, content: schema }] },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    return result.exitCode === 2 ? (result.stdout ?? "") : "";
  } finally {
    await db.close();
  }
}

/** The package expects a bundler to load its .wasm; Node loads it by hand. */
async function loadSchemaEngine() {
  const require = createRequire(import.meta.url);
  const entry = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bindings = (await import("@prisma/schema-engine-wasm/schema_engine_bg")) as Record<string, WebAssembly.ImportValue> & {
    __wbg_set_wasm(exports: WebAssembly.Exports): void;
    SchemaEngine: typeof SchemaEngine;
  };
  const bytes = await readFile(path.join(path.dirname(entry), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports["__wbindgen_start"] as () => void)();
  return bindings;
}

async function readMigrations(): Promise<MigrationList> {
  const folders = (await readdir(MIGRATIONS, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((e) => e.name);
  return {
    baseDir: MIGRATIONS,
    lockfile: { path: "migration_lock.toml", content: await readFile(path.join(MIGRATIONS, "migration_lock.toml"), "utf8") },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(
      folders.sort().map(async (folder) => ({
        path: folder,
        migrationFile: {
          path: "migration.sql",
          content: { tag: "ok" as const, value: await readFile(path.join(MIGRATIONS, folder, "migration.sql"), "utf8") },
        },
      })),
    ),
  };
}
