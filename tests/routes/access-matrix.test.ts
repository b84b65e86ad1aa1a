import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { can } from "#app/domain/access/can.ts";
import { ROUTES, type RouteEntry } from "#app/services/access/route-registry.server.ts";
import { openDatabase } from "#app/services/db/open-database.server.ts";
import { TENANT_TABLES } from "../factories/random-tenants.ts";
import { asOwner } from "../setup/as-owner.ts";
import { copyReadyDatabase } from "../setup/ready-database.ts";
import { freePort, type Product, startProduct } from "../setup/start-product.ts";
import { freshDatabase, postgresServer } from "../setup/test-databases.ts";
import { expectedFor, makeStage, type Outcome, type Somebody, type Stage } from "./access-stage.ts";
import { type Client, clientOf, type Reply } from "./product-client.ts";

const QUIZ = "customer-or-product-centric";
const server = await postgresServer();
const places = [{ name: "the embedded database" }, ...(server ? [{ name: "PostgreSQL", server }] : [])];

/** What is posted where what may be done depends on the form; elsewhere a field that no form has. */
const BODIES: Record<string, string> = {
  // The first one closes it, and for the others it is done.
  "routes/cycle/route": "intent=close",
  // Of an older revision: it changes nothing.
  "routes/member/route": "intent=change&revision=9&role=viewer&respondentRole=&workFunction=",
};
const SURPLUS = "surplus=1";
/** Pages that hide from some who may come in what they may not see there. */
const seesResults = ({ actor }: Somebody) => actor !== null && can(actor, "results.view");
const HIDDEN: Record<string, (somebody: Somebody) => boolean> = {
  "routes/member/route": ({ memberId }) => memberId === null,
  // A respondent has a list of their own results, with none in it.
  "routes/organization-results/route": (somebody) => somebody.memberId === null && !seesResults(somebody),
  "routes/results-file/route": (somebody) => somebody.memberId === null && !seesResults(somebody),
  // A cycle that has not been closed has no figures to take along.
  "routes/team-table/route": () => true,
  "routes/team-figures/route": () => true,
  // Nor has a scenario that cannot be planned a plan.
  "routes/scenario-file/route": () => true,
  "routes/organization-result/route": (somebody) => !seesResults(somebody),
  "routes/organization-roadmap/route": (somebody) => !seesResults(somebody),
  // Nor anything to compare.
  "routes/api-benchmarks/route": () => true,
  // A key finds its own organisation's alone.
  "routes/api-kpi-readings/route": ({ key }) => key?.state === "elsewhere",
};

type Case = { id: string; entry: RouteEntry; method: "GET" | "POST" };
const cases: Case[] = Object.entries(ROUTES).flatMap(([id, entry]) => (Object.keys(entry.calls) as Case["method"][]).map((method) => ({ id, entry, method })));
const guarded = cases.filter(({ entry }) => entry.path.includes(":org"));

