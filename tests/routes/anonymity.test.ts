import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Answers } from "#app/domain/assessment/answer.ts";
import { organizationFileSchema } from "#app/domain/export/organization-file.ts";
import { seededRandom } from "#app/domain/scoring/seeded-random.ts";
import { ROUTES, type RouteEntry } from "#app/services/access/route-registry.server.ts";
import { storeVersions } from "#app/services/content/store-versions.server.ts";
import { openDatabase } from "#app/services/db/open-database.server.ts";
import { openLinkTokenOf, personalTokenOf, resultTokenOf } from "#app/services/responses/respondent-token.server.ts";
import { plant } from "../factories/random-tenants.ts";
import { sessionCookie } from "../factories/session-cookie.ts";
import { asOwner } from "../setup/as-owner.ts";
import { copyReadyDatabase } from "../setup/ready-database.ts";
import { freePort, type Product, startProduct, TEST_SECRET } from "../setup/start-product.ts";
import { type Client, clientOf } from "./product-client.ts";
import { randomAnswers } from "./random-answers.ts";
import {
  CONSULTANT,
  CYCLE,
  EVIDENCE,
  INITIATIVE,
  ITEMS,
  KEY,
  KPI,
  OPENED,
  OPEN_LINK,
  OPERATOR,
  ORGANIZATION,
  PLANTED,
  QUIZ,
  RESPONDENTS,
  type Respondent,
  SCENARIO,
  SLUG,
  STAFF,
  catalog,
} from "./anonymity-world.ts";

const V4 = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab]/;

/** Who gave which answers, by their place among the respondents. */
const FIRST = RESPONDENTS.map((_, index) => index);
/** In each group everybody has given the answers of the next: members and those with a personal link exchange theirs as well. */
const SECOND = FIRST.map((index) => (index % 5 === 4 ? index - 4 : index + 1));

/**
 * Where a respondent, and nobody else, may see a difference: these show what they have answered themselves. Nothing of theirs is on any
 * other page, and the single answers of others are on none.
 */
const OWN: readonly string[] = [
  "routes/result/route",
  "routes/result-roadmap/route",
  "routes/organization/route",
  "routes/organization-results/route",
  "routes/results-file/route",
  "routes/organization-result/route",
  "routes/organization-roadmap/route",
  "routes/account-data-file/route",
];

/**
 * What differs between any two runs in more than a moment: how many jobs wait, and where two moments in a page's data are one. The rows of the
 * trail are compared by themselves, and nothing of an organisation is on the others.
 */
const BY_CHANCE: readonly string[] = ["routes/admin/route", "routes/admin-jobs/route", "routes/audit/route", "routes/example-result/route"];

/** Where what people wrote is to be read, without their names: beside the question, and in the organisation's file. */
const COMMENTS: readonly string[] = ["routes/team-item/route", "routes/organization-file/route"];

/**
 * What an owner finds nothing at: a table that is not named, the single results, the file of a plan that there is none of, the files of an initiative
 * and an evidence without one, and the clients of a company.
 */
const HIDDEN_FROM_OWNER: readonly string[] = [
  "routes/team-table/route",
  "routes/organization-result/route",
  "routes/organization-roadmap/route",
  "routes/scenario-file/route",
  "routes/initiative-file/route",
  "routes/evidence-piece-file/route",
  "routes/consultancy-clients/route",
];

/** What a set of answers is, whoever gives it: with words and a link that nobody else has. All answer the same questions: where fewer than five did, nothing would be shown. */
function answersOf(set: number): Answers {
  const answers = randomAnswers(QUIZ.definition, seededRandom(900 + set), true);
  answers[ITEMS[0]!] = { state: "not_sure", comment: `words of set ${set}` };
  return answers;
}

/** What everybody read in one installation: by who read what, and where. */
type Seen = { pages: Map<string, string>; outbox: string[]; log: string[]; file: Entry[] };

