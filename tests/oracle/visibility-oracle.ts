import { dayFrom, NOBODY, type Row, type Tenants, type TenantTable } from "../factories/random-tenants.ts";

/** The rows a door may see, by table; a table that is not named is refused as a whole. */
export type Visible = Partial<Tenants>;

const NOTHING = {
  member: [],
  invitation: [],
  engagement_offer: [],
  engagement: [],
  engagement_assignment: [],
  cycle: [],
  cycle_series: [],
  respondent: [],
  open_link: [],
  mail_refusal: [],
  team_result: [],
  benchmark_contribution: [],
  cycle_change: [],
  consensus_answer: [],
  evidence: [],
  evidence_file: [],
  stored_file: [],
  file_chunk: [],
  milestone: [],
  scenario: [],
  roadmap_adoption: [],
  roadmap_initiative: [],
  roadmap_step: [],
  roadmap_note: [],
  roadmap_attachment: [],
  roadmap_file: [],
  kpi: [],
  kpi_reading: [],
  api_key: [],
  idempotent_request: [],
  response: [],
  answer: [],
  result: [],
  portfolio: [],
  portfolio_member: [],
  audit_event: [],
  notification: [],
  notification_preference: [],
  person: [],
  organization: [],
} satisfies Visible;

const of = (column: string, value: unknown) => (row: Row) => row[column] === value;

/** What belongs to an organisation; of its engagements also those it has as a consultancy, and of both sides the names. */
export function visibleToTenant(world: Tenants, id: unknown): Visible {
  const own = of("organization_id", id);
  const eitherSide = (row: Row) => own(row) || row["consultancy_id"] === id;
  const engagements = world.engagement.filter(eitherSide);
  const assignments = world.engagement_assignment.filter(eitherSide);
  const members = world.member.filter(own);
  const sides = new Set([id, ...engagements.flatMap((row) => [row["organization_id"], row["consultancy_id"]])]);
  const people = new Set([...members, ...assignments].map((row) => row["person_id"]));
  return {
    ...NOTHING,
    organization: world.organization.filter((row) => sides.has(row["id"])),
    person: world.person.filter((row) => people.has(row["id"])),
    member: members,
    engagement: engagements,
    engagement_assignment: assignments,
    invitation: world.invitation.filter(own),
    engagement_offer: world.engagement_offer.filter(own),
    cycle: world.cycle.filter(own),
    cycle_series: world.cycle_series.filter(own),
    respondent: world.respondent.filter(own),
    open_link: world.open_link.filter(own),
    mail_refusal: world.mail_refusal.filter(own),
    team_result: world.team_result.filter(own),
    benchmark_contribution: world.benchmark_contribution.filter(own),
    cycle_change: world.cycle_change.filter(own),
    consensus_answer: world.consensus_answer.filter(own),
    evidence: world.evidence.filter(own),
    evidence_file: world.evidence_file.filter(own),
    stored_file: world.stored_file.filter(own),
    file_chunk: world.file_chunk.filter(own),
    milestone: world.milestone.filter(own),
    scenario: world.scenario.filter(own),
    roadmap_adoption: world.roadmap_adoption.filter(own),
    roadmap_initiative: world.roadmap_initiative.filter(own),
    roadmap_step: world.roadmap_step.filter(own),
    roadmap_note: world.roadmap_note.filter(own),
    roadmap_attachment: world.roadmap_attachment.filter(own),
    roadmap_file: world.roadmap_file.filter(own),
    kpi: world.kpi.filter(own),
    kpi_reading: world.kpi_reading.filter(own),
    api_key: world.api_key.filter(own),
    idempotent_request: world.idempotent_request.filter(own),
    response: world.response.filter(own),
    answer: world.answer.filter(own),
    result: world.result.filter(own),
    portfolio: world.portfolio.filter(own),
    portfolio_member: world.portfolio_member.filter(own),
    audit_event: world.audit_event.filter(own),
    notification_preference: world.notification_preference.filter((row) => members.some(of("person_id", row["person_id"]))),
  };
}

