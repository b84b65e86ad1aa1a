import { readFileSync } from "node:fs";
import { type APIRequestContext, expect } from "@playwright/test";
import { parse } from "yaml";
import type { Answer, Answers } from "#app/domain/assessment/answer.ts";
import type { Definition, Item } from "#app/domain/assessment/definition.ts";

export type { Answer, Answers, Definition, Item };

type ScoredPart = { id: string; score: number | null; counts?: number | null; coverage: number | null; published: boolean; missing: string[] };
/** What the tests read of the reply of `POST /api/v1/assessments/{slug}/score`. */
export type ApiScore = {
  overall: { score: number | null; level: number | null; gatedLevel: number | null; leftOut: string[] };
  dimensions: ScoredPart[];
  pillars: ScoredPart[];
  trace: { item: string; dimension: string; x: number | null; weight: number; contribution: number | null }[];
};

/** The assessment as the open API publishes it: the tests choose answers by the words in it. */
export async function definitionOf(request: APIRequestContext, slug: string): Promise<Definition> {
  const reply = await request.get(`/api/v1/assessments/${slug}`);
  expect(reply.status()).toBe(200);
  return (await reply.json()) as Definition;
}

export async function apiScore(request: APIRequestContext, slug: string, answers: Answers): Promise<ApiScore> {
  const reply = await request.post(`/api/v1/assessments/${slug}/score`, { data: { answers } });
  expect(reply.status()).toBe(200);
  return (await reply.json()) as ApiScore;
}

type WrittenAnswer = string | string[] | number | { value: string | string[] | number; confidence: Answer["confidence"] };

/** The invented answers of the labelled example, read from the content itself. */
export function exampleAnswers(slug: string): Answers {
  const file = parse(readFileSync(`content/assessments/${slug}/example.yaml`, "utf8")) as { answers: Record<string, WrittenAnswer> };
  return Object.fromEntries(Object.entries(file.answers).map(([item, written]) => [item, toAnswer(written)]));
}

function toAnswer(written: WrittenAnswer): Answer {
  if (written === "not_sure" || written === "not_applicable") return { state: written };
  if (typeof written === "object" && !Array.isArray(written)) return { state: "answered", ...written };
  return { state: "answered", value: written };
}

/** The words beside the fields that an answer chooses. */
export function labelsOf(item: Item, answer: Answer): string[] {
  if (answer.state === "not_applicable") return ["Does not apply to us"];
  if (answer.state === "not_sure") return ["I don’t know"];
  if (answer.state === "blank") return [];
  const chosen = [answer.value].flat().map(String);
  if (item.kind !== "single" && item.kind !== "multi") throw new Error(`${item.id} is a ${item.kind}: answer it by its own fields`);
  return item.options.filter((option) => chosen.includes(option.id)).map((option) => option.label);
}

/** The same definition's item, by its id. */
export function itemOf(definition: Definition, id: string): Item {
  const item = definition.items.find((candidate) => candidate.id === id);
  if (!item) throw new Error(`${definition.slug} has no item ${id}`);
  return item;
}

/** A figure as pages show it: one decimal, half away from zero. */
export function shown(figure: number): string {
  return (Math.round((figure + 1e-9) * 10) / 10).toFixed(1);
}

/** A share as pages show it, with a space that does not break. */
export function shownShare(share: number): string {
  return `${Math.round(share * 100)}\u00a0%`;
}
