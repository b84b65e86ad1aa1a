import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import type { Transaction } from "#app/services/db/pass-door.server.ts";
import { withOperator } from "#app/services/db/with-operator.server.ts";
import { withPerson } from "#app/services/db/with-person.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { withToken } from "#app/services/db/with-token.server.ts";
import { anyTenants, clear, KEYS, keyOf, NOBODY, plant, type Row, TENANT_TABLES, type Tenants, type TenantTable } from "../factories/random-tenants.ts";
import { asOwner, becomeOwner, undone } from "../setup/as-owner.ts";
import { testDatabases } from "../setup/test-databases.ts";
import { belongsTo, visibleToOperator, visibleToPerson, visibleToTenant, visibleToToken, type Visible } from "../oracle/visibility-oracle.ts";

const databases = await testDatabases();
const now = new Date();
const WORLDS = 10;
/** The tables whose rows belong to one organisation. */
const OWNED = TENANT_TABLES.filter((table) => !["person", "organization", "notification_preference"].includes(table));

type Door = <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>;

describe.each(databases)("whatever a query forgets to filter, on $name", ({ open }) => {
  let database: OpenDatabase & { drop(): Promise<void> };
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.drop());

  const tenant =
    (id: unknown): Door =>
    (work) =>
      withTenant(database.client, { organizationId: String(id) }, work);
  const person =
    (id: unknown): Door =>
    (work) =>
      withPerson(database.client, { personId: String(id) }, work);
  const token =
    (tokenHash: unknown): Door =>
    (work) =>
      withToken(database.client, { tokenHash: String(tokenHash) }, work);
  const operator: Door = (work) => withOperator(database.client, work);

  /** Every door there is into a world, and what may be seen through it. */
  function doorsOf(world: Tenants): { name: string; door: Door; sees: Visible }[] {
    const tokens = [...world.invitation, ...world.engagement_offer, ...world.open_link].map((row) => row["token_hash"]);
    tokens.push(...world.respondent.map((row) => row["link_hash"]), ...world.api_key.map((row) => row["key_hash"]));
    tokens.push(...world.response.flatMap((row) => [row["take_token_hash"], row["result_token_hash"]]), "f".repeat(64));
    return [
      ...world.organization.map(({ id }) => ({ name: `tenant ${String(id)}`, door: tenant(id), sees: visibleToTenant(world, id) })),
      ...world.person.map(({ id }) => ({ name: `person ${String(id)}`, door: person(id), sees: visibleToPerson(world, id, now) })),
      ...tokens.map((hash) => ({ name: `token ${String(hash)}`, door: token(hash), sees: visibleToToken(world, hash) })),
      { name: "operator", door: operator, sees: visibleToOperator(world) },
    ];
  }

  /** Runs a property over random worlds, each planted before and cleared after. */
  async function inWorlds(property: (world: Tenants) => Promise<void>): Promise<void> {
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (g) => {
        const world = anyTenants(g, now);
        await asOwner(database.client, (tx) => plant(tx, world));
        try {
          await property(world);
        } finally {
          await asOwner(database.client, clear);
        }
      }),
      { numRuns: WORLDS, endOnFailure: true },
    );
  }

  it("every table read through every door gives what the door may see, and nothing else", async () => {
    await inWorlds(async (world) => {
      for (const { name, door, sees } of doorsOf(world)) {
        const readable = TENANT_TABLES.filter((table) => sees[table]);
        expect(await door((tx) => keysIn(tx, readable)), name).toEqual(
          readable.flatMap((table) => sees[table]!.map((row) => `${table} ${keyOf(table, row)}`)).sort(),
        );
      }
      for (const table of TENANT_TABLES.filter((each) => !visibleToOperator(world)[each])) {
        await expect(
          operator((tx) => keysIn(tx, [table])),
          table,
        ).rejects.toThrow("permission denied");
      }
    });
  }, 300_000);

  it("every table updated and emptied through every door leaves the rows of others as they were", async () => {
    await inWorlds(async (world) => {
      for (const { name, door } of doorsOf(world)) {
        const others = async (tx: Transaction) => (await everything(tx)).filter(({ table, row }) => !belongsTo(world, table, row, name));
        const before = await asOwner(database.client, others);
        for (const statements of [TENANT_TABLES.flatMap(updates), TENANT_TABLES.map((table) => `DELETE FROM "${table}"`)]) {
          const after = await undone(door, async (tx) => {
            const done = await tryAll(tx, statements);
            if (name.startsWith("tenant")) expect(done).toBeGreaterThan(8);
            await becomeOwner(tx);
            return others(tx);
          });
          expect(after, name).toEqual(before);
        }
      }
    });
  }, 300_000);

  it("no row is moved to another organisation, made in one, or bound to a row of one", async () => {
    let inside = 0;
    await inWorlds(async (world) => {
      const before = await asOwner(database.client, everything);
      for (const { id } of world.organization) inside += await undone(tenant(id), (tx) => tryAll(tx, intrusions(world, String(id))));
      for (const { id } of world.organization) {
        const own = String(id);
        const into = [NOBODY, ...world.organization.map((row) => String(row["id"])).filter((each) => each !== own)];
        const attacks = [...OWNED.flatMap((table) => moves(table, into)), ...into.flatMap((other) => intrusions(world, other)), ...bindings(world, own)];
        const after = await undone(tenant(own), async (tx) => {
          await tryAll(tx, attacks);
          await becomeOwner(tx);
          return everything(tx);
        });
        expect(after, own).toEqual(before);
      }
    });
    // The same statements from inside are carried out: what stops them is where they come from.
    expect(inside).toBeGreaterThan(0);
  }, 300_000);
});

