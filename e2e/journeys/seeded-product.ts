import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type OpenDatabase, openDatabase } from "#app/services/db/open-database.server.ts";
import { freePort, startProduct, type Product } from "../../tests/setup/start-product.ts";
import { test as watched } from "./watched-test.ts";

/**
 * A product of a test's own, with something in its database before it starts: the embedded database is one process's alone.
 * @param seed makes it, and gives what the tests have to know of it; `origin` is where the product will be
 */
export function testWithSeed<Seed>(seed: (db: OpenDatabase["client"], origin: string) => Promise<Seed>) {
  return watched.extend<object, { seeded: { product: Product; seed: Seed } }>({
    seeded: [
      async ({}, use) => {
        const dataDirectory = mkdtempSync(path.join(tmpdir(), "pinhigh-e2e-"));
        const port = await freePort();
        const database = await openDatabase({ databaseUrl: undefined, dataDirectory, migrations: "prisma/migrations" }, new Date());
        const made = await seed(database.client, `http://localhost:${port}`);
        await database.close();
        const product = await startProduct({ port, dataDirectory });
        await use({ product, seed: made });
        await product.stop();
        rmSync(dataDirectory, { recursive: true, force: true });
      },
      { scope: "worker", timeout: 120_000 },
    ],
    baseURL: async ({ seeded }, use) => use(seeded.product.url),
  });
}