/** One installation in which the respondents, in the same order, give the answers that `given` says, and everybody reads everything. */
async function lived(port: number, given: readonly number[]): Promise<Seen> {
  const dataDirectory = mkdtempSync(path.join(tmpdir(), "pinhigh-anonymity-"));
  const open = () => openDatabase({ databaseUrl: undefined, dataDirectory, migrations: "prisma/migrations" }, new Date());
  copyReadyDatabase(dataDirectory);
  let product: Product | undefined;
  try {
    const before = await open();
    await storeVersions(before.client, { ...catalog, assessments: [QUIZ] });
    await asOwner(before.client, (tx) => plant(tx, PLANTED));
    const cookies = new Map<string, string>();
    for (const { id } of PLANTED.person! as { id: string }[])
      cookies.set(id, (await sessionCookie(before.client, { personId: id }, { origin: `http://localhost:${port}` })).cookie);
    await before.close();
    product = await startProduct({ port, dataDirectory, env: { TRUSTED_PROXY_HOPS: "1", LOG_LEVEL: "trace" } });
    const client = clientOf(product);
    const answering = { from: new Date(), to: new Date() };
    const takes: string[] = [];
    for (const [index, respondent] of RESPONDENTS.entries()) takes.push(await answered(client, respondent, cookies, answersOf(given[index]!)));
    answering.to = new Date();
    const read = reader(client, takes, answering);
    const pages = new Map<string, string>();
    const owner = STAFF[0]!;
    const asOwnerOfAll = { name: "owner while it is open", cookie: cookies.get(owner.id)!, own: null };
    for (const [key, text] of await read([asOwnerOfAll], [])) pages.set(key, text);
    const closing = await client.postForm(`/o/${SLUG}/cycles/${CYCLE}`, "intent=close", { Cookie: cookies.get(owner.id)! });
    expect(closing.status).toBe(303);
    const figures = `/o/${SLUG}/cycles/${CYCLE}/result.json`;
    await vi.waitFor(async () => expect((await client.ask(figures, { headers: { Cookie: cookies.get(owner.id)! } })).status).toBe(200), {
      timeout: 60_000,
      interval: 200,
    });
    const after = await responsesOf(client, cookies.get(owner.id)!);
    const everybody = [
      ...STAFF.map(({ role, id }) => ({ name: role, cookie: cookies.get(id)!, own: null })),
      ...[CONSULTANT, OPERATOR].map(({ name, id }) => ({ name, cookie: cookies.get(id)!, own: null })),
      ...RESPONDENTS.map(({ name, id }, index) => ({ name, cookie: cookies.get(id) ?? null, own: index })),
    ];
    for (const [key, text] of await read(everybody, await ownResults(client, cookies))) pages.set(key, text);
    await product.stop();
    const log = product.output();
    product = undefined;
    return { pages, log: logLines(log), ...(await keptOutside(open, answering)), file: after };
  } finally {
    await product?.stop();
    rmSync(dataDirectory, { recursive: true, force: true });
  }
}

type Entry = { id: string; cycle: string | null; createdAt: string; submittedAt: string; answers: unknown[]; result: { createdAt: string } | null };

/** The responses of the organisation's file. */
async function responsesOf(client: Client, cookie: string): Promise<Entry[]> {
  const reply = await client.ask(`/o/${SLUG}/settings/export.json`, { headers: { Cookie: cookie } });
  return organizationFileSchema.parse(reply.json()).responses as Entry[];
}

/** The ids of the results of those who are members, as each finds the own one: the organisation's file has none of them. */
async function ownResults(client: Client, cookies: Map<string, string>): Promise<string[]> {
  const found: string[] = [];
  for (const { id } of RESPONDENTS.filter(({ way }) => way === "member")) {
    const { body } = await client.ask(`/o/${SLUG}/results`, { headers: { Cookie: cookies.get(id)! } });
    const [, own] = new RegExp(`href="/o/${SLUG}/results/(${UUID.source})"`).exec(body) ?? [];
    if (!own) throw new Error("a respondent finds no result of their own");
    found.push(own);
  }
  return found;
}

