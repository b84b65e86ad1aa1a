import { afterAll, beforeAll } from "vitest";
import { bindCatalog } from "#app/services/content/catalog-instance.server.ts";
import { loadContent } from "#app/services/content/load-content.server.ts";
import { storeVersions } from "#app/services/content/store-versions.server.ts";
import { answerInCycle } from "#app/services/cycles/answer-in-cycle.server.ts";
import { openCycle, openCycles } from "#app/services/cycles/open-cycle.server.ts";
import { bindDatabase } from "#app/services/db/database-instance.server.ts";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { bindPublicOrigin } from "#app/services/env/public-origin-instance.server.ts";
import { bindSessionSecret } from "#app/services/env/session-secret-instance.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { opening } from "./opening.ts";

const loaded = loadContent("content");
if (!("catalog" in loaded)) throw new Error("the content has problems");
export const { catalog } = loaded;
/** The shortest assessment there is. */
export const quiz = catalog.assessmentBySlug.get("customer-or-product-centric")!;
export const now = new Date("2027-02-03T10:00:00Z");
export const when = { language: "en", now } as const;
/** What the processes of a test share. */
export const SECRET = "what the processes of the test share";

/** A database with the catalogue in it, bound while the tests of a block run, and what is done there over and over. */
export function catalogueStage(open: () => Promise<OpenDatabase & { drop(): Promise<void> }>) {
  let database: OpenDatabase & { drop(): Promise<void> };
  beforeAll(async () => {
    database = await open();
    bindDatabase(database);
    bindCatalog(catalog);
    bindPublicOrigin("https://pinhigh.example");
    bindSessionSecret(SECRET);
    await storeVersions(database.client, catalog);
  });
  afterAll(() => database.drop());
  const db = () => database.client;
  const begin = (access: Access, period = "2027-Q1") => openCycle(db(), access, { assessment: quiz, period }, { ...when, secret: SECRET });
  const answer = (access: Access, cycle: string, secret = SECRET) => answerInCycle(db(), access, cycle, { secret, now });
  return {
    db,
    within: <T>({ organization }: Access, read: Parameters<typeof withTenant<T>>[2]) => withTenant(db(), { organizationId: organization.id }, read),
    /** Opens a cycle of the quiz. */
    begin,
    answer,
    opened: async (access: Access, period?: string) => {
      const outcome = await begin(access, period);
      if (outcome.kind !== "opened") throw new Error(outcome.kind);
      return outcome.id;
    },
    /** The same, and said to be named. */
    openedNamed: async (access: Access) => {
      const outcome = await openCycles(db(), access, [quiz], opening("2027-Q1", { isAnonymous: false }), { ...when, secret: SECRET });
      if (outcome.kind !== "opened") throw new Error(outcome.kind);
      return outcome.ids[0]!;
    },
    /** Begins to answer. @returns the token */
    answering: async (access: Access, cycle: string, secret?: string) => {
      const outcome = await answer(access, cycle, secret);
      if (outcome.kind !== "answering") throw new Error(outcome.kind);
      return outcome.takeToken;
    },
  };
}
