import { randomBytes, randomUUID } from "node:crypto";
import fc, { type GeneratorValue } from "fast-check";
import { ROLES, SCOPES } from "#app/domain/access/can.ts";
import type { Transaction } from "#app/services/db/pass-door.server.ts";

/** Rows as they stand in the database, by table. */
export type Row = Record<string, unknown>;
export type Tenants = Record<TenantTable, Row[]>;

/** Every table that holds what belongs to organisations and people, parents first, and what tells its rows apart. */
export const KEYS = {
  person: ["id"],
  organization: ["id"],
  member: ["id"],
  invitation: ["id"],
  engagement_offer: ["id"],
  engagement: ["id"],
  engagement_assignment: ["engagement_id", "member_id"],
  cycle_series: ["id"],
  cycle: ["id"],
  respondent: ["id"],
  open_link: ["id"],
  mail_refusal: ["organization_id", "address_hash"],
  team_result: ["cycle_id", "number"],
  benchmark_contribution: ["id"],
  cycle_change: ["from_cycle_id", "to_cycle_id"],
  consensus_answer: ["cycle_id", "item_id"],
  evidence: ["id"],
  stored_file: ["id"],
  file_chunk: ["file_id", "position"],
  evidence_file: ["evidence_id"],
  milestone: ["id"],
  scenario: ["id"],
  roadmap_adoption: ["id"],
  roadmap_initiative: ["id"],
  roadmap_step: ["id"],
  roadmap_note: ["id"],
  roadmap_attachment: ["id"],
  roadmap_file: ["attachment_id"],
  kpi: ["id"],
  kpi_reading: ["kpi_id", "on_day"],
  api_key: ["id"],
  idempotent_request: ["api_key_id", "key"],
  response: ["id"],
  answer: ["response_id", "item_id"],
  result: ["response_id"],
  portfolio: ["id"],
  portfolio_member: ["portfolio_id", "response_id"],
  audit_event: ["id"],
  notification: ["id"],
  notification_preference: ["person_id", "kind"],
} as const;
export type TenantTable = keyof typeof KEYS;
export const TENANT_TABLES = Object.keys(KEYS) as TenantTable[];

/** The row that stands for nobody: what anonymous visitors make. */
export const NOBODY = "00000000-0000-0000-0000-000000000000";
/** Of the version of an assessment that the rows refer to. */
const ASSESSMENT = "a".repeat(64);
const DAY = "2027-01-31";

const hash = () => randomBytes(32).toString("hex");

export function keyOf(table: TenantTable, row: Row): string {
  return KEYS[table].map((column) => String(row[column])).join("/");
}

