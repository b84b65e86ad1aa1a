import { matchRoutes } from "@remix-run/react";
import type { Action } from "#app/domain/access/can.ts";
import { LARGEST_IMPORT_BODY } from "#app/domain/kpis/import-form.ts";
import { LARGEST_UPLOAD } from "#app/domain/evidence/file-types.ts";
import { LARGEST_IMPORT } from "#app/domain/export/import-limit.ts";

/**
 * Who may call: everybody; whoever holds the token in the address; whoever is signed in; whoever runs the installation; a program
 * with a key of its organisation (to write, one that may write); or whoever may do it in the organisation of the address (can.ts).
 */
export type Caller = "public" | "token" | "person" | "operator" | "key" | Action;

/** What a request counts as for the rate limiter (server/rate-limits.ts); `links` and `answers`: by the token in its address too. */
export type LimitClass = "reads" | "writes" | "plans" | "starts" | "identity" | "links" | "answers";

/** How long a reply may be kept by whom. Only files are kept; a page may be somebody's own. */
export const CACHE_CONTROL = { "no-store": "no-store", public: "public, max-age=3600", immutable: "public, max-age=31536000, immutable" } as const;
export type CacheRule = keyof typeof CACHE_CONTROL;

type Method = "GET" | "POST";
type Call = { who: Caller; limit: LimitClass };
export type RouteEntry = {
  /** As in app/routes.ts. */
  path: string;
  cache: CacheRule;
  /** The parameters of the path that open something: struck out of the log. */
  secrets: readonly string[];
  /** By method; HEAD is GET. A method that is not here is answered 405. */
  calls: Partial<Record<Method, Call>>;
  /** Bytes of a body, where one may be larger than anywhere else. */
  largestBody?: number;
  /** Whether what is read is a file of somebody's, of which only some are given out at once. */
  givesFile?: true;
};

const entry = (path: string, calls: RouteEntry["calls"], secrets: readonly string[] = []): RouteEntry => ({ path, cache: "no-store", secrets, calls });
const call = (who: Caller, limit: LimitClass): Call => ({ who, limit });

/** Somebody reads. */
const read = (path: string, who: Caller, limit: LimitClass = "reads") => entry(path, { GET: call(who, limit) });
/** A page and the form on it. */
const form = (path: string, who: Caller, limit: LimitClass = "writes") => entry(path, { GET: call(who, "reads"), POST: call(who, limit) });
/** Something that is only sent. */
const send = (path: string, who: Caller, limit: LimitClass = "writes") => entry(path, { POST: call(who, limit) });
/** Where somebody answers, which saves at each answer: a whole office does so from one address at the same time. */
const answering = (path: string) => entry(path, { GET: call("token", "answers"), POST: call("token", "answers") });
/** What a cycle's mails lead to: a whole office comes by it from one address on the same morning. */
const byLink = (path: string) => entry(path, { GET: call("token", "links"), POST: call("token", "links") });
/** Whoever holds the token in the address: it opens what it is about. */
const withToken = ({ path, calls }: RouteEntry) => entry(path, calls, ["token"]);