const EVERYTHING = TENANT_TABLES.map((table) => `SELECT '${table}' AS "table", to_jsonb(t) AS row FROM "${table}" t`).join(" UNION ALL ");

/** Columns in which a tenant row names another tenant row. */
const REFERENCES: [TenantTable, string, TenantTable][] = [
  ["engagement_offer", "member_id", "member"],
  ["response", "cycle_id", "cycle"],
  ["response", "member_id", "member"],
  ["response", "respondent_id", "respondent"],
  ["cycle", "series_id", "cycle_series"],
  ["respondent", "cycle_id", "cycle"],
  ["respondent", "member_id", "member"],
  ["open_link", "cycle_id", "cycle"],
  ["team_result", "cycle_id", "cycle"],
  ["benchmark_contribution", "cycle_id", "cycle"],
  ["cycle_change", "from_cycle_id", "cycle"],
  ["cycle_change", "to_cycle_id", "cycle"],
  ["consensus_answer", "cycle_id", "cycle"],
  ["evidence", "owner_id", "member"],
  ["evidence_file", "evidence_id", "evidence"],
  ["evidence_file", "stored_id", "stored_file"],
  ["file_chunk", "file_id", "stored_file"],
  ["kpi", "owner_id", "member"],
  ["roadmap_initiative", "owner_id", "member"],
  ["roadmap_step", "initiative_id", "roadmap_initiative"],
  ["roadmap_note", "initiative_id", "roadmap_initiative"],
  ["roadmap_attachment", "initiative_id", "roadmap_initiative"],
  ["roadmap_file", "attachment_id", "roadmap_attachment"],
  ["roadmap_file", "stored_id", "stored_file"],
  ["kpi_reading", "kpi_id", "kpi"],
  ["idempotent_request", "api_key_id", "api_key"],
  ["answer", "response_id", "response"],
  ["result", "response_id", "response"],
  ["portfolio_member", "portfolio_id", "portfolio"],
  ["portfolio_member", "response_id", "response"],
];

/** Whatever a table has that can be set without breaking a rule of its own, for all rows at once. */
function updates(table: TenantTable): string[] {
  const settings: Record<TenantTable, string[]> = {
    person: ["name = 'changed'"],
    organization: ["name = 'changed'", "erase_after = now()"],
    member: ["role = 'owner'", "person_id = person_id"],
    invitation: ["role = 'owner'"],
    engagement_offer: ["scopes = '{see_results}'"],
    engagement: ["scopes = '{see_results,edit_roadmap,run_assessments}'", "ends_on = NULL", "ended_at = now()"],
    engagement_assignment: ["created_at = now()"],
    cycle_series: ["days_open = 1"],
    cycle: ["period = 'changed'"],
    respondent: ["has_answered = NOT has_answered"],
    open_link: ["revoked_at = now()"],
    mail_refusal: ["refused_at = now()"],
    team_result: ["figures = '{}'"],
    benchmark_contribution: ["family = 'changed'"],
    cycle_change: ["figures = '{}'"],
    consensus_answer: ["reason = 'changed'"],
    evidence: ["title = 'changed'"],
    evidence_file: ["name = 'changed'"],
    stored_file: ["is_kept = NOT is_kept"],
    file_chunk: ["content = '\\x42'"],
    milestone: ["title = 'changed'"],
    scenario: ["name = 'changed'"],
    roadmap_adoption: ["adopted_by = 'changed'", "note = 'changed'"],
    roadmap_initiative: ["state = 'done'"],
    roadmap_step: ["text = 'changed'"],
    roadmap_note: ["text = 'changed'"],
    roadmap_attachment: ["title = 'changed'"],
    roadmap_file: ["name = 'changed'"],
    kpi: ["name = 'changed'"],
    kpi_reading: ["value = 2"],
    api_key: ["scope = 'write'"],
    idempotent_request: ["status = 201"],
    response: ["submitted_at = now()"],
    answer: ["comment = 'changed'"],
    result: ["method = 'changed'"],
    portfolio: ["created_at = now()"],
    portfolio_member: ["sealed_token = 'changed'"],
    audit_event: ["actor_name = 'changed'", "at = now()"],
    notification: ["read_at = now()", "person_id = person_id"],
    notification_preference: ["by_mail = NOT by_mail"],
  };
  return settings[table].map((setting) => `UPDATE "${table}" SET ${setting}`);
}