/** Answers and submits as a browser does. @returns the take token */
async function answered(client: Client, { way, id, as }: Respondent, cookies: Map<string, string>, answers: Answers): Promise<string> {
  const link =
    way === "open"
      ? openLinkTokenOf(TEST_SECRET, { organizationId: ORGANIZATION, linkId: OPEN_LINK })
      : personalTokenOf(TEST_SECRET, { organizationId: ORGANIZATION, respondentId: id });
  const begun =
    way === "member"
      ? await client.postForm(`/o/${SLUG}/cycles/${CYCLE}`, "intent=answer", { Cookie: cookies.get(id)! })
      : await client.postForm(`/answer/${link}`, Object.entries(as));
  const token = /^\/take\/([\w-]+)/.exec(begun.headers.get("Location") ?? "")?.[1];
  if (!token) throw new Error(`${begun.status} ${begun.body.slice(0, 200)}`);
  expect((await client.saveAll(token, answers)).status).toBe(200);
  await client.submit(token);
  return token;
}

type Reader = { name: string; cookie: string | null; own: number | null };

/** Reads, as each of them, every route that the registry has for GET. What no address can be made of fails. */
function reader(client: Client, takes: readonly string[], answering: { from: Date; to: Date }) {
  const members = (PLANTED.member as { id: string }[]).map(({ id }) => id);
  /** A token of a respondent's own; nobody else holds one. */
  const tokenOf = (kind: string, own: number | null): string | null => {
    if (own === null) return null;
    const { way, id } = RESPONDENTS[own]!;
    if (kind === "take") return takes[own]!;
    if (kind === "results") return resultTokenOf(takes[own]!);
    if (kind !== "answer") return null;
    if (way === "open") return openLinkTokenOf(TEST_SECRET, { organizationId: ORGANIZATION, linkId: OPEN_LINK });
    return way === "personal" ? personalTokenOf(TEST_SECRET, { organizationId: ORGANIZATION, respondentId: id }) : null;
  };
  const addressesOf = ({ path: pattern }: RouteEntry, { name, own }: Reader, responses: readonly string[]): string[] => {
    const kind = pattern.split("/")[0]!;
    const token = tokenOf(kind, own);
    if (pattern.includes(":token") && token === null) return [];
    const one = `/${pattern}`
      .replace(":org", SLUG)
      .replace(":token", token ?? "")
      .replace(":slug", QUIZ.definition.slug)
      .replace(":hash", "0".repeat(64))
      .replace(":cycle", CYCLE)
      .replace(":kpi", KPI)
      .replace(":day", "2026-07-31")
      .replace(":evidence", EVIDENCE)
      .replace(":scenario", SCENARIO)
      .replace(":initiative", INITIATIVE)
      .replace(":attachment", INITIATIVE)
      .replace(":format", "csv")
      .replace("*", "nothing/here");
    // Owners see the most: they read all questions, and the others one.
    const many = { ":item": name.startsWith("owner") ? ITEMS : ITEMS.slice(0, 1), ":member": members, ":response": responses };
    const [hole] = Object.keys(many).filter((each) => one.includes(each)) as (keyof typeof many)[];
    const addresses = hole ? many[hole].map((value) => one.replace(hole, value)) : [one];
    expect(addresses.filter((address) => address.includes(":"))).toEqual([]);
    return addresses;
  };
  /** What is the same for everybody is read by one; what takes a token by who holds one; what takes a session by who has one. */
  const readersOf = ({ path: pattern, calls }: RouteEntry, readers: readonly Reader[]): readonly Reader[] => {
    const able = readers.filter((each) => (pattern.includes(":token") ? tokenOf(pattern.split("/")[0]!, each.own) !== null : each.cookie !== null));
    const isOne = calls.GET!.who === "public" || calls.GET!.who === "key" || (pattern.includes(":token") && calls.GET!.limit === "plans");
    return isOne ? able.slice(0, 1) : able;
  };
  return async (readers: readonly Reader[], responses: readonly string[]): Promise<[string, string][]> => {
    const seen: [string, string][] = [];
    for (const [id, entry] of Object.entries(ROUTES)) {
      const call = entry.calls.GET;
      if (!call) continue;
      for (const somebody of readersOf(entry, readers)) {
        const replies: string[] = [];
        for (const address of addressesOf(entry, somebody, responses)) {
          // The organisation's file is the same in both forms; in the second its responses are numbered through.
          const forms = id.startsWith("routes/api-") || id === "routes/organization-file/route" ? [""] : ["", ".data"];
          for (const form of forms) {
            const headers = { ...(somebody.cookie ? { Cookie: somebody.cookie } : {}), ...(call.who === "key" ? { Authorization: `Bearer ${KEY}` } : {}) };
            const reply = await client.ask(address === "/" && form ? "/_root.data" : address + form, { headers });
            if (reply.status >= 500) throw new Error(`${reply.status} ${address}${form} ${reply.body.slice(0, 300)}`);
            const text = plain(`${reply.status} ${reply.headers.get("Content-Disposition") ?? ""} ${reply.body}`, answering, takes);
            replies.push(UNORDERED[id]?.(text) ?? text);
          }
        }
        // The addresses of single responses stand in an order by chance.
        if (entry.path.includes(":response")) replies.sort();
        seen.push([`${somebody.name} ${id}`, replies.join("\n")]);
      }
    }
    return seen;
  };
}

