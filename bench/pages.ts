import type { AssessmentEntry } from "#app/services/content/load-content.server.ts";
import { fullestScreen, inventedAnswers, longestAssessment } from "./content.ts";
import { inTurn, median, medianRatio, type Report } from "./figure.ts";
import { fromAnotherAddress, perSecond, send } from "./load.ts";
import { beginResponse, saveAnswers, submitResponse } from "./respondent.ts";
import { startServer } from "./start-server.ts";

const ROUNDS = 7;
const CONNECTIONS = 4;
const ROUND_MS = 1_500;

/** The page with the least to do: no loader, no database, one paragraph in the frame every page has. */
const BARE = { path: "/there-is-nothing-here", status: 404 };

/** A full screen of questions of a respondent who has answered, read from the database for every request. */
export async function benchPageQuestion(): Promise<Report> {
  const { assessment, screen, questions } = fullestScreen();
  return againstBare(`question screen, ${questions} items`, 0.45, async (origin) => `${await answerAll(origin, assessment)}?screen=${screen}`);
}

/** A whole result with its band and the summary of its roadmap, whose plan is there already. */
export async function benchPageReport(): Promise<Report> {
  const assessment = longestAssessment();
  return againstBare(`result page, ${assessment.definition.items.length} items`, 0.4, async (origin) => {
    const result = await submitResponse(origin, await answerAll(origin, assessment));
    await untilPlanned(origin, result);
    return result;
  });
}

async function answerAll(origin: string, { definition }: AssessmentEntry): Promise<string> {
  const take = await beginResponse(origin, definition.slug);
  await saveAnswers(origin, take, inventedAnswers(definition, 1, 1)[0]!);
  return take;
}

/** The page waits a moment for its plan by itself, and says so while a better one is looked for. */
async function untilPlanned(origin: string, result: string): Promise<void> {
  const read = async () => (await send(origin, { path: result, headers: { ...fromAnotherAddress(), "accept-encoding": "identity" } })).body.toString();
  while ((await read()).includes("a better one is being looked for"));
}

async function againstBare(what: string, atLeast: number, prepare: (origin: string) => Promise<string>): Promise<Report> {
  const server = await startServer();
  try {
    const { origin } = server;
    const path = await prepare(origin);
    const measure = (page: { path: string; status: number }, milliseconds = ROUND_MS) =>
      perSecond({ origin, connections: CONNECTIONS, milliseconds, status: page.status, next: () => ({ path: page.path, headers: fromAnotherAddress() }) });
    const page = { path, status: 200 };
    const list = { path: "/assessments", status: 200 };
    for (const warm of [page, BARE, list]) await measure(warm);
    const rounds = await inTurn(ROUNDS, { page: () => measure(page), bare: () => measure(BARE), list: () => measure(list) });
    return {
      figures: [
        { what: `${what}, against a bare page`, value: medianRatio(rounds.page, rounds.bare), unit: "x", reach: { atLeast } },
        { what: "against the list of assessments", value: medianRatio(rounds.page, rounds.list), unit: "x", reach: null },
        { what, value: median(rounds.page), unit: "/s", reach: null },
        { what: "bare page", value: median(rounds.bare), unit: "/s", reach: null },
        { what: "list of assessments", value: median(rounds.list), unit: "/s", reach: null },
      ],
      notes: [
        `Embedded database, ${CONNECTIONS} connections, compressed as for a browser. The bare page is the one for unknown addresses: the frame and a paragraph.`,
      ],
    };
  } finally {
    await server.stop();
  }
}
