import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { JOB_SCHEMA } from "#app/services/db/prepare-jobs.server.ts";
import type { Transaction } from "#app/services/db/pass-door.server.ts";
import { asOwner, undone } from "../setup/as-owner.ts";
import { type CatalogueTable, readCatalogue } from "../setup/read-catalogue.ts";
import { testDatabases } from "../setup/test-databases.ts";

const databases = await testDatabases();

/** Tables that belong to no organisation and no single person, why, and what the doors may do with them. */
const GLOBAL: Record<string, { why: string; tenantMay: string[] }> = {
  _prisma_migrations: { why: "which migrations there were", tenantMay: [] },
  assessment_version: { why: "what was asked, the same for everybody, found by its content", tenantMay: ["SELECT"] },
  operator_event: { why: "what operators did for the whole installation; a person reads the lines that name them", tenantMay: ["SELECT"] },
  benchmark_member: { why: "which shared results stand in a benchmark, without what they say; a policy shows everybody their own", tenantMay: ["SELECT"] },
  benchmark_snapshot: { why: "when a benchmark was made, the same for everybody", tenantMay: ["SELECT"] },
  benchmark_cohort: { why: "figures of at least eleven organisations together, the same for everybody", tenantMay: ["SELECT"] },
  benchmark_best: { why: "figures of at least ten organisations together, the same for everybody", tenantMay: ["SELECT"] },
  plan: { why: "a cache, found by the hash of all that a plan was computed from", tenantMay: [] },
  reference_set: { why: "what others published, brought in by whoever runs the installation, the same for everybody", tenantMay: ["SELECT"] },
  reference_value: { why: "the figures of a reference set", tenantMay: ["SELECT"] },
  rate_limit: { why: "counters of addresses, hashed, for a quarter of an hour at most", tenantMay: [] },
  mail: { why: "on its way to an address, which may have no account", tenantMay: ["INSERT"] },
  [JOB_SCHEMA]: { why: "the job queue's own schema: which jobs are due, and nothing of anybody's", tenantMay: [] },
  verification: { why: "a link that was sent before anybody is known", tenantMay: [] },
};

/** Columns that name something and are no key, and why. */
const NO_KEY: Record<string, string> = {
  "roadmap_adoption.scenario_id": "scenarios are removed; what was adopted stays told",
  "audit_event.person_id": "who it was stays told after they are gone, until they are erased",
  "audit_event.session_id": "sessions end; the trail stays",
};

/** What is wrong with a database's tables; nothing, when each is kept apart by the database itself. */
function problemsOf(tables: readonly CatalogueTable[]): string[] {
  const owned = new Map(tables.filter(({ columns }) => columns.some(({ name }) => name === "organization_id")).map((table) => [table.name, table]));
  return tables.flatMap((table) => {
    const wrong = (problem: string) => `${table.name}: ${problem}`;
    if (table.name === "organization" || table.name === "person") return unsecured(table).map(wrong);
    if (owned.has(table.name)) return [...unsecured(table), ...looseKeys(table, owned)].map(wrong);
    if (isPersons(table)) return (table.tenantMay.length > 0 ? unsecured(table) : []).map(wrong);
    const known = GLOBAL[table.name.startsWith(`${JOB_SCHEMA}.`) ? JOB_SCHEMA : table.name];
    if (!known) return [wrong("belongs to no organisation and no person, and is not on the list")];
    return String(known.tenantMay) === String(table.tenantMay) ? [] : [wrong(`the doors may ${table.tenantMay.join() || "nothing"}`)];
  });
}

function unsecured({ columns, secured, forced, policies }: CatalogueTable): string[] {
  const loose = columns.some(({ name, required }) => name === "organization_id" && !required);
  return [
    ...(loose ? ["organization_id may be null"] : []),
    ...(secured ? [] : ["row-level security is off"]),
    ...(forced ? [] : ["row-level security is not forced"]),
    ...(policies.length > 0 ? [] : ["has no policy"]),
  ];
}

