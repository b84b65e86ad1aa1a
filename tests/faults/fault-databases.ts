import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { copyReadyDatabase } from "../setup/ready-database.ts";
import { freePort, type ProductSettings } from "../setup/start-product.ts";
import { freshDatabase, postgresServer } from "../setup/test-databases.ts";

/** The load of these tests comes from many addresses: limits outlive a process where they are kept in PostgreSQL. */
const MANY_ADDRESSES = { TRUSTED_PROXY_HOPS: "1" };

/** A place for data that outlives the process which uses it. */
export type Lasting = { settings: ProductSettings; remove(): Promise<void> };

/** Both databases, each to be started on again and again; PostgreSQL only when there is a server. */
export async function lastingDatabases(): Promise<{ name: string; make(): Promise<Lasting> }[]> {
  const server = await postgresServer();
  return [{ name: "embedded", make: embedded }, ...(server ? [{ name: "PostgreSQL", make: () => onServer(server) }] : [])];
}

export function dataFolder(): { dataDirectory: string; remove(): void } {
  const dataDirectory = mkdtempSync(path.join(tmpdir(), "pinhigh-fault-"));
  return { dataDirectory, remove: () => rmSync(dataDirectory, { recursive: true, force: true }) };
}

async function embedded(): Promise<Lasting> {
  const { dataDirectory, remove } = dataFolder();
  copyReadyDatabase(dataDirectory);
  return { settings: { dataDirectory, port: await freePort(), env: MANY_ADDRESSES }, remove: async () => remove() };
}

async function onServer(server: string): Promise<Lasting> {
  const fresh = await freshDatabase(server);
  const { dataDirectory, remove } = dataFolder();
  return {
    settings: { dataDirectory, port: await freePort(), env: { ...MANY_ADDRESSES, DATABASE_URL: fresh.url } },
    remove: async () => {
      remove();
      await fresh.drop();
    },
  };
}
