import { randomBytes, randomUUID } from "node:crypto";
import { type Actor, can, ROLES, SCOPES } from "#app/domain/access/can.ts";
import type { Caller } from "#app/services/access/route-registry.server.ts";
import { loadContent } from "#app/services/content/load-content.server.ts";
import { storeVersions } from "#app/services/content/store-versions.server.ts";
import type { Database } from "#app/services/db/open-database.server.ts";
import { newToken, tokenHash } from "#app/services/responses/respondent-token.server.ts";
import { ownInitiative } from "../factories/own-initiative.ts";
import { plant, type Row, type Tenants } from "../factories/random-tenants.ts";
import { sessionCookie } from "../factories/session-cookie.ts";
import { asOwner } from "../setup/as-owner.ts";

const loaded = loadContent("content");
if (!("catalog" in loaded)) throw new Error("the content has problems");
const { catalog } = loaded;
/** What the result of the organisation is of: a page can only show one of a version that there is. */
const QUIZ = catalog.assessmentBySlug.get("customer-or-product-centric")!;

/** Somebody who calls: what they are in the organisation of the address (null: nothing), and their browser's cookie (null: none); `key` is of a program. */
export type Somebody = {
  key?: { secret: string; scope: "read" | "write"; state: "works" | "revoked" | "elsewhere" };
  name: string;
  actor: Actor | null;
  cookie: string | null;
  memberId: string | null;
  isOperator: boolean;
};

/** An organisation with everything in it, and everybody who might call. */
export type Stage = {
  /** Stands in every field of the organisation's that holds words, and nowhere else. */
  word: string;
  slug: string;
  /** Of the company of another owner, who let the operator look inside until yesterday. */
  elsewhere: string;
  everybody: Somebody[];
  /** A member whom nobody acts as, an open invitation, a cycle, a submitted response that is nobody's here, a KPI with a reading, a key, an evidence with a file, and an initiative with a file and all else that hangs on one. */
  children: {
    member: string;
    invitation: string;
    cycle: string;
    response: string;
    kpi: string;
    key: string;
    evidence: string;
    initiative: string;
    attachment: string;
    scenario: string;
  };
  tokens: { invitations: string; engagements: string; answer: string };
  rows: Partial<Tenants>;
};

/** Plants an organisation and a firm that works for it, and signs everybody in. */
export async function makeStage(db: Database, origin: string, kind: "company" | "consultancy" = "company"): Promise<Stage> {
  const word = `secret${randomBytes(8).toString("hex")}`;
  const stage = stageRows(word, kind);
  await storeVersions(db, { ...catalog, assessments: [QUIZ] });
  await asOwner(db, (tx) => plant(tx, stage.rows));
  const everybody = await Promise.all(
    stage.people.map(async ({ id, ...somebody }) => ({
      ...somebody,
      cookie: id === null ? null : (await sessionCookie(db, { personId: id }, { origin })).cookie,
    })),
  );
  return { word, everybody, ...{ slug: stage.slug, elsewhere: stage.elsewhere, children: stage.children, tokens: stage.tokens, rows: stage.rows } };
}

