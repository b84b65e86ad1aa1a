import { cpSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { screenItems } from "#app/domain/assessment/question-screen.ts";
import { replies } from "#app/services/api/reply-schemas.server.ts";
import { loadContent } from "#app/services/content/load-content.server.ts";
import { type ContentCopy, copyContent } from "../factories/content-copy.ts";
import { oracleScore } from "../oracle/score-oracle.ts";
import { type Client, clientOf } from "../routes/product-client.ts";
import { type Product, startProduct } from "../setup/start-product.ts";

const FROM = "seven-ps";
const SLUG = "market-habits";
const TITLE = "What are your habits in the market?";

let content: ContentCopy;
let product: Product | undefined;
let client: Client;
beforeAll(() => {
  content = copyContent();
  const assessments = path.join(content.directory, "assessments");
  cpSync(path.join(assessments, FROM), path.join(assessments, SLUG), { recursive: true });
});
afterAll(async () => {
  await product?.stop();
  content.remove();
});

const problems = () => {
  const loaded = loadContent(content.directory);
  return "problems" in loaded ? loaded.problems : [];
};

/** A folder copied and renamed, and what the check asks for; not a line of code. */
describe("a new assessment made from a copied folder", () => {
  it("is told by the check what is left to do", () => {
    const file = `assessments/${SLUG}/assessment.yaml`;
    content.replace(file, `slug: ${FROM}`, `slug: ${SLUG}`);
    content.write(file, content.read(file).replace(/^title: .*$/m, `title: "${TITLE}"`).replace(/^version: .*$/m, "version: 1")); // prettier-ignore
    const found = problems();
    const items = found.filter(({ message }) => message.endsWith("can be raised by no initiative"));
    const dimensions = found.filter(({ message }) => message.endsWith("is raised by 0 of at least 3 initiatives"));
    expect([items.length, dimensions.length]).toEqual([35, 7]);
    expect(found.filter((problem) => !items.includes(problem) && !dimensions.includes(problem))).toEqual([
      {
        file: `assessments/${SLUG}/published.yaml`,
        line: 2,
        message: `this is the record of "${FROM}", the folder is called ${SLUG}`,
        fix: "delete the file; npm run content:publish writes another",
      },
      {
        file: "start.yaml",
        line: 2,
        message: `no answers lead to the assessment "${SLUG}"`,
        fix: "give it points, or more points, in an answer it belongs to",
      },
    ]);
  });

  it("is well once the initiatives raise its items and a starting answer leads to it", () => {
    rmSync(path.join(content.directory, `assessments/${SLUG}/published.yaml`));
    for (const pillar of readdirSync(path.join(content.directory, "initiatives"))) {
      for (const name of readdirSync(path.join(content.directory, "initiatives", pillar))) {
        const file = `initiatives/${pillar}/${name}`;
        content.write(
          file,
          content.read(file).replace(/^ *- \{assessment: seven-ps, .*\n/gm, (line) => line + line.replace(FROM, SLUG)),
        );
      }
    }
    content.replace("start.yaml", "          seven-ps: 3\n", `          seven-ps: 3\n          ${SLUG}: 4\n`);
    expect(problems()).toEqual([]);
  });

  it("is served, listed, scored and asked", async () => {
    product = await startProduct({ contentDirectory: content.directory });
    client = clientOf(product);
    const list = replies.assessments.parse((await client.ask("/api/v1/assessments")).json());
    expect(list.items.find(({ slug }) => slug === SLUG)).toMatchObject({ title: TITLE, version: 1, questions: 35 });
    const { hash, ...definition } = replies.assessment.parse((await client.ask(`/api/v1/assessments/${SLUG}`)).json());
    expect(hash).toMatch(/^[0-9a-f]{64}$/);

    const loaded = loadContent(content.directory);
    if (!("catalog" in loaded)) throw new Error("the content has problems");
    const { answers } = loaded.catalog.assessmentBySlug.get(SLUG)!.example;
    const score = replies.score.parse((await client.postJson(`/api/v1/assessments/${SLUG}/score`, { answers })).json());
    expect(score.overall.score).toBeCloseTo(oracleScore(definition, answers).overall.score!, 9);
    const plan = await client.postJson("/api/v1/roadmap/plan", { answers: { [SLUG]: answers }, quarters: 2, capacity: { process: [6, 6], people: [6, 6] } });
    expect(replies.plan.parse(plan.json()).items.length).toBeGreaterThan(0);

    for (const address of ["/assessments", `/assessments/${SLUG}`, `/assessments/${SLUG}/example`]) {
      const { status, body } = await client.ask(address);
      expect([address, status]).toEqual([address, 200]);
      expect(body).toContain(address.endsWith("example") ? "invented" : TITLE);
    }
    const first = screenItems(definition, 1)!;
    const token = await client.begin(SLUG);
    const { status, body } = await client.ask(`/take/${token}`);
    expect(status).toBe(200);
    for (const { text } of first) expect(body.replaceAll("&#x27;", "'")).toContain(text);
    expect((await client.saveAll(token, Object.fromEntries(first.map(({ id }) => [id, answers[id]!])))).status).toBe(200);
    expect((await client.ask(`/take/${token}?screen=2`)).status).toBe(200);
  }, 180_000);
});