/** The file with its responses in an order that says nothing: they stand by their ids, which are random. */
function inAnyOrder(text: string): string {
  const begins = text.indexOf("{");
  if (begins < 0 || !text.startsWith("200")) return text;
  const file = JSON.parse(text.slice(begins)) as { responses: unknown[] };
  const inOrder = file.responses.map((response) => JSON.stringify(response)).sort();
  return text.slice(0, begins) + JSON.stringify({ ...file, responses: inOrder });
}

/** The comments of a question in an order that says nothing: they stand by the ids of their responses. */
function wordsInAnyOrder(text: string): string {
  const words = (text.match(WORDS) ?? []).sort();
  return text.replace(WORDS, () => words.shift()!);
}

/** What else differs between any two runs, by route. */
const UNORDERED: Record<string, (text: string) => string> = {
  "routes/organization-file/route": inAnyOrder,
  "routes/team-item/route": wordsInAnyOrder,
};

const WORDS = /words of set \d+/g;
/** As in a field for a moment, in the trail, and on the operator's pages. */
const SHOWN_MOMENT = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?![:\d])|\d{1,2} [A-Z][a-z]+ \d{4}, \d\d:\d\d(?= UTC)/g;
const MOMENT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00:00)/g;
const UUID = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g;

/**
 * Without what differs between any two runs: nonces, ids that the product made, moments. A moment at which somebody was answering stays: it
 * stands nowhere, and two installations would have different ones.
 */
function plain(text: string, answering: { from: Date; to: Date }, takes: readonly string[] = []): string {
  return (
    takes
      .reduce((known, take, i) => known.replaceAll(take, `TAKE ${i}`).replaceAll(resultTokenOf(take), `RESULT ${i}`), text)
      .replace(/nonce=(\\?)"[^"]+"/g, "nonce")
      .replace(/"nonce\\?",\\?"[^"\\]+/g, "nonce")
      .replace(UUID, (id) => (id.startsWith("01900000-0000-4000-8000") ? id : "ID"))
      .replace(MOMENT, (moment) => {
        const at = new Date(moment);
        if (at >= answering.from && at <= answering.to) return `ANSWERED AT ${moment}`;
        return at.getTime() > answering.from.getTime() - 3600_000 ? "MOMENT" : moment;
      })
      // Whole minutes, on the clock of the organisation or of nobody: of now.
      .replace(SHOWN_MOMENT, (moment) =>
        Math.abs(new Date(`${moment.replace("T", " ")} UTC`).getTime() - answering.from.getTime()) < 6 * 3600_000 ? "MOMENT" : moment,
      )
  );
}

