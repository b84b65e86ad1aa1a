import { loadContent } from "#app/services/content/load-content.server.ts";
import { openLinkTokenOf, personalTokenOf, tokenHash } from "#app/services/responses/respondent-token.server.ts";
import type { Wishes } from "#app/domain/scenarios/wishes.ts";
import { ownInitiative } from "../factories/own-initiative.ts";
import { type Row, type Tenants } from "../factories/random-tenants.ts";
import { TEST_SECRET } from "../setup/start-product.ts";

const loaded = loadContent("content");
if (!("catalog" in loaded)) throw new Error("the content has problems");
export const { catalog } = loaded;
export const QUIZ = catalog.assessmentBySlug.get("customer-or-product-centric")!;
export const ITEMS = QUIZ.definition.items.map(({ id }) => id);
export const OPENED = new Date("2026-08-03T08:00:00Z");

/** The same ids in both installations, so that whatever differs besides the answers was made by the product. */
let made = 0;
const fixed = () => `01900000-0000-4000-8000-${String((made += 1)).padStart(12, "0")}`;
export const ORGANIZATION = fixed();
export const SLUG = "northern-ferries-1";
export const CYCLE = fixed();
export const OPEN_LINK = fixed();
export const KPI = fixed();
export const EVIDENCE = fixed();
export const INITIATIVE = fixed();
export const SCENARIO = fixed();
export const KEY = "k".repeat(30);

/** How somebody comes to the questions. */
type Way = "member" | "personal" | "open";
export type Respondent = { name: string; way: Way; id: string; memberId: string | null; as: { respondentRole: string; workFunction: string } };
const ASKED = ["member", "member", "member", "personal", "personal"] as const;
const BY_LINK = ["open", "open", "open", "open", "open"] as const;
const GROUPS = [
  { as: { respondentRole: "frontline", workFunction: "sales" }, ways: ASKED },
  { as: { respondentRole: "manager", workFunction: "service" }, ways: BY_LINK },
] as const;
/** Two groups of five, the fewest of whom anything is said: three members and two with a personal link, and five who came by the open link. */
export const RESPONDENTS: Respondent[] = GROUPS.flatMap(({ as, ways }) =>
  ways.map((way, n) => ({
    ...{ name: `${as.respondentRole} ${n} (${way})`, way, id: fixed(), as },
    memberId: way === "member" ? fixed() : null,
  })),
);
/** Those who only look: none of them answers. */
export const STAFF = (["owner", "admin", "analyst", "viewer"] as const).map((role) => ({ role, id: fixed(), memberId: fixed() }));
export const CONSULTANT = { name: "consultant", id: fixed() };
export const OPERATOR = { name: "operator", id: fixed() };

const WISHES: Wishes = {
  basis: [{ assessment: QUIZ.definition.slug, cycle: CYCLE, number: 1 }],
  ...{ quarters: 1, capacity: { people: [1], process: [1], content: [1], technology: [1], kpis: [1] }, budget: null, target: { kind: "furthest" } },
  ...{ importance: {}, pinned: {}, excluded: [], usesLedger: false, seed: 1 },
};

/** Of results that are gone. */
const NO_PLAN = { status: "impossible", problems: [] };

