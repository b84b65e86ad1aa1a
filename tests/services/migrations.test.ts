import { describe, expect, it } from "vitest";
import { migrationDiff } from "../../prisma/migration-diff.ts";
import { testDatabases } from "../setup/test-databases.ts";

const databases = await testDatabases();

describe("migrations", () => {
  it("lead to exactly the schema", async () => {
    expect(await migrationDiff()).toBe("");
  });

  it.each(databases)("are recorded once with their checksum on $name", async ({ open }) => {
    const database = await open();
    try {
      const rows = await database.client.$queryRaw<{ migration_name: string; checksum: string }[]>`SELECT migration_name, checksum FROM _prisma_migrations`;
      expect(new Set(rows.map((r) => r.migration_name)).size).toBe(rows.length);
      expect(rows.every((r) => /^[0-9a-f]{64}$/.test(r.checksum))).toBe(true);
    } finally {
      await database.drop();
    }
  });
});