describe.each(places)("who may call what, on $name", (place) => {
  const dataDirectory = mkdtempSync(path.join(tmpdir(), "pinhigh-matrix-"));
  const stages = new Map<string, Stage>();
  let foreign: Stage;
  let before: string[];
  let product: Product;
  let client: Client;
  let database: { url: string; drop(): Promise<void> } | null = null;
  let tokens: Record<string, string>;

  const open = () => openDatabase({ databaseUrl: database?.url, dataDirectory, migrations: "prisma/migrations" }, new Date());
  /** Every row of the organisation that nobody here belongs to. */
  async function foreignRows(): Promise<string[]> {
    const opened = await open();
    try {
      return await asOwner(opened.client, async (tx) => {
        const parts = TENANT_TABLES.map((table) => `SELECT '${table} ' || to_jsonb(t)::text AS row FROM "${table}" t`);
        const rows = await tx.$queryRawUnsafe<{ row: string }[]>(parts.join(" UNION ALL "));
        const ids = foreign.rows.organization!.map(({ id }) => String(id));
        return rows
          .map(({ row }) => row)
          .filter((row) => ids.some((id) => row.includes(id)))
          .sort();
      });
    } finally {
      await opened.close();
    }
  }

  beforeAll(async () => {
    if ("server" in place && place.server) database = await freshDatabase(place.server);
    else copyReadyDatabase(dataDirectory);
    const port = await freePort();
    const opened = await open();
    // One for each route and method, so that what one call does stands in the way of no other.
    for (const { id, method } of cases.filter(({ entry, method }) => ![undefined, "public"].includes(entry.calls[method]?.who))) {
      stages.set(
        `${method} ${id}`,
        await makeStage(opened.client, `http://localhost:${port}`, id === "routes/consultancy-clients/route" ? "consultancy" : "company"),
      );
    }
    stages.set("", await makeStage(opened.client, `http://localhost:${port}`));
    foreign = await makeStage(opened.client, `http://localhost:${port}`);
    await opened.close();
    before = await foreignRows();
    product = await startProduct({
      port,
      dataDirectory,
      env: { TRUSTED_PROXY_HOPS: "1", DEMO_WORKSPACE: "on", ...(database ? { DATABASE_URL: database.url } : {}) },
    });
    client = clientOf(product);
    const take = await client.begin(QUIZ);
    const submitted = await client.submit(await client.begin(QUIZ));
    tokens = { take, results: submitted, portfolios: await client.portfolio(submitted) };
  }, 300_000);

  afterAll(async () => {
    await product.stop();
    expect(await foreignRows()).toEqual(before);
    expect(product.output()).not.toMatch(/"level":[56]0/);
    await database?.drop();
    rmSync(dataDirectory, { recursive: true, force: true });
  }, 120_000);

  const stageOf = ({ id, method }: Case) => stages.get(`${method} ${id}`) ?? stages.get("")!;
  const fill = ({ path: pattern }: RouteEntry, stage: Stage, somebody?: Somebody) =>
    `/${pattern}`
      .replace(":org", stage.slug)
      .replace(":token", () => ({ ...tokens, ...stage.tokens })[pattern.split("/")[0]!] ?? "no-way-to-make-this-token")
      .replace(":slug", QUIZ)
      .replace(":hash", "0".repeat(64))
      .replace(":step", "sign-in-options")
      .replace(":cycle", stage.children.cycle)
      .replace(":item", "phone-answer")
      .replace(":response", stage.children.response)
      .replace(":kpi", stage.children.kpi)
      .replace(":day", "2026-01-31")
      .replace(":evidence", stage.children.evidence)
      .replace(":scenario", stage.children.scenario)
      .replace(":initiative", stage.children.initiative)
      .replace(":attachment", stage.children.attachment)
      .replace(":format", "csv")
      .replace(":member", somebody?.memberId ?? stage.children.member)
      .replace("*", "nothing/here");
  const call = (address: string, method: string, somebody: Somebody, body = SURPLUS) =>
    client.ask(address, {
      method,
      headers: {
        ...(somebody.cookie ? { Cookie: somebody.cookie } : {}),
        ...(somebody.key ? { Authorization: `Bearer ${somebody.key.secret}` } : {}),
        ...(method === "POST" ? { "Content-Type": "application/x-www-form-urlencoded" } : {}),
      },
      body: method === "POST" ? body : null,
    });

  it("every parameter of a path can be filled", () => {
    for (const each of cases) expect(fill(each.entry, stageOf(each)), each.id).not.toMatch(/:[a-z]|no-way/);
  });

  it.each(cases)(
    "$method $id",
    async (each) => {
      const { id, entry, method } = each;
      const stage = stageOf(each);
      for (const somebody of stage.everybody) {
        const { who } = entry.calls[method]!;
        const hidden = method === "GET" && HIDDEN[id]?.(somebody) && expectedFor(who, somebody, method) === "through";
        const expected = hidden ? "missing" : expectedFor(who, somebody, method);
        // Nobody's own membership is changed here; the page of it is read.
        const address = fill(entry, stage, method === "GET" ? somebody : undefined);
        for (const form of ["", ...(id.startsWith("routes/api-") ? [] : [".data"])]) {
          const reply = await call(address === "/" && form ? "/_root.data" : address + form, method, somebody, BODIES[id]);
          expect(`${somebody.name}: ${outcomeOf(reply, entry)}`, `${method} ${address}${form} ${reply.status} ${reply.body.slice(0, 300)}`).toBe(
            `${somebody.name}: ${expected}`,
          );
          // An operator's own pages name every organisation, person and address.
          if (who === "operator" && somebody.isOperator) continue;
          expectNoLeak(
            reply,
            somebody.actor || (who === "key" && somebody.key) || who === "token" || Object.values(stage.tokens).includes(address.split("/")[2]!)
              ? stage.word
              : null,
          );
        }
      }
    },
    120_000,
  );

  /** No word of any organisation but one's own is anywhere in a reply. */
  function expectNoLeak({ body, headers }: Reply, own: string | null): void {
    const words = new Set(`${body} ${JSON.stringify([...headers])}`.match(/secret[0-9a-f]{16}/g));
    if (own) words.delete(own);
    expect([...words]).toEqual([]);
  }

  it.each(guarded)("$method $id of a foreign organisation is answered like one that is not", async (each) => {
    const stage = stageOf(each);
    const stranger = stage.everybody.find(({ name }) => name === "owner of another organisation")!;
    const missing = { ...stage, slug: stage.slug.split("").reverse().join("") };
    for (const form of ["", ".data"]) {
      const [theirs, none] = await Promise.all(
        [stage, missing].map(async (at) => plain(await call(fill(each.entry, at) + form, each.method, stranger, BODIES[each.id]), at.slug)),
      );
      expect(theirs!.status).toBe(form && each.method === "GET" ? theirs!.status : 404);
      expect(theirs).toEqual(none);
    }
  });

  it.each(guarded)("$method $id where no owner lets the operator look any more is answered like one that is not", async (each) => {
    const stage = stageOf(each);
    const operator = stage.everybody.find(({ isOperator }) => isOperator)!;
    const [closed, missing] = [stage.elsewhere, stage.elsewhere.split("").reverse().join("")].map((slug) => ({ ...stage, slug }));
    for (const form of ["", ".data"]) {
      const [theirs, none] = await Promise.all(
        [closed!, missing!].map(async (at) => plain(await call(fill(each.entry, at) + form, each.method, operator, BODIES[each.id]), at.slug)),
      );
      expect(theirs!.status).toBe(form && each.method === "GET" ? theirs!.status : 404);
      expect(theirs).toEqual(none);
    }
  });

  it("HEAD of a file says what the file would be, and leaves no line in the audit trail that it was taken", async () => {
    const stage = stages.get("GET routes/audit-file/route")!;
    const owner = stage.everybody.find(({ name }) => name === "owner")!;
    const taken = async () => (await call(`/o/${stage.slug}/settings/audit.csv`, "GET", owner)).body.split("as a file").length;
    const before = await taken();
    for (const file of [
      "results.csv",
      "cycles.csv",
      "kpis.csv",
      "evidence.csv",
      "trends.csv",
      "settings/people.csv",
      "settings/audit.csv",
      "settings/export.json",
    ]) {
      const head = await call(`/o/${stage.slug}/${file}`, "HEAD", owner);
      expect([head.status, head.body, head.headers.get("Content-Disposition")], file).toEqual([
        200,
        "",
        expect.stringMatching(new RegExp(`-${stage.slug}.csv"|"${stage.slug}.json"`)),
      ]);
    }
    // The reading of the trail is itself the one line more.
    expect(await taken()).toBe(before + 1);
    // What GET refuses, HEAD refuses too.
    for (const file of ["results.csv", "settings/audit.csv?from=not-a-day", "kpis/01890000-0000-7000-8000-000000000000/readings.csv"]) {
      for (const person of stage.everybody.filter(({ name }) => name === "owner" || name === "respondent")) {
        const [head, get] = [await call(`/o/${stage.slug}/${file}`, "HEAD", person), await call(`/o/${stage.slug}/${file}`, "GET", person)];
        expect([head.status, head.headers.get("Content-Type")], `${file} for ${person.name}`).toEqual([get.status, get.headers.get("Content-Type")]);
      }
    }
  });

  describe("one's own organisation in the path with a foreign child", () => {
    const owner = () => stages.get("")!.everybody.find(({ name }) => name === "owner")!;
    const absent = "01890000-0000-7000-8000-000000000000";

    it.each([
      ["a member to look at", "GET", (child: string) => `settings/people/${child}`, () => SURPLUS, "member"],
      ...["change&revision=1&role=viewer&respondentRole=&workFunction=", "remove", "transfer", "leave"].map(
        (intent) => [`a member to ${intent.split("&")[0]}`, "POST", (child: string) => `settings/people/${child}`, () => `intent=${intent}`, "member"] as const,
      ),
      ...["resend", "withdraw"].map(
        (intent) =>
          [
            `an invitation to ${intent}`,
            "POST",
            () => "settings/invitations",
            (child: string) => `intent=${intent}&invitation=${child}`,
            "invitation",
          ] as const,
      ),
      ["a cycle to look at", "GET", (child: string) => `cycles/${child}`, () => SURPLUS, "cycle"],
      ...["answer", "close", "remind", "unlink", "end-series", "closing&revision=1&closesAt=", "reopen&revision=1&reason=x&closesAt="].map(
        (intent) => [`a cycle to ${intent.split("&")[0]}`, "POST", (child: string) => `cycles/${child}`, () => `intent=${intent}`, "cycle"] as const,
      ),
      ["a team's result to look at", "GET", (child: string) => `cycles/${child}/result`, () => SURPLUS, "cycle"],
      ["a team's figures to take", "GET", (child: string) => `cycles/${child}/result.json`, () => SURPLUS, "cycle"],
      ["a question to look at", "GET", (child: string) => `cycles/${child}/result/phone-answer`, () => SURPLUS, "cycle"],
      ["a question to agree on", "POST", (child: string) => `cycles/${child}/result/phone-answer`, () => "intent=withdraw&revision=0", "cycle"],
      ...["", "/edit", "/targets", "/readings/2026-01-31", "/readings.csv"].map(
        (page) => [`a KPI to look at${page}`, "GET", (child: string) => `kpis/${child}${page}`, () => SURPLUS, "kpi"] as const,
      ),
      ...["archive", "remove-reading&on=2026-01-31&revision=1", "add-reading&on=2026-02-28&value=1&note="].map(
        (intent) => [`a KPI to ${intent.split("&")[0]}`, "POST", (child: string) => `kpis/${child}`, () => `intent=${intent}`, "kpi"] as const,
      ),
      ["a key to revoke", "POST", () => "settings/api", (child: string) => `intent=revoke&key=${child}`, "key"],
      ["an evidence to look at", "GET", (child: string) => `evidence/${child}`, () => SURPLUS, "evidence"],
      ["a file to save", "GET", (child: string) => `evidence/${child}/file`, () => SURPLUS, "evidence"],
      ["an evidence to change", "POST", (child: string) => `evidence/${child}`, () => "intent=change&revision=1", "evidence"],
      ["an evidence to remove", "POST", (child: string) => `evidence/${child}`, () => "intent=remove&typed=x", "evidence"],
      ...["", "/timeline"].map(
        (page) =>
          [
            `an initiative to move${page}`,
            "POST",
            () => `roadmap${page}`,
            (child: string) => `intent=move&id=${child}&revision=1&state=done`,
            "initiative",
          ] as const,
      ),
      ["an initiative to look at", "GET", (child: string) => `roadmap/initiatives/${child}`, () => SURPLUS, "initiative"],
      ["an initiative to change", "POST", (child: string) => `roadmap/initiatives/${child}`, () => "intent=keep&owner=&due=&revision=1", "initiative"],
      ["an initiative to describe", "GET", (child: string) => `roadmap/initiatives/${child}/edit`, () => SURPLUS, "initiative"],
      ["an initiative to describe anew", "POST", (child: string) => `roadmap/initiatives/${child}/edit`, () => "intent=own&revision=1", "initiative"],
      ["a result to look at", "GET", (child: string) => `results/${child}`, () => SURPLUS, "response"],
      ["a roadmap to look at", "GET", (child: string) => `results/${child}/roadmap`, () => SURPLUS, "response"],
    ] as const)("%s: 404, the same as for one that is not", async (_, method, address, body, child) => {
      const { slug } = stages.get("")!;
      const ask = async (id: string) => plain(await call(`/o/${slug}/${address(id)}`, method, owner(), body(id)), id);
      const theirs = await ask(foreign.children[child]);
      expect(theirs.status).toBe(404);
      expect(theirs).toEqual(await ask(absent));
    });

    it("an organisation named in the body or the query is not looked at", async () => {
      const { slug } = stages.get("")!;
      const id = String(foreign.rows.organization![0]!["id"]);
      for (const name of ["org", "orgId", "organizationId", "organization_id", "slug"]) {
        for (const value of [id, foreign.slug]) {
          const read = await call(`/o/${slug}?${name}=${value}`, "GET", owner());
          expect(read.status).toBe(200);
          expectNoLeak(read, stages.get("")!.word);
          const written = await call(`/o/${slug}/settings/profile`, "POST", owner(), `${name}=${value}&name=Taken`);
          expect([400, 422]).toContain(written.status);
          expectNoLeak(written, stages.get("")!.word);
        }
      }
    });
  });
});

/** What became of a call; a page that was not found because of what was asked for, and not of who asked, is one that was reached. */
function outcomeOf({ status, headers, body }: Reply, { path: pattern }: RouteEntry): Outcome {
  const location = headers.get("Location") ?? (status === 202 ? body : "");
  if (/\/sign-in(\?|"|$)/.test(location) && !pattern.startsWith("sign-in")) return "sign-in";
  if (status === 401) return "no-key";
  if (status === 403) return "forbidden";
  if (status === 404) return pattern.endsWith("*") || pattern.startsWith("plans/") ? "through" : "missing";
  if (status >= 500) throw new Error(`${status} ${body.slice(0, 500)}`);
  return "through";
}

/** A reply without what differs each time, and without the name it was asked for. */
function plain({ status, headers, body }: Reply, asked: string): { status: number; headers: [string, string][]; body: string } {
  const changing = /^(date|x-request-id|content-security-policy|content-length|etag|keep-alive)$/;
  return {
    status,
    headers: [...headers].filter(([name]) => !changing.test(name)),
    body: body
      .replaceAll(asked, "ASKED")
      .replace(/nonce=(\\?)"[^"]+"/g, "")
      .replace(/"nonce\\?":\\?"[^"]+"/g, ""),
  };
}