/** What was put aside for others to send and to read, as it stands in the database. */
async function keptOutside(open: () => ReturnType<typeof openDatabase>, answering: { from: Date; to: Date }): Promise<{ outbox: string[] }> {
  const database = await open();
  try {
    return await asOwner(database.client, async (tx) => {
      const tables = ["mail", "notification", "audit_event", "team_result", "respondent"];
      const parts = tables.map((table) => `SELECT '${table} ' || to_jsonb(t)::text AS row FROM "${table}" t`);
      const found = await tx.$queryRawUnsafe<{ row: string }[]>(parts.join(" UNION ALL "));
      return { outbox: found.map(({ row }) => plain(row, answering)).sort() };
    });
  } finally {
    await database.close();
  }
}

/** What the process printed, each line once and without what differs between any two runs. */
function logLines(output: string): string[] {
  const never = { from: new Date(0), to: new Date(0) };
  const lines = output.split("\n").map((line) =>
    plain(line, never)
      .replace(/"(ms|time|pid)":"?[\d.]+"?/g, "$1")
      .replace(/pinhigh-anonymity-\w+/g, "FOLDER"),
  );
  return [...new Set(lines)].sort();
}

describe("whose anonymous answers are whose", () => {
  let first: Seen;
  let second: Seen;
  beforeAll(async () => {
    const port = await freePort();
    first = await lived(port, FIRST);
    second = await lived(port, SECOND);
  }, 900_000);

  const isOf = (key: string, routes: readonly string[]) => routes.includes(key.split(" ").at(-1)!);
  const keysThatDiffer = () => [...first.pages].filter(([key, text]) => second.pages.get(key) !== text && !isOf(key, BY_CHANCE)).map(([key]) => key);
  const isOwn = (key: string) => RESPONDENTS.some(({ name }) => OWN.some((id) => key === `${name} ${id}`));

  it("shows on no route of the registry, to nobody but whoever gave them", () => {
    expect([...second.pages.keys()]).toEqual([...first.pages.keys()]);
    for (const key of keysThatDiffer().filter((each) => !isOwn(each))) expect(second.pages.get(key), key).toBe(first.pages.get(key));
  });

  it("shows to themselves, and there two installations do differ: what was compared is what was answered", () => {
    const differing = new Set(keysThatDiffer().map((key) => key.split(" ").at(-1)));
    expect([...differing].sort()).toEqual([...OWN].sort());
  });

  it("was looked for where it could be: every route that can be read was, and an owner sees what an owner may", () => {
    const readable = Object.entries(ROUTES).filter(([, { calls }]) => calls.GET);
    const read = new Set([...first.pages].filter(([, text]) => text !== "").map(([key]) => key.split(" ").at(-1)));
    const needTokens = ["portfolio", "portfolio-roadmap", "invitation", "engagement-offer"].map((name) => `routes/${name}/route`);
    expect(readable.map(([id]) => id).filter((id) => !read.has(id))).toEqual(needTokens);
    const refused = readable.filter(([id, { path: pattern }]) => pattern.startsWith("o/:org") && !first.pages.get(`owner ${id}`)!.startsWith("200"));
    expect(refused.map(([id]) => id)).toEqual(HIDDEN_FROM_OWNER);
  });

  it("is in no mail, no notification, no line of the trail or of the log, no row of whom the cycle asked", () => {
    expect(second.outbox).toEqual(first.outbox);
    expect(second.log).toEqual(first.log);
    const elsewhere = [...first.pages].filter(([key]) => !isOwn(key) && !isOf(key, COMMENTS)).map(([, text]) => text);
    expect([...elsewhere, ...first.outbox, ...first.log].filter((text) => text.includes("words of set"))).toEqual([]);
  });

  it("stands in the organisation's file in the order of ids by chance and with the moment of the cycle alone", () => {
    for (const { file } of [first, second]) {
      expect(file).toHaveLength(RESPONDENTS.length);
      expect(file.map(({ id }) => id)).toEqual(file.map(({ id }) => id).sort());
      for (const { id, createdAt, submittedAt, result } of file) {
        expect(id).toMatch(V4);
        expect(new Set([createdAt, submittedAt, result!.createdAt])).toEqual(new Set([OPENED.toISOString()]));
      }
    }
  });
});
