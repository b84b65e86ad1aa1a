import { randomUUID } from "node:crypto";
import { afterAll, beforeAll } from "vitest";
import { type OwnInitiative } from "#app/domain/board/own-initiative.ts";
import { addOwn } from "#app/services/board/add-initiative.server.ts";
import { readInitiative } from "#app/services/board/read-initiative.server.ts";
import { bindCatalog } from "#app/services/content/catalog-instance.server.ts";
import { loadContent } from "#app/services/content/load-content.server.ts";
import { bindDatabase } from "#app/services/db/database-instance.server.ts";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { withPerson } from "#app/services/db/with-person.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { bindPublicOrigin } from "#app/services/env/public-origin-instance.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { english } from "./english.ts";
import { ownInitiative } from "./own-initiative.ts";

/** The library as it is, and the day that it is in the tests of a roadmap. */
const loaded = loadContent("content");
if (!("catalog" in loaded)) throw new Error("the content has problems");
export const { catalog } = loaded;
export const NOW = new Date("2027-03-15T10:00:00Z");
export const en = { language: "en" as const, now: NOW };

/** A database with the library in it while the tests of a block run, and what is done to a roadmap there over and over. */
export function initiativeStage(open: () => Promise<OpenDatabase & { drop(): Promise<void> }>) {
  let database: OpenDatabase & { drop(): Promise<void> };
  beforeAll(async () => {
    database = await open();
    bindDatabase(database);
    bindCatalog(catalog);
    bindPublicOrigin("https://pinhigh.example");
  });
  afterAll(() => database.drop());

  const db = () => database.client;
  const own = (changed: Partial<OwnInitiative> = {}) => ownInitiative({ title: "Answer within a day", ...changed });
  const added = async (access: Access, changed: Partial<OwnInitiative> = {}) => {
    const outcome = await addOwn(db(), access, randomUUID(), own(changed), en);
    if (outcome.kind !== "added") throw new Error(outcome.kind);
    return outcome.id;
  };
  const read = (access: Access, id: string) => readInitiative(db(), access, id, english, NOW);
  const within = <T>({ organization: { id } }: Access, work: Parameters<typeof withTenant<T>>[2]) => withTenant(db(), { organizationId: id }, work);
  const actions = async (access: Access) =>
    (await within(access, (tx) => tx.auditEvent.findMany({ where: { objectKind: "initiative" }, orderBy: { id: "asc" } }))).map(({ action }) => action);
  const told = ({ person }: Access, kind: string) =>
    withPerson(db(), person, (tx) => tx.notification.findMany({ where: { kind }, orderBy: { id: "asc" }, select: { values: true, path: true } }));
  const statusOf = (work: Promise<unknown>) =>
    work.then(
      () => 200,
      (thrown: Response) => thrown.status,
    );
  return { db, own, added, read, within, actions, told, statusOf };
}