/** Every route of app/routes.ts by its id. A test fails one that is not here, and an entry without a route. */
export const ROUTES: Readonly<Record<string, RouteEntry>> = {
  "routes/home/route": read("", "public"),
  "routes/language/route": form("language", "public"),
  "routes/start/route": read("start", "public"),
  "routes/demo/route": form("demo", "public", "starts"),
  "routes/assessments/route": read("assessments", "public"),
  "routes/assessment/route": form("assessments/:slug", "public", "starts"),
  "routes/example-result/route": read("assessments/:slug/example", "public"),
  "routes/example-roadmap/route": read("assessments/:slug/example/roadmap", "public", "plans"),
  "routes/take/route": withToken(answering("take/:token")),
  "routes/take-answers/route": withToken(send("take/:token/answers", "token", "answers")),
  "routes/take-check/route": withToken(answering("take/:token/check")),
  "routes/take-save/route": withToken(read("take/:token/save", "token")),
  "routes/answer/route": withToken(byLink("answer/:token")),
  "routes/unsubscribe/route": withToken(byLink("answer/:token/unsubscribe")),
  "routes/result/route": withToken(read("results/:token", "token")),
  "routes/result-roadmap/route": withToken(read("results/:token/roadmap", "token", "plans")),
  "routes/claim/route": withToken(entry("results/:token/claim", { GET: call("token", "reads"), POST: call("person", "writes") })),
  "routes/portfolios/route": form("portfolios", "public", "starts"),
  "routes/portfolio/route": withToken(form("portfolios/:token", "token", "starts")),
  "routes/portfolio-roadmap/route": withToken(read("portfolios/:token/roadmap", "token", "plans")),
  "routes/plan-progress/route": read("plans/:hash", "public"),
  "routes/sign-up/route": form("sign-up", "public", "identity"),
  "routes/sign-up-sent/route": read("sign-up/sent", "public"),
  "routes/verify-address/route": form("verify-address", "public", "identity"),
  "routes/sign-in/route": form("sign-in", "public", "identity"),
  "routes/second-step/route": form("sign-in/second-step", "public", "identity"),
  "routes/sign-out/route": form("sign-out", "public"),
  "routes/forgot-password/route": form("forgot-password", "public", "identity"),
  "routes/reset-password/route": form("reset-password", "public", "identity"),
  "routes/account/route": form("account", "person"),
  "routes/account-security/route": form("account/security", "person", "identity"),
  "routes/second-factor/route": form("account/security/second-factor", "person", "identity"),
  "routes/account-address/route": form("account/address", "person", "identity"),
  "routes/confirm-address/route": form("account/address/confirm", "person", "identity"),
  "routes/account-data/route": read("account/data", "person"),
  "routes/account-data-file/route": read("account/data.json", "person", "plans"),
  "routes/account-delete/route": form("account/delete", "person", "identity"),
  // Two of its steps are for whoever is signed in, and say so themselves.
  "routes/passkey-step/route": send("api/auth/passkey/:step", "public", "identity"),
  "routes/notifications/route": form("notifications", "person"),
  "routes/account-notifications/route": form("account/notifications", "person"),
  "routes/organizations/route": read("o", "person"),
  "routes/new-organization/route": form("o/new", "person", "starts"),
  "routes/import-organization/route": { ...form("o/new/import", "person", "identity"), largestBody: LARGEST_IMPORT },
  "routes/organization/route": read("o/:org", "organization.view"),
  "routes/cycles/route": entry("o/:org/cycles", { GET: call("cycles.view", "reads"), POST: call("cycles.run", "writes") }),
  "routes/cycles-file/route": read("o/:org/cycles.csv", "lists.export"),
  "routes/new-cycle/route": form("o/:org/cycles/new", "cycles.run"),
  // To answer in it takes `cycles.respond` alone.
  "routes/cycle/route": entry("o/:org/cycles/:cycle", { GET: call("cycles.view", "reads"), POST: call("cycles.run", "writes") }),
  "routes/trends/route": read("o/:org/trends", "results.view"),
  "routes/trend-file/route": read("o/:org/trends.csv", "results.view"),
  "routes/benchmarks/route": entry("o/:org/benchmarks", { GET: call("benchmarks.view", "reads"), POST: call("benchmarks.consent", "writes") }),
  "routes/compare/route": form("o/:org/compare", "results.view"),
  "routes/summary/route": read("o/:org/summary", "results.view"),
  "routes/milestones/route": entry("o/:org/milestones", { GET: call("results.view", "reads"), POST: call("cycles.run", "writes") }),
  "routes/team-result/route": read("o/:org/cycles/:cycle/result", "results.view"),
  "routes/team-table/route": read("o/:org/cycles/:cycle/result.csv", "results.view"),
  "routes/team-figures/route": read("o/:org/cycles/:cycle/result.json", "results.view"),
  "routes/team-item/route": entry("o/:org/cycles/:cycle/result/:item", { GET: call("results.view", "reads"), POST: call("cycles.run", "writes") }),
  // Everybody sees their own results; whom the engagement shows none finds none.
  "routes/organization-results/route": read("o/:org/results", "organization.view"),
  "routes/results-file/route": read("o/:org/results.csv", "lists.export"),
  "routes/organization-result/route": read("o/:org/results/:response", "organization.view"),
  "routes/organization-roadmap/route": read("o/:org/results/:response/roadmap", "organization.view", "plans"),
  "routes/ledger/route": read("o/:org/roadmap/promises", "roadmap.view"),
  "routes/scenarios/route": entry("o/:org/scenarios", { GET: call("roadmap.view", "reads"), POST: call("roadmap.edit", "writes") }),
  "routes/new-scenario/route": form("o/:org/scenarios/new", "roadmap.edit"),
  "routes/compare-scenarios/route": read("o/:org/scenarios/compare", "roadmap.view"),
  "routes/scenario/route": entry("o/:org/scenarios/:scenario", { GET: call("roadmap.view", "reads"), POST: call("roadmap.edit", "writes") }),
  "routes/scenario-views/route": read("o/:org/scenarios/:scenario/views", "roadmap.view"),
  "routes/scenario-wishes/route": form("o/:org/scenarios/:scenario/wishes", "roadmap.edit"),
  "routes/scenario-progress/route": read("o/:org/scenarios/:scenario/progress", "roadmap.view"),
  "routes/scenario-inputs/route": read("o/:org/scenarios/:scenario/inputs.json", "roadmap.export"),
  "routes/scenario-file/route": read("o/:org/scenarios/:scenario/files/:format", "roadmap.export", "plans"),
  "routes/roadmap-board/route": entry("o/:org/roadmap", { GET: call("roadmap.view", "reads"), POST: call("roadmap.edit", "writes") }),
  "routes/roadmap-timeline/route": entry("o/:org/roadmap/timeline", { GET: call("roadmap.view", "reads"), POST: call("roadmap.edit", "writes") }),
  "routes/roadmap-file/route": read("o/:org/roadmap/files/:format", "roadmap.export", "plans"),
  "routes/kpis/route": read("o/:org/kpis", "kpis.view"),
  "routes/kpis-file/route": read("o/:org/kpis.csv", "kpis.export"),
  "routes/new-kpi/route": form("o/:org/kpis/new", "kpis.edit"),
  "routes/import-readings/route": { ...form("o/:org/kpis/import", "kpis.edit"), largestBody: LARGEST_IMPORT_BODY },
  "routes/kpi/route": entry("o/:org/kpis/:kpi", { GET: call("kpis.view", "reads"), POST: call("kpis.edit", "writes") }),
  "routes/kpi-terms/route": form("o/:org/kpis/:kpi/edit", "kpis.edit"),
  "routes/kpi-targets/route": form("o/:org/kpis/:kpi/targets", "kpis.edit"),
  "routes/kpi-reading/route": form("o/:org/kpis/:kpi/readings/:day", "kpis.edit"),
  "routes/kpi-readings-file/route": read("o/:org/kpis/:kpi/readings.csv", "kpis.export"),
  "routes/new-initiative/route": form("o/:org/roadmap/initiatives/new", "roadmap.edit"),
  "routes/initiative/route": {
    ...entry("o/:org/roadmap/initiatives/:initiative", { GET: call("roadmap.view", "reads"), POST: call("roadmap.edit", "writes") }),
    largestBody: LARGEST_UPLOAD,
  },
  "routes/initiative-terms/route": form("o/:org/roadmap/initiatives/:initiative/edit", "roadmap.edit"),
  "routes/initiative-file/route": { ...read("o/:org/roadmap/initiatives/:initiative/files/:attachment", "roadmap.view"), givesFile: true },
  "routes/leaps/route": read("o/:org/roadmap/leaps", "roadmap.view"),
  "routes/evidence/route": read("o/:org/evidence", "evidence.view"),
  "routes/evidence-file/route": read("o/:org/evidence.csv", "evidence.export"),
  "routes/new-evidence/route": { ...form("o/:org/evidence/new", "evidence.edit"), largestBody: LARGEST_UPLOAD },
  "routes/evidence-audit/route": read("o/:org/evidence/audit/:slug", "evidence.view"),
  "routes/evidence-piece/route": {
    ...entry("o/:org/evidence/:evidence", { GET: call("evidence.view", "reads"), POST: call("evidence.edit", "writes") }),
    largestBody: LARGEST_UPLOAD,
  },
  "routes/evidence-piece-file/route": { ...read("o/:org/evidence/:evidence/file", "evidence.view"), givesFile: true },
  "routes/people/route": read("o/:org/settings/people", "members.view"),
  "routes/people-file/route": read("o/:org/settings/people.csv", "data.export"),
  // Everybody sees and may end their own membership.
  "routes/member/route": entry("o/:org/settings/people/:member", { GET: call("organization.view", "reads"), POST: call("members.manage", "writes") }),
  "routes/invitations/route": form("o/:org/settings/invitations", "members.manage"),
  "routes/consultancies/route": entry("o/:org/settings/consultancies", {
    GET: call("engagements.view", "reads"),
    POST: call("engagements.manage", "writes"),
  }),
  "routes/consultancy-clients/route": entry("o/:org/settings/clients", { GET: call("engagements.view", "reads"), POST: call("clients.assign", "writes") }),
  "routes/profile/route": form("o/:org/settings/profile", "organization.edit"),
  "routes/audit/route": read("o/:org/settings/audit", "audit.view"),
  "routes/api-keys/route": form("o/:org/settings/api", "keys.manage"),
  "routes/audit-file/route": read("o/:org/settings/audit.csv", "audit.view"),
  "routes/support/route": form("o/:org/settings/support", "support.manage"),
  "routes/organization-data/route": entry("o/:org/settings/data", {
    GET: call("organization.export", "reads"),
    POST: call("organization.retain", "writes"),
  }),
  "routes/organization-file/route": read("o/:org/settings/export.json", "organization.export", "plans"),
  "routes/deletion/route": form("o/:org/settings/deletion", "organization.delete"),
  "routes/invitation/route": withToken(entry("invitations/:token", { GET: call("token", "reads"), POST: call("person", "writes") })),
  // To decline an offer takes its link alone.
  "routes/engagement-offer/route": withToken(form("engagements/:token", "token")),
  "routes/clients/route": read("clients", "person"),
  "routes/admin/route": read("admin", "operator"),
  "routes/admin-organizations/route": read("admin/organizations", "operator"),
  "routes/admin-people/route": read("admin/people", "operator"),
  "routes/admin-jobs/route": form("admin/jobs", "operator"),
  "routes/admin-mails/route": form("admin/mails", "operator"),
  "routes/admin-content/route": read("admin/content", "operator"),
  "routes/admin-reference-sets/route": form("admin/reference-sets", "operator"),
  "routes/admin-events/route": read("admin/events", "operator"),
  "routes/method/route": read("method", "public"),
  "routes/api-docs/route": read("api/docs", "public"),
  "routes/api-openapi/route": read("api/v1/openapi.json", "public"),
  "routes/api-assessments/route": read("api/v1/assessments", "public"),
  "routes/api-assessment/route": read("api/v1/assessments/:slug", "public"),
  "routes/api-score/route": send("api/v1/assessments/:slug/score", "public"),
  "routes/api-plan/route": send("api/v1/roadmap/plan", "public", "plans"),
  "routes/api-initiatives/route": read("api/v1/initiatives", "public"),
  "routes/api-kpis/route": read("api/v1/kpis", "public"),
  "routes/api-organization-kpis/route": read("api/v1/organization/kpis", "key"),
  "routes/api-benchmarks/route": read("api/v1/benchmarks/:slug", "key"),
  "routes/api-kpi-readings/route": form("api/v1/kpis/:kpi/readings", "key"),
  "routes/api-not-found/route": form("api/*", "public"),
  "routes/not-found/route": form("*", "public"),
};