function stageRows(word: string, kind: string) {
  const rows = {
    person: [],
    organization: [],
    member: [],
    invitation: [],
    engagement: [],
    engagement_assignment: [],
    engagement_offer: [],
    cycle: [],
    respondent: [],
    kpi: [],
    kpi_reading: [],
    api_key: [],
    response: [],
    result: [],
    evidence: [],
    evidence_file: [],
    roadmap_initiative: [],
    scenario: [],
    roadmap_step: [],
    roadmap_note: [],
    roadmap_attachment: [],
    roadmap_file: [],
    audit_event: [],
  } as unknown as Tenants;
  const person = (name: string, operator = false) => {
    const id = randomUUID();
    rows.person.push({ id, name, email: `${id}@example.com`, email_verified: true, two_factor_enabled: false, operator_since: operator ? new Date() : null });
    return id;
  };
  const organization = (name: string, kind: string, support_access_until: Date | null = null) => {
    const id = randomUUID();
    rows.organization.push({ id, kind, name, slug: `a-${randomBytes(6).toString("hex")}`, is_synthetic: false, revision: 1, support_access_until });
    return id;
  };
  const member = (organization_id: string, person_id: string, role: string) => {
    const id = randomUUID();
    rows.member.push({ organization_id, id, person_id, role, revision: 1 });
    return id;
  };
  const [yesterday, tomorrow] = [new Date(Date.now() - 86_400_000), new Date(Date.now() + 86_400_000)];
  const own = organization(`Company ${word}`, kind, tomorrow);
  // The names of a firm and of its people are the client's to see.
  const firm = organization("A firm", "consultancy");
  const elsewhere = organization("Another company", "company", yesterday);
  const people: ({ id: string | null } & Omit<Somebody, "cookie">)[] = [{ id: null, name: "anonymous", actor: null, memberId: null, isOperator: false }];
  for (const role of ROLES) {
    const id = person(`${role} ${word}`);
    people.push({ id, name: role, actor: { kind: "member", role }, memberId: member(own, id, role), isOperator: false });
  }
  for (const [name, scopes, ended_at, isAssigned] of [
    ...SCOPES.map((scope) => [`consultant to ${scope}`, [scope], null, true] as const),
    ["consultant whose engagement has ended", SCOPES, new Date(), true] as const,
    ["consultant who is not assigned", SCOPES, null, false] as const,
  ]) {
    const id = person("A consultant");
    const ids = { organization_id: own, consultancy_id: firm };
    const engagement_id = randomUUID();
    rows.engagement.push({ ...ids, id: engagement_id, scopes, ended_at, revision: 1 });
    const member_id = member(firm, id, "analyst");
    if (isAssigned) rows.engagement_assignment.push({ ...ids, engagement_id, member_id, person_id: id });
    people.push({ id, name, actor: isAssigned && !ended_at ? { kind: "consultant", scopes } : null, memberId: null, isOperator: false });
  }
  people.push({ id: person("Gone"), name: "ex-member", actor: null, memberId: null, isOperator: false });
  const stranger = person("Stranger");
  member(elsewhere, stranger, "owner");
  people.push({ id: stranger, name: "owner of another organisation", actor: null, memberId: null, isOperator: false });
  people.push({ id: person("Operator", true), name: "operator", actor: { kind: "operator", until: tomorrow }, memberId: null, isOperator: true });
  const tokens = { invitations: newToken(), engagements: newToken(), answer: newToken() };
  const children = {
    member: member(own, person(`Spare ${word}`), "viewer"),
    invitation: randomUUID(),
    cycle: randomUUID(),
    response: randomUUID(),
    kpi: randomUUID(),
    key: randomUUID(),
    evidence: randomUUID(),
    initiative: randomUUID(),
    attachment: randomUUID(),
    scenario: randomUUID(),
  };
  const ids = { organization_id: own };
  rows.invitation.push({
    ...{ ...ids, id: children.invitation, address: `${word}@example.com`, open_address: `${word}@example.com`, role: "viewer" },
    ...{ token_hash: tokenHash(tokens.invitations), invited_by: `Owner ${word}`, sent_count: 1, expires_at: tomorrow },
  });
  rows.engagement_offer.push({
    ...{ ...ids, id: randomUUID(), address: `${word}@example.com`, scopes: SCOPES },
    ...{ token_hash: tokenHash(tokens.engagements), offered_by: `Owner ${word}`, expires_at: tomorrow },
  });
  // Named: of an anonymous one nobody sees a single result. Its people were written to, so that the job runner leaves it alone.
  rows.cycle.push({
    ...ids,
    id: children.cycle,
    assessment_hash: QUIZ.hash,
    assessment_slug: QUIZ.definition.slug,
    period: "2027-Q1",
    opened_by: word,
    revision: 1,
    is_anonymous: false,
    has_invited: true,
  });
  rows.respondent.push({
    ...{ ...ids, id: randomUUID(), cycle_id: children.cycle, address: `${word}@example.com`, link_hash: tokenHash(tokens.answer) },
    ...{ has_answered: false, reminders: 0 },
  });
  const kpi = { name: `KPI ${word}`, unit: "%", higher_is_better: true, cadence: "month", targets: {}, created_by: word, revision: 1 };
  rows.kpi.push({ ...ids, id: children.kpi, ...kpi });
  rows.kpi_reading.push({ ...ids, kpi_id: children.kpi, on_day: "2026-01-31", value: 1, source: "hand", entered_by: word, revision: 1 });
  const key = (organization_id: string, id: string, name: string, scope: "read" | "write", state: "works" | "revoked" | "elsewhere") => {
    const secret = newToken();
    const revoked_at = state === "revoked" ? yesterday : null;
    rows.api_key.push({
      organization_id,
      id,
      name: `Key ${word}`,
      prefix: secret.slice(0, 8),
      key_hash: tokenHash(secret),
      scope,
      created_by: word,
      revoked_at,
    });
    people.push({ id: null, name, actor: null, memberId: null, isOperator: false, key: { secret, scope, state } });
  };
  key(own, children.key, "key that reads", "read", "works");
  key(own, randomUUID(), "key that writes", "write", "works");
  key(own, randomUUID(), "key that was revoked", "write", "revoked");
  key(elsewhere, randomUUID(), "key of another organisation", "write", "elsewhere");
  rows.response.push({
    ...{ ...ids, id: children.response, cycle_id: children.cycle, assessment_hash: QUIZ.hash, submitted_at: new Date() },
    ...{ take_token_hash: tokenHash(newToken()), result_token_hash: tokenHash(newToken()) },
  });
  rows.result.push({ ...ids, response_id: children.response, method: "1", score: { overall: { score: null, gatedLevel: null } } });
  const evidence = {
    assessment_slug: QUIZ.definition.slug,
    item_id: QUIZ.definition.items[0]!.id,
    title: `Report ${word}`,
    added_by: `Owner ${word}`,
    revision: 1,
  };
  rows.evidence.push({ ...ids, id: children.evidence, ...evidence });
  const file = { name: `${word}.txt`, media_type: "text/plain", size: word.length, sha256: "a".repeat(64), content: `\\x${Buffer.from(word).toString("hex")}` };
  rows.evidence_file.push({ ...ids, evidence_id: children.evidence, ...file });
  rows.roadmap_initiative.push({
    ...{ ...ids, id: children.initiative, own: ownInitiative({ title: `Initiative ${word}` }), state: "proposed", owner_id: children.member },
    ...{ created_by: word, revision: 1, leap_of_faith: `Leap ${word}` },
  });
  const none = [0];
  const capacity = { people: none, process: none, content: none, technology: none, kpis: none };
  const wishes = {
    ...{ basis: [{ assessment: "quiz", cycle: children.cycle, number: 1 }], quarters: 1, capacity, budget: null, target: { kind: "furthest" } },
    ...{ importance: {}, pinned: {}, excluded: [], usesLedger: false, seed: 1 },
  };
  // Of those that wait the job runner would make something else meanwhile.
  const scenario = { name: `Scenario ${word}`, first_quarter: "2027-Q1", wishes, state: "impossible", stop_asked: false, created_by: word, revision: 1 };
  rows.scenario.push({ ...ids, id: children.scenario, ...scenario });
  const ofInitiative = { ...ids, initiative_id: children.initiative };
  rows.roadmap_step.push({ ...ofInitiative, id: randomUUID(), position: 1, text: `Step ${word}` });
  rows.roadmap_note.push({ ...ofInitiative, id: randomUUID(), text: `Note ${word}`, written_by: `Owner ${word}` });
  rows.roadmap_attachment.push({ ...ofInitiative, id: children.attachment, title: `Offer ${word}`, added_by: `Owner ${word}` });
  rows.roadmap_file.push({ ...ids, attachment_id: children.attachment, ...file });
  rows.audit_event.push({
    ...ids,
    id: randomUUID(),
    actor_name: `Owner ${word}`,
    action: "member.removed",
    object_kind: "member",
    object_name: `Somebody ${word}`,
  });
  const [{ slug }, , { slug: elsewhereSlug }] = rows.organization as [Row & { slug: string }, Row, Row & { slug: string }];
  return { rows, people, slug, elsewhere: elsewhereSlug, children, tokens };
}

export type Outcome = "through" | "sign-in" | "no-key" | "forbidden" | "missing";

/** What the registry and `can` say becomes of a call; an operator in an organisation sends nothing. */
export function expectedFor(who: Caller, { actor, cookie, isOperator, key }: Somebody, method: "GET" | "POST"): Outcome {
  if (who === "public" || who === "token") return "through";
  if (who === "key") {
    if (!key || key.state === "revoked") return "no-key";
    return method === "POST" && key.scope === "read" ? "forbidden" : "through";
  }
  if (cookie === null) return "sign-in";
  if (who === "person") return "through";
  if (who === "operator") return isOperator ? "through" : "missing";
  if (actor === null) return "missing";
  if (actor.kind === "operator" && method === "POST") return "forbidden";
  return can(actor, who) ? "through" : "forbidden";
}
