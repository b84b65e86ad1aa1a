import { randomUUID } from "node:crypto";
import path from "node:path";
import { rmSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { RESPONDENT_ROLES, WORK_FUNCTIONS } from "#app/domain/tenancy/profile-choices.ts";
import { storeVersions } from "#app/services/content/store-versions.server.ts";
import { bindCatalog } from "#app/services/content/catalog-instance.server.ts";
import type { AssessmentEntry, Catalog } from "#app/services/content/load-content.server.ts";
import { type Database, openDatabase } from "#app/services/db/open-database.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { bindPublicOrigin } from "#app/services/env/public-origin-instance.server.ts";
import { newToken, resultTokenOf, tokenHash } from "#app/services/responses/respondent-token.server.ts";
import { rowFromAnswer } from "#app/services/responses/stored-answer.server.ts";
import { teamComputer } from "#app/services/results/compute-team.server.ts";
import { publishResult } from "#app/services/results/publish-result.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { sessionCookie } from "../tests/factories/session-cookie.ts";
import { makeOrganization } from "../tests/factories/tenants.ts";
import { TEST_SECRET } from "../tests/setup/start-product.ts";
import { benchCatalog, inventedAnswers } from "./content.ts";
import { inTurn, median, medianRatio, type Report } from "./figure.ts";
import { fromAnotherAddress, perSecond } from "./load.ts";
import { startServer, temporaryDirectory } from "./start-server.ts";

const FEW = 100;
const MANY = 10_000;
const ROUNDS = 7;
const CONNECTIONS = 4;
const ROUND_MS = 1_500;
/** Responses that are written at once. */
const AT_ONCE = 500;
const QUIZ = "customer-or-product-centric";

/** The result of a team of ten thousand beside that of a hundred: its page, and how long it takes to compute, with what that does to the thread that serves pages. */
export async function benchTeamResult(): Promise<Report> {
  const dataDirectory = temporaryDirectory();
  try {
    const made = await makeTeams(dataDirectory);
    const server = await startServer({ dataDirectory, env: { SESSION_SECRET: TEST_SECRET } });
    try {
      const measure = (page: string) =>
        perSecond({
          ...{ origin: server.origin, connections: CONNECTIONS, milliseconds: ROUND_MS, status: 200 },
          next: () => ({ path: page, headers: { ...fromAnotherAddress(), cookie: made.cookie } }),
        });
      for (const page of [made.few, made.many]) await measure(page);
      const rounds = await inTurn(ROUNDS, { few: () => measure(made.few), many: () => measure(made.many) });
      return {
        figures: [
          {
            what: `page of ${MANY.toLocaleString("en")} people, against one of ${FEW}`,
            value: medianRatio(rounds.many, rounds.few),
            unit: "x",
            reach: { atLeast: 0.85 },
          },
          { what: `page of ${MANY.toLocaleString("en")} people`, value: median(rounds.many), unit: "/s", reach: null },
          { what: `page of ${FEW} people`, value: median(rounds.few), unit: "/s", reach: null },
          { what: `computing and storing ${MANY.toLocaleString("en")} people`, value: made.seconds, unit: "s", reach: null },
          { what: "event loop delay of the main thread meanwhile, p99", value: made.delayMs, unit: "ms", reach: { atMost: 50 } },
          { what: "the same, longest", value: made.longestMs, unit: "ms", reach: null },
        ],
        notes: [
          `Embedded database, which works on the thread that is watched; ${CONNECTIONS} connections. One quiz of ${made.items} questions, answered by invented people of every role and function.`,
        ],
      };
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(dataDirectory, { recursive: true, force: true });
  }
}

async function makeTeams(dataDirectory: string) {
  const catalog = benchCatalog();
  const database = await openDatabase({ databaseUrl: undefined, dataDirectory, migrations: "prisma/migrations" }, new Date());
  try {
    const db = database.client;
    bindCatalog(catalog);
    bindPublicOrigin("http://127.0.0.1");
    await storeVersions(db, catalog);
    const owner = await makeOrganization(db);
    const [few, many] = [await makeCycle(db, owner, catalog, FEW, "2026-Q2"), await makeCycle(db, owner, catalog, MANY, "2026-Q3")];
    const compute = teamComputer({ workerFile: path.resolve("build/worker/team-worker.js") });
    const publish = (cycleId: string) => publishResult(db, { organizationId: owner.organization.id, cycleId }, { compute });
    await publish(few);
    const delays = monitorEventLoopDelay({ resolution: 1 });
    delays.enable();
    const begun = performance.now();
    await publish(many);
    const seconds = (performance.now() - begun) / 1000;
    delays.disable();
    const { cookie } = await sessionCookie(db, owner.person, { origin: "http://127.0.0.1" });
    const page = (cycleId: string) => `/o/${owner.organization.slug}/cycles/${cycleId}/result`;
    const { items } = catalog.assessmentBySlug.get(QUIZ)!.definition;
    return { few: page(few), many: page(many), cookie, seconds, delayMs: delays.percentile(99) / 1e6, longestMs: delays.max / 1e6, items: items.length };
  } finally {
    await database.close();
  }
}

async function makeCycle(db: Database, { organization }: Access, { assessmentBySlug }: Catalog, people: number, period: string): Promise<string> {
  const id = randomUUID();
  const quiz = assessmentBySlug.get(QUIZ)!;
  const inside = { organizationId: organization.id };
  const openedAt = new Date("2026-07-01T08:00:00Z");
  await withTenant(db, inside, (tx) =>
    tx.cycle.createMany({
      data: [{ id, assessmentHash: quiz.hash, assessmentSlug: QUIZ, period, openedAt, openedBy: "Ada", closedAt: new Date(), isResultDue: true }],
    }),
  );
  for (let from = 0; from < people; from += AT_ONCE) await addResponses(db, inside, quiz, id, from, Math.min(AT_ONCE, people - from));
  return id;
}

async function addResponses(
  db: Database,
  inside: { organizationId: string },
  { hash, definition }: AssessmentEntry,
  cycleId: string,
  from: number,
  count: number,
): Promise<void> {
  const given = inventedAnswers(definition, count, from + 1);
  const responses = given.map((_, i) => {
    const token = newToken();
    return {
      ...{ id: randomUUID(), cycleId, assessmentHash: hash, submittedAt: new Date() },
      ...{ respondentRole: RESPONDENT_ROLES[(from + i) % 3]!, workFunction: WORK_FUNCTIONS[(from + i) % 7]! },
      ...{ takeTokenHash: tokenHash(token), resultTokenHash: tokenHash(resultTokenOf(token)) },
    };
  });
  const answers = given.flatMap((of, i) =>
    Object.entries(of).map(([itemId, answer]) => {
      const { state, value } = rowFromAnswer(answer);
      return { responseId: responses[i]!.id, itemId, state, ...(value === null ? {} : { value }) };
    }),
  );
  await withTenant(db, inside, async (tx) => {
    await tx.response.createMany({ data: responses });
    await tx.$executeRaw`INSERT INTO answer (response_id, item_id, state, value)
      SELECT "responseId", "itemId", state, value FROM jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) AS a("responseId" uuid, "itemId" text, state text, value jsonb)`;
  });
}