const BRANCHES = Object.entries(ROUTES).map(([id, { path }]) => ({ id, path: `/${path}` }));

/** The entry of the route that Remix finds for a path (as sent: encoded, in any case, for a page or its data); null for none. */
export function routeAt(pathname: string): RouteEntry | null {
  if (decoded(pathname) === null) return null;
  const [match] = matchRoutes(BRANCHES, pageOf(pathname)) ?? [];
  return match?.route.id ? (ROUTES[match.route.id] ?? null) : null;
}

/** What the address holds that opens something, read as it is matched (decoded, for a page or its data); null where the route has no such thing. */
export function secretAt({ path, secrets: [name] }: RouteEntry, pathname: string): string | null {
  return (name && matchRoutes([{ path: `/${path}` }], pageOf(pathname))?.[0]?.params[name]) ?? null;
}

function pageOf(pathname: string): string {
  return pathname.replace(/\.data$/, "").replace(/^\/_root$/, "/") || "/";
}

/** What a request counts as. What the route does not do, and what is not there, counts by its method alone. */
export function limitClassOf(entry: RouteEntry | null, method: string): LimitClass {
  const reads = ["GET", "HEAD", "OPTIONS"].includes(method);
  return entry?.calls[reads ? "GET" : "POST"]?.limit ?? (reads ? "reads" : "writes");
}

/** Whether a route is for programs with a key of their organisation. */
export function takesKey(entry: RouteEntry | null): boolean {
  return Object.values(entry?.calls ?? {}).some(({ who }) => who === "key");
}

/** Every place of a path in which a secret stands, whatever comes after it: an address that was cut short or mistyped holds it too. */
const SECRET_PLACES = [...new Set(Object.values(ROUTES).flatMap(({ path, secrets }) => secrets.map((name) => `${path.split(`:${name}`)[0]}:${name}`)))].map(
  (place) => {
    const names = place.split("/");
    const before = names.slice(0, -1).map((name) => (name.startsWith(":") ? "[^/]+" : name));
    return { secret: names.at(-1)!, pattern: new RegExp(`^((?:/${before.join("/")})/)[^/.]+`, "i") };
  },
);

/** A path for the log, read as it is matched (decoded, in any case), with its secrets struck out. At most 200 characters. */
export function withoutSecrets(pathname: string): string {
  const path = decoded(pathname)?.replace(/\/+/g, "/");
  if (path === undefined) return "(unreadable)";
  return SECRET_PLACES.reduce((struck, { secret, pattern }) => struck.replace(pattern, `$1${secret}`), path).slice(0, 200);
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}