/** The keys of all rows of these tables, sorted. */
async function keysIn(tx: Transaction, tables: readonly TenantTable[]): Promise<string[]> {
  const parts = tables.map((table) => `SELECT concat_ws(' ', '${table}', concat_ws('/', ${KEYS[table].join()})) AS key FROM "${table}"`);
  return (await tx.$queryRawUnsafe<{ key: string }[]>(parts.join(" UNION ALL "))).map(({ key }) => key).sort();
}

/** Every row there is, whole, in an order of its own. */
async function everything(tx: Transaction): Promise<{ table: TenantTable; row: Row }[]> {
  return tx.$queryRawUnsafe(`SELECT * FROM (${EVERYTHING}) AS rows ORDER BY "table", row`);
}

/** Carries out every statement that is allowed, and says how many were; what is refused leaves the others standing. */
async function tryAll(tx: Transaction, statements: readonly string[]): Promise<number> {
  const tries = statements.map((each) => `BEGIN ${each}; done := done + 1; EXCEPTION WHEN OTHERS THEN NULL; END;`);
  await tx.$executeRawUnsafe(`DO $all$ DECLARE done int := 0; BEGIN ${tries.join("\n")} PERFORM set_config('test.done', done::text, true); END $all$`);
  const [row] = await tx.$queryRaw<{ done: number }[]>`SELECT current_setting('test.done')::int AS done`;
  return row!.done;
}

/** All rows of a table, sent to other organisations. */
function moves(table: TenantTable, into: readonly string[]): string[] {
  return into.flatMap((other) => [
    `UPDATE "${table}" SET organization_id = '${other}'`,
    ...(table.startsWith("engagement") && table !== "engagement_offer" ? [`UPDATE "${table}" SET consultancy_id = '${other}'`] : []),
    // Both sides changed places: the row stays one's own by one policy, and becomes another's by the other.
    ...(table === "engagement" ? [`UPDATE engagement SET organization_id = '${other}', consultancy_id = organization_id`] : []),
  ]);
}

/** A further row of each kind that an organisation has, made in it from outside. */
function intrusions(world: Tenants, other: string): string[] {
  return OWNED.flatMap((table) =>
    world[table]
      .filter((row) => row["organization_id"] === other && table !== "engagement_assignment")
      .map((row) => {
        const fresh = {
          ...row,
          id: randomUUID(),
          item_id: "another",
          token_hash: randomUUID(),
          link_hash: randomUUID(),
          key_hash: randomUUID(),
          address_hash: randomUUID(),
          number: 2,
          on_day: "2027-02-28",
          key: "another",
          take_token_hash: randomUUID(),
          result_token_hash: randomUUID(),
        };
        const columns = Object.keys(row).map((column) => `"${column}"`);
        return `INSERT INTO "${table}" (${columns.join()}) SELECT ${columns.join()} FROM jsonb_populate_record(NULL::"${table}", '${JSON.stringify(fresh)}')`;
      }),
  );
}

/** One's own rows, made to name rows of others; and one's own people, assigned to what other firms do. */
function bindings(world: Tenants, own: string): string[] {
  const ofOthers = (table: TenantTable) => world[table].filter((row) => row["organization_id"] !== own);
  const named = REFERENCES.flatMap(([table, column, target]) =>
    ofOthers(target).map((row) => `UPDATE "${table}" SET "${column}" = '${String(row["id"])}' WHERE organization_id = '${own}'`),
  );
  const members = world.member.filter((row) => row["organization_id"] === own);
  const assigned = members.flatMap((member) =>
    world.engagement
      .filter((row) => row["consultancy_id"] !== own)
      .map(
        (row) =>
          `INSERT INTO engagement_assignment VALUES ('${String(row["organization_id"])}', '${String(row["id"])}', '${own}', '${String(member["id"])}', '${String(member["person_id"])}')`,
      ),
  );
  const strangers = world.person.flatMap(({ id }) => `UPDATE engagement_assignment SET person_id = '${String(id)}' WHERE person_id <> '${String(id)}'`);
  return [...named, ...assigned, ...strangers];
}
