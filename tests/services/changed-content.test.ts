import { afterEach, describe, expect, it } from "vitest";
import type { Answers } from "#app/domain/assessment/answer.ts";
import { displayScore } from "#app/domain/report/display.ts";
import { type AssessmentEntry, loadContent } from "#app/services/content/load-content.server.ts";
import { type ContentCopy, copyContent } from "../factories/content-copy.ts";
import { type Lasting, lastingDatabases } from "../faults/fault-databases.ts";
import { oracleScore } from "../oracle/score-oracle.ts";
import { clientOf } from "../routes/product-client.ts";
import { launchProduct, type Product, startProduct } from "../setup/start-product.ts";

const STACK = "assessments/martech-stack";
const LIFECYCLE = `${STACK}/questions/lifecycle.yaml`;
const OLD_TEXT = "Which stages of a contact do your marketing and sales systems change by themselves?";
const NEW_TEXT = "Up to which point do your systems follow a contact?";

const databases = await lastingDatabases();
let lasting: Lasting | undefined;
let content: ContentCopy | undefined;
let product: Product | undefined;
afterEach(async () => {
  await product?.stop("SIGKILL");
  await lasting?.remove();
  content?.remove();
});

function stackIn({ directory }: ContentCopy): AssessmentEntry {
  const loaded = loadContent(directory);
  if (!("catalog" in loaded)) throw new Error(JSON.stringify(loaded.problems));
  return loaded.catalog.assessmentBySlug.get("martech-stack")!;
}

const shown = (page: string) => page.replaceAll("&#x27;", "'");

describe.each(databases)("an assessment that changes between two answers, on $name", ({ make }) => {
  it("is finished and scored by the text it was begun with; who begins later gets the new one", async () => {
    lasting = await make();
    content = copyContent();
    const settings = { ...lasting.settings, contentDirectory: content.directory };
    const before = stackIn(content);
    const answers: Answers = { ...before.example.answers, "lead-management": { state: "answered", value: "manual-stages" } };
    const { "lead-management": lead, ...others } = answers;

    product = await startProduct(settings);
    const early = await clientOf(product).begin("martech-stack");
    expect((await clientOf(product).saveAll(early, others)).status).toBe(200);
    expect(await product.stop()).toBe(0);

    // A value is another measure: with the same version it is refused, in words that say what to do.
    content.replace(LIFECYCLE, "by hand\", value: 0.333", "by hand\", value: 0.5"); // prettier-ignore
    content.replace(LIFECYCLE, OLD_TEXT, NEW_TEXT);
    const refused = await launchProduct(settings);
    const { version } = before.compiled.definition;
    await expect(refused.ready).rejects.toThrow(
      `the value of option "manual-stages" of item "lead-management" has changed from 0.333 to 0.5 since version ${version} was published`,
    );
    content.replace(`${STACK}/assessment.yaml`, `version: ${version}`, `version: ${version + 1}`);
    const after = stackIn(content);
    expect(after.hash).not.toBe(before.hash);

    product = await startProduct(settings);
    const client = clientOf(product);
    const page = shown((await client.ask(`/take/${early}?screen=1`)).body);
    expect([page.includes(OLD_TEXT), page.includes(NEW_TEXT)]).toEqual([true, false]);
    expect((await client.saveAll(early, { "lead-management": lead! })).status).toBe(200);
    const earlyResult = (await client.ask(`/results/${await client.submit(early)}`)).body;

    const late = await client.begin("martech-stack");
    expect(shown((await client.ask(`/take/${late}?screen=1`)).body)).toContain(NEW_TEXT);
    await client.saveAll(late, answers);
    const lateResult = (await client.ask(`/results/${await client.submit(late)}`)).body;

    const scores = [before, after].map(({ definition }) => displayScore(oracleScore(definition, answers).overall.score!, "en"));
    expect(scores[0]).not.toBe(scores[1]);
    for (const [result, entry, score] of [
      [earlyResult, before, scores[0]],
      [lateResult, after, scores[1]],
    ] as const) {
      expect(result).toContain(entry.hash);
      expect(headlineScore(result)).toBe(score);
    }
  }, 180_000);
});

/** The overall score as the result's line says it. */
function headlineScore(page: string): string | undefined {
  return />(\d+\.\d)<\/strong> of 100/.exec(page.replaceAll("<!-- -->", ""))?.[1];
}