/** A key to another tenant's table that does not hold the organisation, and a name of something that is no key at all. */
function looseKeys({ name, columns, keys }: CatalogueTable, owned: ReadonlyMap<string, CatalogueTable>): string[] {
  const required = new Set(columns.filter((column) => column.required).map((column) => column.name));
  const crossing = keys.filter(({ target, columns: from, targetColumns }) => {
    const through = from[targetColumns.indexOf("organization_id")];
    return owned.has(target) && (through === undefined || !required.has(through));
  });
  const unkeyed = columns.filter((column) => column.name.endsWith("_id") && column.type === "uuid" && !keys.some((key) => key.columns.includes(column.name)));
  return [
    ...crossing.map((key) => `its key to ${key.target} does not hold the organisation`),
    ...unkeyed.filter((column) => !NO_KEY[`${name}.${column.name}`]).map((column) => `${column.name} is no key`),
    ...(keys.some((key) => String(key.columns) === "organization_id" && key.target === "organization" && key.whenDeleted === "c") ||
    keys.some(({ target }) => owned.has(target))
      ? []
      : ["does not go with its organisation"]),
  ];
}

/** Belongs to one person and goes with them. */
function isPersons({ columns, keys }: CatalogueTable): boolean {
  return (
    columns.some(({ name, required }) => name === "person_id" && required) &&
    keys.some(({ columns: from, target, whenDeleted }) => String(from) === "person_id" && target === "person" && whenDeleted === "c")
  );
}

describe.each(databases)("the catalogue, on $name", ({ open }) => {
  let database: OpenDatabase & { drop(): Promise<void> };
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.drop());

  const problems = async (tx: Transaction) => problemsOf(await readCatalogue(tx));

  it("keeps every table apart by itself, or lists it with a reason", async () => {
    expect(await asOwner(database.client, problems)).toEqual([]);
    const names = (await asOwner(database.client, readCatalogue)).map(({ name }) => name);
    expect(Object.keys(GLOBAL).filter((name) => !names.some((each) => each === name || each.startsWith(`${name}.`)))).toEqual([]);
  });

  const COLUMNS = "organization_id uuid NOT NULL REFERENCES organization(id) ON DELETE CASCADE";
  const SECURED =
    "ALTER TABLE extra ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY; CREATE POLICY tenant ON extra USING (organization_id = app_organization_id())";

  it.each([
    ["a table of nobody's", "CREATE TABLE extra (id uuid)", ["belongs to no organisation and no person, and is not on the list"]],
    ["a view", "CREATE VIEW extra AS SELECT id FROM member", ["belongs to no organisation and no person, and is not on the list"]],
    ["one without security", `CREATE TABLE extra (${COLUMNS})`, ["row-level security is off", "row-level security is not forced", "has no policy"]],
    [
      "one that its owner passes",
      `CREATE TABLE extra (${COLUMNS}); ${SECURED}; ALTER TABLE extra NO FORCE ROW LEVEL SECURITY`,
      ["row-level security is not forced"],
    ],
    ["one that may belong to none", `CREATE TABLE extra (${COLUMNS.replace("NOT NULL", "")}); ${SECURED}`, ["organization_id may be null"]],
    [
      "one that stays behind",
      `CREATE TABLE extra (organization_id uuid NOT NULL); ${SECURED}`,
      ["organization_id is no key", "does not go with its organisation"],
    ],
    ["one that names a foreign row", `CREATE TABLE extra (${COLUMNS}, member_id uuid NOT NULL); ${SECURED}`, ["member_id is no key"]],
    [
      "one with a key that crosses",
      `CREATE TABLE extra (${COLUMNS}, response_id uuid REFERENCES response(id)); ${SECURED}`,
      ["its key to response does not hold the organisation"],
    ],
    [
      "a person's that the doors read",
      "CREATE TABLE extra (person_id uuid NOT NULL REFERENCES person(id) ON DELETE CASCADE); GRANT SELECT ON extra TO pinhigh_tenant",
      ["row-level security is off", "row-level security is not forced", "has no policy"],
    ],
    ["a list that the doors may write to", "GRANT UPDATE ON assessment_version TO pinhigh_tenant", ["assessment_version: the doors may SELECT,UPDATE"]],
  ])("fails for %s", async (_, statements, expected) => {
    const found = await undone(
      (work) => asOwner(database.client, work),
      async (tx) => {
        for (const statement of statements.split(";")) await tx.$executeRawUnsafe(statement);
        return problems(tx);
      },
    );
    expect(found).toEqual(expected.map((problem) => (problem.includes(": ") ? problem : `extra: ${problem}`)));
  });

  it("is fine with a new table that is kept apart", async () => {
    const found = await undone(
      (work) => asOwner(database.client, work),
      async (tx) => {
        for (const statement of `CREATE TABLE extra (${COLUMNS}); ${SECURED}`.split(";")) await tx.$executeRawUnsafe(statement);
        return problems(tx);
      },
    );
    expect(found).toEqual([]);
  });
});
