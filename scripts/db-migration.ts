import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { migrationDiff } from "../prisma/migration-diff.ts";

const name = process.argv[2];
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error("Name the migration in lower case with underscores: npm run db:migration add_cycles");
  process.exit(1);
}
const sql = await migrationDiff();
if (sql === "") {
  console.log("The migrations already lead to prisma/schema.prisma.");
} else {
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = path.join("prisma/migrations", `${stamp}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, "migration.sql"), sql);
  console.log(`Wrote ${folder}/migration.sql. Read it: a change is made in steps (expand, backfill, contract).`);
}