/** A date so many days from the day of `now`, in UTC. */
export function dayFrom(now: Date, days: number): string {
  return new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

/** Organisations, consultancies and people with everything that can belong to them, each row there or not as it falls. */
export function anyTenants(g: GeneratorValue, now: Date): Tenants {
  const yes = () => g(fc.boolean);
  const one = <T>(from: readonly T[]): T => g(fc.constantFrom<T[]>, ...from);
  const some = <T>(from: readonly T[]): T[] => from.filter(yes);
  const world = Object.fromEntries(TENANT_TABLES.map((table) => [table, [] as Row[]])) as Tenants;
  const people = [1, 2, 3, 4].map((n) => ({
    id: randomUUID(),
    name: `Person ${n}`,
    email: `${randomUUID()}@example.com`,
    email_verified: true,
    two_factor_enabled: false,
  }));
  world.person.push(...people);
  const kinds = yes() ? ["company", "company", "consultancy"] : ["company", "consultancy", "company", "consultancy"];
  for (const [n, kind] of kinds.entries()) {
    const id = randomUUID();
    world.organization.push({
      id,
      kind,
      name: `Organisation ${n}`,
      slug: `organisation-${randomUUID()}`,
      is_synthetic: false,
      revision: 1,
      benchmark_consent_at: now,
    });
    for (const person of some(people)) world.member.push({ organization_id: id, id: randomUUID(), person_id: person.id, role: one(ROLES), revision: 1 });
    const members = world.member.filter((member) => member["organization_id"] === id);
    if (yes())
      world.invitation.push({
        organization_id: id,
        id: randomUUID(),
        address: "new@example.com",
        role: "viewer",
        token_hash: hash(),
        invited_by: "x",
        sent_count: 1,
        expires_at: now,
      });
    if (yes()) {
      const member_id = members.length > 0 && yes() ? one(members)["id"] : null;
      world.engagement_offer.push({
        organization_id: id,
        id: randomUUID(),
        address: "firm@example.com",
        scopes: some(SCOPES),
        token_hash: hash(),
        offered_by: "x",
        member_id,
        expires_at: now,
      });
    }
    if (yes())
      world.audit_event.push({
        organization_id: id,
        id: randomUUID(),
        person_id: one(people).id,
        actor_name: "x",
        action: "member.removed",
        object_kind: "member",
      });
    if (yes()) world.notification.push({ organization_id: id, id: randomUUID(), person_id: one(people).id, kind: "member_joined", values: {}, path: "/" });
    addWork(world, id, members, { yes, one });
  }
  addWork(world, NOBODY, [], { yes: () => true, one });
  for (const person of some(people)) world.notification_preference.push({ person_id: person.id, kind: "member_joined", by_mail: yes() });
  for (const client of world.organization) {
    for (const firm of world.organization.filter((each) => each["kind"] === "consultancy" && each !== client)) {
      if (!yes()) continue;
      const id = randomUUID();
      const ends_on = one([null, dayFrom(now, -1), dayFrom(now, 0), dayFrom(now, 1)]);
      const ended_at = g(fc.integer, { min: 0, max: 3 }) === 0 ? now : null;
      world.engagement.push({ organization_id: client["id"], id, consultancy_id: firm["id"], scopes: some(SCOPES), ends_on, ended_at, revision: 1 });
      for (const member of some(world.member.filter((each) => each["organization_id"] === firm["id"]))) {
        world.engagement_assignment.push({
          organization_id: client["id"],
          engagement_id: id,
          consultancy_id: firm["id"],
          member_id: member["id"],
          person_id: member["person_id"],
        });
      }
    }
  }
  return world;
}

type Chance = { yes(): boolean; one<T>(from: readonly T[]): T };

/** Cycles and whom they ask, responses with answers and results, portfolios, evidence, KPIs, keys. */
function addWork(world: Tenants, organization_id: string, members: Row[], { yes, one }: Chance): void {
  const ids = { organization_id };
  const isCompany = organization_id !== NOBODY;
  const anyMember = () => (members.length > 0 && yes() ? one(members)["id"] : null);
  const cycle = isCompany && yes() ? randomUUID() : null;
  const is_anonymous = yes();
  let respondent_id: unknown = null;
  if (cycle) {
    const series = yes() ? randomUUID() : null;
    if (series)
      world.cycle_series.push({
        ...ids,
        id: series,
        assessment_slug: "quiz",
        days_open: 14,
        is_anonymous,
        asks_everybody: yes(),
        created_by: "x",
        revision: 1,
      });
    world.cycle.push({
      ...{ ...ids, id: cycle, assessment_hash: ASSESSMENT, assessment_slug: "quiz", period: "2027-Q1", opened_by: "x", series_id: series, revision: 1 },
      ...{ is_anonymous, asks_everybody: true, has_invited: false, is_result_due: false },
    });
    if (yes()) {
      respondent_id = randomUUID();
      const member_id = anyMember();
      const address = member_id ? null : `${randomUUID()}@example.com`;
      world.respondent.push({ ...ids, id: respondent_id, cycle_id: cycle, member_id, address, link_hash: hash(), has_answered: yes(), reminders: 0 });
    }
    if (yes()) world.open_link.push({ ...ids, id: randomUUID(), cycle_id: cycle, token_hash: hash(), expires_at: DAY, created_by: "x" });
    if (yes()) {
      world.team_result.push({ ...ids, cycle_id: cycle, number: 1, respondents: 5, asked: 6, method: "1", figures: {} });
      const shared = { family: "quiz@1", closed_at: DAY, scores: {}, items: {} };
      if (yes()) world.benchmark_contribution.push({ ...ids, id: randomUUID(), is_synthetic: false, cycle_id: cycle, number: 1, ...shared });
    }
    if (yes()) {
      const later = { ...world.cycle.at(-1)!, id: randomUUID(), period: "2027-Q2", series_id: null };
      world.cycle.push(later);
      world.cycle_change.push({ ...ids, from_cycle_id: cycle, to_cycle_id: later.id, is_due: yes(), asked: 1, figures: {} });
    }
    if (yes()) world.consensus_answer.push({ ...ids, cycle_id: cycle, item_id: "an-item", state: "not_sure", reason: "x", set_by: "x", revision: 1 });
  }
  if (isCompany) addRecords(world, organization_id, anyMember, yes);
  if (isCompany) addRoadmap(world, organization_id, anyMember, yes);
  if (!yes()) return;
  const response = randomUUID();
  const bound = is_anonymous && cycle ? { member_id: null, respondent_id: null } : { member_id: anyMember(), respondent_id };
  world.response.push({ ...ids, id: response, cycle_id: cycle, ...bound, take_token_hash: hash(), result_token_hash: hash(), assessment_hash: ASSESSMENT });
  world.answer.push({ ...ids, response_id: response, item_id: "an-item", state: "not_sure", revision: 1 });
  if (yes()) world.result.push({ ...ids, response_id: response, method: "1", score: {} });
  if (!yes()) return;
  const portfolio = randomUUID();
  world.portfolio.push({ ...ids, id: portfolio, token_hash: hash() });
  world.portfolio_member.push({ ...ids, portfolio_id: portfolio, response_id: response, token_kind: "take", sealed_token: "sealed" });
}

/** Evidence, milestones, KPIs with readings, keys, and addresses that want no more mail. */
function addRecords(world: Tenants, organization_id: string, anyMember: () => unknown, yes: () => boolean): void {
  const ids = { organization_id };
  if (yes()) addStored(world, ids, false);
  if (yes()) world.mail_refusal.push({ ...ids, address_hash: hash() });
  if (yes()) world.milestone.push({ ...ids, id: randomUUID(), on_day: DAY, title: "x", added_by: "x", revision: 1 });
  if (yes()) {
    const id = randomUUID();
    world.evidence.push({ ...ids, id, assessment_slug: "quiz", item_id: "an-item", title: "x", owner_id: anyMember(), added_by: "x", revision: 1 });
    const file = { name: "x.pdf", media_type: "application/pdf", size: 1, sha256: "a".repeat(64) };
    if (yes()) world.evidence_file.push({ ...ids, evidence_id: id, ...file, ...(yes() ? { content: "\\x41" } : { stored_id: addStored(world, ids, true) }) });
  }
  if (yes()) {
    const id = randomUUID();
    const kpi = { name: "x", unit: "%", higher_is_better: true, cadence: "month", targets: {}, created_by: "x", revision: 1 };
    world.kpi.push({ ...ids, id, ...kpi, owner_id: anyMember() });
    if (yes()) world.kpi_reading.push({ ...ids, kpi_id: id, on_day: DAY, value: 1, source: "hand", entered_by: "x", revision: 1 });
  }
  if (yes()) {
    const id = randomUUID();
    world.api_key.push({ ...ids, id, name: "x", prefix: "x", key_hash: hash(), scope: "read", created_by: "x" });
    if (yes()) world.idempotent_request.push({ ...ids, api_key_id: id, key: "x", request_hash: "a".repeat(64), status: 200, answer: {} });
  }
}

/** The content of a file, in one chunk; from long ago, so that it is left over where nothing refers to it. @returns its id */
function addStored(world: Tenants, ids: Row, is_kept: boolean): string {
  const id = randomUUID();
  world.stored_file.push({ ...ids, id, is_kept, created_at: "2025-01-01T00:00:00Z" });
  world.file_chunk.push({ ...ids, file_id: id, position: 0, content: "\\x41" });
  return id;
}

/** Scenarios, what was adopted, and initiatives with all that hangs on them. */
function addRoadmap(world: Tenants, organization_id: string, anyMember: () => unknown, yes: () => boolean): void {
  const ids = { organization_id };
  const file = { name: "x.pdf", media_type: "application/pdf", size: 1, sha256: "a".repeat(64) };
  if (yes())
    world.scenario.push({
      ...ids,
      id: randomUUID(),
      name: "x",
      first_quarter: "2027-Q1",
      wishes: {},
      state: "waiting",
      stop_asked: false,
      created_by: "x",
      revision: 1,
    });
  if (yes()) {
    const adopted = { scenario_id: randomUUID(), name: "x", first_quarter: "2027-Q1", wishes: {}, inputs: {}, outcome: {}, note: "x", adopted_by: "x" };
    world.roadmap_adoption.push({ ...ids, id: randomUUID(), ...adopted });
  }
  if (!yes()) return;
  const [id, attachment] = [randomUUID(), randomUUID()];
  world.roadmap_initiative.push({ ...ids, id, library_id: "x", state: "proposed", owner_id: anyMember(), created_by: "x", revision: 1 });
  if (yes()) world.roadmap_step.push({ ...ids, id: randomUUID(), initiative_id: id, position: 1, text: "x" });
  if (yes()) world.roadmap_note.push({ ...ids, id: randomUUID(), initiative_id: id, text: "x", written_by: "x" });
  world.roadmap_attachment.push({ ...ids, id: attachment, initiative_id: id, title: "x", added_by: "x" });
  if (yes())
    world.roadmap_file.push({ ...ids, attachment_id: attachment, ...file, ...(yes() ? { content: "\\x41" } : { stored_id: addStored(world, ids, true) }) });
}

/** Puts them into the database, as its owner. */
export async function plant(tx: Transaction, world: Partial<Tenants>): Promise<void> {
  await tx.$executeRaw`INSERT INTO assessment_version (hash, slug, version, definition) VALUES (${ASSESSMENT}, 'quiz', 1, '{}') ON CONFLICT DO NOTHING`;
  for (const table of TENANT_TABLES) await plantRows(tx, table, world[table] ?? []);
}

async function plantRows(tx: Transaction, table: TenantTable, rows: Row[]): Promise<void> {
  for (const row of rows) {
    const columns = Object.keys(row).map((column) => `"${column}"`);
    await tx.$executeRawUnsafe(
      `INSERT INTO "${table}" (${columns.join()}) SELECT ${columns.join()} FROM jsonb_populate_record(NULL::"${table}", $1::jsonb)`,
      JSON.stringify(row),
    );
  }
}

/** Takes everything out again that `anyTenants` may have planted. */
export async function clear(tx: Transaction): Promise<void> {
  await tx.$executeRaw`DELETE FROM organization WHERE kind <> 'nobody'`;
  await tx.$executeRaw`DELETE FROM portfolio`;
  await tx.$executeRaw`DELETE FROM response`;
  await tx.$executeRaw`DELETE FROM person`;
}