function rows(): Partial<Tenants> {
  const ids = { organization_id: ORGANIZATION };
  const person = (id: string, name: string, operator = false): Row => ({
    ...{ id, name, email: `${id}@example.com`, email_verified: true, two_factor_enabled: false, created_at: OPENED, updated_at: OPENED },
    operator_since: operator ? OPENED : null,
  });
  const members = RESPONDENTS.filter(({ way }) => way === "member");
  const [firm, firmMember, engagement] = [fixed(), fixed(), fixed()];
  const organization = { is_synthetic: false, revision: 1, created_at: OPENED, time_zone: "Europe/Helsinki" };
  const asked = RESPONDENTS.filter(({ way }) => way !== "open");
  return {
    person: [
      ...STAFF.map(({ id, role }) => person(id, `The ${role}`)),
      ...members.map(({ id, name }) => person(id, name)),
      ...[person(CONSULTANT.id, "A consultant"), person(OPERATOR.id, "An operator", true)],
    ],
    organization: [
      { ...organization, id: ORGANIZATION, kind: "company", name: "Northern Ferries", slug: SLUG, support_access_until: new Date("2100-01-01") },
      { ...organization, id: firm, kind: "consultancy", name: "A firm", slug: "a-firm-1" },
    ],
    member: [
      ...STAFF.map(({ id, memberId, role }) => ({ ...ids, id: memberId, person_id: id, role, revision: 1, created_at: OPENED })),
      ...members.map(({ id, memberId, as }) => ({
        ...{ ...ids, id: memberId, person_id: id, role: "respondent", revision: 1, created_at: OPENED },
        ...{ respondent_role: as.respondentRole, work_function: as.workFunction },
      })),
      { organization_id: firm, id: firmMember, person_id: CONSULTANT.id, role: "analyst", revision: 1, created_at: OPENED },
    ],
    engagement: [{ ...ids, id: engagement, consultancy_id: firm, scopes: ["run_assessments", "see_results", "edit_roadmap"], started_at: OPENED, revision: 1 }],
    engagement_assignment: [{ ...ids, engagement_id: engagement, consultancy_id: firm, member_id: firmMember, person_id: CONSULTANT.id, created_at: OPENED }],
    cycle: [
      {
        ...{ ...ids, id: CYCLE, assessment_hash: QUIZ.hash, assessment_slug: QUIZ.definition.slug, period: "2026-Q3", opened_at: OPENED },
        ...{ opened_by: "The owner", revision: 1, is_anonymous: true, asks_everybody: false, has_invited: true, is_result_due: false },
      },
    ],
    respondent: asked.map(({ id, way, memberId, as }) => ({
      ...{ ...ids, id, cycle_id: CYCLE, has_answered: false, reminders: 0, invited_at: OPENED },
      ...(way === "member"
        ? { member_id: memberId, respondent_role: as.respondentRole, work_function: as.workFunction }
        : {
            address: `${id}@example.com`,
            language: "en",
            link_hash: tokenHash(personalTokenOf(TEST_SECRET, { organizationId: ORGANIZATION, respondentId: id })),
          }),
    })),
    open_link: [
      {
        ...{ ...ids, id: OPEN_LINK, cycle_id: CYCLE, expires_at: new Date("2100-01-01"), created_by: "The owner", created_at: OPENED },
        token_hash: tokenHash(openLinkTokenOf(TEST_SECRET, { organizationId: ORGANIZATION, linkId: OPEN_LINK })),
      },
    ],
    kpi: [
      {
        ...{ ...ids, id: KPI, name: "Renewals", unit: "%", higher_is_better: true, cadence: "month", targets: {}, created_by: "The owner" },
        ...{ revision: 1, created_at: OPENED },
      },
    ],
    kpi_reading: [{ ...ids, kpi_id: KPI, on_day: "2026-07-31", value: 61, source: "hand", entered_by: "The owner", entered_at: OPENED, revision: 1 }],
    api_key: [
      {
        ...{ ...ids, id: fixed(), name: "A program", prefix: KEY.slice(0, 8), key_hash: tokenHash(KEY), scope: "read" },
        ...{ created_by: "The owner", created_at: OPENED },
      },
    ],
    scenario: [
      {
        ...{ ...ids, id: SCENARIO, name: "What we can do", first_quarter: "2026-Q4", wishes: WISHES, state: "impossible", outcome: NO_PLAN, stop_asked: false },
        ...{ created_by: "The owner", created_at: OPENED, planned_at: OPENED, revision: 1 },
      },
    ],
    roadmap_initiative: [
      {
        ...{ ...ids, id: INITIATIVE, own: ownInitiative(), state: "proposed", owner_id: STAFF[0]!.memberId, leap_of_faith: "They call back" },
        ...{ created_by: "The owner", created_at: OPENED, revision: 1 },
      },
    ],
    evidence: [
      {
        ...{ ...ids, id: EVIDENCE, assessment_slug: QUIZ.definition.slug, item_id: ITEMS[0], title: "A report" },
        ...{ link: "https://example.com/report", added_by: "The owner", created_at: OPENED, revision: 1 },
      },
    ],
  };
}

/** The planted rows, made once: the ids in them are those of both installations. */
export const PLANTED = rows();