/** A person's own, and of the clients they are assigned to what the engagement allows, through its last day. */
export function visibleToPerson(world: Tenants, id: unknown, now: Date): Visible {
  const own = of("person_id", id);
  const assignments = world.engagement_assignment.filter(own);
  const engagements = world.engagement.filter((row) => assignments.some(of("engagement_id", row["id"])));
  const running = engagements.filter((row) => row["ended_at"] === null && (row["ends_on"] === null || String(row["ends_on"]) >= dayFrom(now, 0)));
  /** Of a client whose engagement has one of the scopes. */
  const ofClient = (...scopes: string[]) => {
    const clients = new Set(running.filter((row) => (row["scopes"] as string[]).some((scope) => scopes.includes(scope))).map((row) => row["organization_id"]));
    return (row: Row) => clients.has(row["organization_id"]);
  };
  const members = world.member.filter(own);
  const places = new Set([...members, ...running].map((row) => row["organization_id"]));
  return {
    ...NOTHING,
    person: world.person.filter(of("id", id)),
    organization: world.organization.filter((row) => places.has(row["id"])),
    member: members,
    engagement: engagements,
    engagement_assignment: assignments,
    cycle: world.cycle.filter((row) => running.some(of("organization_id", row["organization_id"]))),
    response: world.response.filter(ofClient("run_assessments", "see_results")),
    result: world.result.filter(ofClient("see_results")),
    team_result: world.team_result.filter(ofClient("see_results")),
    benchmark_contribution: world.benchmark_contribution.filter(ofClient("see_results")),
    audit_event: world.audit_event.filter(own),
    notification: world.notification.filter(own),
    notification_preference: world.notification_preference.filter(own),
  };
}

/** The one row that a token opens, and the organisation that sent it. */
export function visibleToToken(world: Tenants, hash: unknown): Visible {
  const invitation = world.invitation.filter(of("token_hash", hash));
  const engagement_offer = world.engagement_offer.filter(of("token_hash", hash));
  const respondent = world.respondent.filter(of("link_hash", hash));
  const open_link = world.open_link.filter(of("token_hash", hash));
  const api_key = world.api_key.filter(of("key_hash", hash));
  const senders = new Set([...invitation, ...engagement_offer, ...respondent, ...open_link, ...api_key].map((row) => row["organization_id"]));
  return {
    ...NOTHING,
    invitation,
    engagement_offer,
    respondent,
    open_link,
    api_key,
    organization: world.organization.filter((row) => senders.has(row["id"])),
    response: world.response.filter((row) => row["take_token_hash"] === hash || row["result_token_hash"] === hash),
  };
}

/** Who runs the installation: which organisations, people and engagements there are, and of what has a day of its own that it is there. */
export function visibleToOperator(world: Tenants): Visible {
  const { person, organization, member, engagement, cycle, cycle_change, cycle_series, evidence, kpi, scenario, roadmap_initiative, idempotent_request } =
    world;
  // Of files only those that nothing has referred to for a day, and not what is in them; in these worlds all are older.
  const left = { stored_file: world.stored_file.filter((row) => row["is_kept"] === false) };
  // Of a trail only what is to be removed, and none of these organisations is being erased or keeps its trail for a number of days.
  const trail = { audit_event: [] };
  return {
    person,
    organization: [...organization, { id: NOBODY }],
    member,
    engagement,
    cycle,
    cycle_change,
    cycle_series,
    evidence,
    kpi,
    scenario,
    roadmap_initiative,
    idempotent_request,
    ...left,
    ...trail,
  };
}

/**
 * Whether a row is a door's own to change ("tenant" or "person" and the id, or "operator"): its organisation's, on either side, or its person's; whoever runs
 * the installation tidies away files that nothing refers to, with what is in them.
 */
export function belongsTo(world: Tenants, table: TenantTable, row: Row, door: string): boolean {
  const [kind, id] = door.split(" ");
  if (kind === "tenant") return (table === "organization" ? row["id"] : row["organization_id"]) === id || row["consultancy_id"] === id;
  if (kind === "person") return ["notification", "notification_preference"].includes(table) && row["person_id"] === id;
  if (kind !== "operator" || !["stored_file", "file_chunk"].includes(table)) return false;
  const file = table === "stored_file" ? row["id"] : row["file_id"];
  return world.stored_file.some((stored) => stored["id"] === file && stored["is_kept"] === false);
}
