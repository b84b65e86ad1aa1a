import { gzipSync } from "node:zlib";
import { begin, beginWith, submit } from "./journeys/answer-questions.ts";
import { exampleAnswers } from "./journeys/assessment-content.ts";
import { hydrated } from "./journeys/hydrated.ts";
import { expect, test } from "./journeys/watched-test.ts";

const QUIZ = "customer-or-product-centric";
const MOST = 100 * 1024;

for (const slug of [QUIZ, "martech-stack", "seven-ps"]) {
  test(`a first visit to a question screen of ${slug} takes at most 100 kB of script`, async ({ page, otherDevice }) => {
    const { takeToken } = await begin(page, slug);
    const visitor = await otherDevice();
    const files: Promise<{ url: string; bytes: number }>[] = [];
    visitor.on("response", (response) => {
      if (response.request().resourceType() !== "script" && !/javascript/.test(response.headers()["content-type"] ?? "")) return;
      files.push(response.body().then((body) => ({ url: new URL(response.url()).pathname, bytes: gzipSync(body).length })));
    });
    const document = await visitor.goto(`/take/${takeToken}`, { waitUntil: "load" });
    await hydrated(visitor);
    const inline = [...(await document!.text()).matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code!);
    const scripts = [...(await Promise.all(files)), { url: "in the page", bytes: gzipSync(inline.join("\n")).length }];
    const total = scripts.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(inline.length).toBeGreaterThan(0);
    expect(files.length).toBeGreaterThan(1);
    expect(total, JSON.stringify(scripts)).toBeLessThanOrEqual(MOST);
  });
}

test("no page sets a cookie or asks another host for anything", async ({ page, context, baseURL, watch }) => {
  watch.expects(/status of 404/);
  const asked: string[] = [];
  const cookies: string[] = [];
  context.on("request", (request) => asked.push(new URL(request.url()).origin));
  context.on("response", (response) => {
    const cookie = response.headers()["set-cookie"];
    if (cookie) cookies.push(`${response.url()}: ${cookie}`);
  });
  const { takeToken } = await beginWith(page, QUIZ, exampleAnswers(QUIZ));
  const before = [`/take/${takeToken}`, `/take/${takeToken}/save`];
  for (const path of before) await page.goto(path);
  const { resultPath } = await submit(page, takeToken);
  const pages = ["/", "/start", "/assessments", `/assessments/${QUIZ}`, `/assessments/${QUIZ}/example`, `/assessments/${QUIZ}/example/roadmap`];
  for (const path of [...pages, resultPath, `${resultPath}/roadmap`, "/method", "/api/docs", "/api/v1/openapi.json", "/nothing-here"]) {
    await page.goto(path, { waitUntil: "load" });
  }
  expect(new Set(asked)).toEqual(new Set([baseURL]));
  expect(cookies).toEqual([]);
  expect(await context.cookies()).toEqual([]);
});
