import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answer, Answers } from "#app/domain/assessment/answer.ts";
import type { Definition } from "#app/domain/assessment/definition.ts";
import { nameWithin, namesWithin } from "#app/domain/report/names-within.ts";
import { english as texts } from "#app/words/en/index.ts";
import { english } from "../factories/english.ts";
import { type Product, startProduct } from "../setup/start-product.ts";
import { type Client, clientOf, tokenIn } from "./product-client.ts";

const QUIZ = "customer-or-product-centric";
const OWNERSHIP = "experience-ownership";
/** Stands in both, under the same shared id. */
const SHARED = "executive-owner";
const words = texts.portfolio;

let product: Product;
let client: Client;
let quiz: Definition;
let ownership: Definition;
beforeAll(async () => {
  product = await startProduct({ env: { TRUSTED_PROXY_HOPS: "1" } });
  client = clientOf(product);
  const definitionOf = async (slug: string) => (await client.ask(`/api/v1/assessments/${slug}`)).json() as Definition;
  [quiz, ownership] = await Promise.all([definitionOf(QUIZ), definitionOf(OWNERSHIP)]);
});
afterAll(async () => {
  expect(product.output()).not.toMatch(/^\s+at |"level":[56]0|No words/m);
  await product.stop();
});

const saying = (place: number): Answer => {
  const item = quiz.items.find(({ id }) => id === SHARED)!;
  if (item.kind !== "single") throw new Error(`${SHARED} is a ${item.kind}`);
  return { state: "answered", value: item.options.at(place)!.id };
};
/** Every question answered with its first option; the shared one as told. */
const allOf = ({ items }: Definition, shared: Answer): Answers =>
  Object.fromEntries(
    items.map((item) => [
      item.id,
      item.id === SHARED ? shared : item.kind === "single" ? { state: "answered", value: item.options[0]!.id } : ({ state: "not_applicable" } as const),
    ]),
  );

async function begin(portfolio: string, slug: string, answers: Answers): Promise<string> {
  const { headers } = await client.postForm(`/portfolios/${portfolio}`, [
    ["intent", "begin"],
    ["assessment", slug],
  ]);
  const token = tokenIn(headers.get("Location"));
  if (Object.keys(answers).length > 0) expect((await client.saveAll(token, answers)).status).toBe(200);
  return token;
}

/** What a page says, as one line of text without its script. */
async function textOf(path: string): Promise<string> {
  const { status, body } = await client.ask(path);
  expect(status).toBe(200);
  const shown = body.slice(0, body.indexOf("<script"));
  const text = shown.replaceAll(/<!--.*?-->/g, "").replaceAll(/<[^>]+>/g, " ");
  return text.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&amp;", "&").replaceAll(/\s+/g, " ");
}

describe("the page of a portfolio", () => {
  it("says of contradicting drafts that no score rests on them, until one is submitted", async () => {
    const portfolio = await client.portfolio();
    // Both are begun before either is answered, or the answer to the first would be filled in in the second.
    const [draft, other] = [await begin(portfolio, QUIZ, {}), await begin(portfolio, OWNERSHIP, {})];
    await client.saveAll(draft, { [SHARED]: saying(0) });
    await client.saveAll(other, { [SHARED]: saying(-1) });
    const before = await textOf(`/portfolios/${portfolio}`);
    expect(before).toContain(words.nothingSubmitted);
    expect(before).toContain(words.contradictions);
    expect(before).toContain(words.contradictionsWithoutScore);
    expect(before).not.toContain(words.contradictionsNote);
    await client.saveAll(draft, allOf(quiz, saying(0)));
    await client.submit(draft);
    const after = await textOf(`/portfolios/${portfolio}`);
    expect(after).toContain(words.contradictionsNote);
    expect(after).not.toContain(words.contradictionsWithoutScore);
  });

  it("says which assessments are answered to the end and not submitted", async () => {
    const portfolio = await client.portfolio();
    await begin(portfolio, QUIZ, allOf(quiz, saying(0)));
    const one = await textOf(`/portfolios/${portfolio}`);
    expect(one).toContain(words.nothingSubmitted);
    expect(one).toContain(`“${quiz.title}” is answered to the end. Submit it, and its result will stand here.`);
    expect(one).toContain(`all ${quiz.items.length} answered and not submitted yet, begun on`);
    await begin(portfolio, OWNERSHIP, allOf(ownership, saying(0)));
    const both = await textOf(`/portfolios/${portfolio}`);
    expect(both).toMatch(/“[^”]+” and “[^”]+” are answered to the end\. Submit them, and their results will stand here\./);
    for (const { title } of [quiz, ownership]) expect(both).toContain(`“${title}”`);
    expect(both).not.toContain(words.begunText);
  });
});

describe("the roadmap of a portfolio", () => {
  it("lists a shared question that nobody knows once, with the assessments it is open in", async () => {
    const portfolio = await client.portfolio();
    for (const definition of [quiz, ownership]) {
      const token = await begin(portfolio, definition.slug, allOf(definition, { state: "not_sure" }));
      await client.submit(token);
    }
    const page = await textOf(`/portfolios/${portfolio}/roadmap`);
    const list = page.slice(page.indexOf(texts.roadmap.findOutText), page.indexOf(texts.roadmap.takes));
    const question = quiz.items.find(({ id }) => id === SHARED)!.text;
    expect(list.split(question)).toHaveLength(2);
    expect(list).toContain(`Open in “${ownership.shortTitle}” and “${quiz.shortTitle}”.`);
  });
});

describe("the page of a result", () => {
  it("says how a ranking got its value", async () => {
    const { items } = (await client.ask("/api/v1/assessments/digital-empowerment")).json() as Definition;
    const ranking = items.find((item) => item.kind === "ranking")!;
    const places = ranking.kind === "ranking" ? ranking.pick : 0;
    const said = `Each pick has a value from 0 to 1 and counts by its place: the first weighs ${places}, each later one 1 less.`;
    expect(await textOf("/assessments/digital-empowerment/example")).toContain(said);
    expect(await textOf("/assessments/great-brand-path/example")).not.toContain("Each pick has a value");
  });
});

describe("the method page", () => {
  it("names titles as they stand within a sentence", async () => {
    const page = await textOf("/method");
    const critical = quiz.dimensions.filter((dimension) => dimension.critical).map(({ title }) => title);
    expect(page).toContain(`every critical part (${namesWithin(critical, english)}) is within`);
    const levels = namesWithin(
      quiz.levels.map(({ name }) => name),
      english,
    );
    expect(page).toContain(`Five levels begin at 0, 20, 40, 60 and 80: ${levels}.`);
    expect(page).toContain(`For “${nameWithin(quiz.dimensions[0]!.title, "en")}” in the example:`);
    const portfolio = [quiz, ownership].map(({ shortTitle }) => `“${nameWithin(shortTitle, "en")}”`);
    expect(page).toContain(`The examples of ${portfolio.join(" and ")} together`);
  });
});
