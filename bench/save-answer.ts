import { spawn } from "node:child_process";
import { inventedAnswers, longestAssessment } from "./content.ts";
import { inTurn, median, medianRatio, type Report } from "./figure.ts";
import { freshDatabase, NO_POSTGRES } from "./fresh-database.ts";
import { fromAnotherAddress, perSecond, type Sent } from "./load.ts";
import { createResponses } from "./many-responses.ts";
import { ended, nextPort, startServer, whenPrinted } from "./start-server.ts";

const ROUNDS = 7;
const CONNECTIONS = 4;
const ROUND_MS = 1_500;
/** More than any machine answers in all rounds: every answer is saved once. */
const RESPONSES = 6_000;

/** One autosaved answer through the product, against one INSERT through pg behind an HTTP server that does nothing else. */
export async function benchSaveAnswer(): Promise<Report> {
  const database = await freshDatabase();
  if (!database) return NO_POSTGRES;
  const started: { stop(): Promise<void> }[] = [];
  try {
    const server = await startServer({ env: { DATABASE_URL: database.url } });
    started.push(server);
    const bare = await startBareInsert(database.url);
    started.push(bare);
    const { definition, hash } = longestAssessment();
    const tokens = await createResponses(database.url, hash, RESPONSES);
    const answers = Object.entries(inventedAnswers(definition, 1, 1)[0]!);
    const saved = Array.from({ length: CONNECTIONS }, () => 0);
    const nextSave = (connection: number): Sent => {
      // A connection is one respondent who answers all questions, then the next one, each from an address of their own.
      const before = saved[connection]!++;
      const respondent = connection + CONNECTIONS * Math.floor(before / answers.length);
      const [itemId, answer] = answers[before % answers.length]!;
      const address = `10.1.${respondent >> 8}.${respondent & 255}`;
      return {
        method: "POST",
        path: `/take/${tokens[respondent]}/answers`,
        headers: { "content-type": "application/json", "x-forwarded-for": address, "accept-encoding": "gzip, deflate, br" },
        body: JSON.stringify({ changes: [{ itemId, answer, basedOn: 0 }] }),
      };
    };
    let inserted = 0;
    const nextInsert = (): Sent => {
      const [itemId, answer] = answers[inserted++ % answers.length]!;
      return { method: "POST", path: "/", body: JSON.stringify({ itemId, answer }) };
    };
    const load = { connections: CONNECTIONS, milliseconds: ROUND_MS, status: 200 };
    const things = {
      save: () => perSecond({ ...load, origin: server.origin, next: nextSave }),
      insert: () => perSecond({ ...load, origin: bare.origin, next: nextInsert }),
      // Reading where only saving is allowed is refused by the route itself: all of the product's HTTP, none of its database.
      refuse: () =>
        perSecond({ ...load, status: 405, origin: server.origin, next: () => ({ path: `/take/${tokens[0]}/answers`, headers: fromAnotherAddress() }) }),
    };
    await inTurn(2, things);
    const rounds = await inTurn(ROUNDS, things);
    return {
      figures: [
        { what: "time of a saved answer, against a bare INSERT", value: medianRatio(rounds.insert, rounds.save), unit: "x", reach: { atMost: 2.5 } },
        {
          what: "against the INSERT and the product's HTTP without database",
          value: median(rounds.save.map((save, i) => 1 / save / (1 / rounds.insert[i]! + 1 / rounds.refuse[i]!))),
          unit: "x",
          reach: null,
        },
        { what: "answers saved", value: median(rounds.save), unit: "/s", reach: null },
        { what: "bare INSERTs", value: median(rounds.insert), unit: "/s", reach: null },
        { what: "the product's HTTP without database", value: median(rounds.refuse), unit: "/s", reach: null },
      ],
      notes: [`PostgreSQL, ${CONNECTIONS} respondents at a time; every answer is a new one, and each respondent has an address of their own.`],
    };
  } finally {
    for (const { stop } of started) await stop();
    await database.drop();
  }
}

/** A process of its own, as the product is one. */
async function startBareInsert(databaseUrl: string): Promise<{ origin: string; stop(): Promise<void> }> {
  const port = nextPort();
  const child = spawn(process.execPath, ["bench/bare-insert.mjs", databaseUrl, String(port)], { stdio: ["ignore", "pipe", "pipe"] });
  await whenPrinted(child, "ready");
  return { origin: `http://127.0.0.1:${port}`, stop: () => ended(child) };
}
