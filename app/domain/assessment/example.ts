import { z } from "zod";
import { type Answer, type Answers, CONFIDENCES, problemWith } from "./answer.ts";
import type { ContentProblem } from "./content-problem.ts";
import { slugSchema } from "./content-values.ts";
import type { Definition } from "./definition.ts";

/** States are written with an underscore, which no option id has, so the two cannot be mistaken for each other. */
const chosen = z.union([slugSchema, z.array(slugSchema).min(1).max(12), z.number()]);
const said = z.strictObject({ value: chosen, target: z.number().optional(), confidence: z.enum(CONFIDENCES).optional() });
const exampleAnswer = z.union([z.enum(["not_sure", "not_applicable"]), chosen, said]);

/** `example.yaml`: invented answers for the labelled example result. */
export const exampleFileSchema = z.strictObject({
  title: z.string().trim().min(1).max(120),
  answers: z.record(slugSchema, exampleAnswer),
});
export type ExampleFile = z.infer<typeof exampleFileSchema>;

/** The example as it is scored and shown. */
export type Example = { title: string; answers: Answers };

export function toExample(file: ExampleFile): Example {
  const answers = Object.entries(file.answers).map(([id, given]): [string, Answer] => {
    if (given === "not_sure" || given === "not_applicable") return [id, { state: given }];
    if (typeof given === "object" && !Array.isArray(given)) return [id, { state: "answered", ...given }];
    return [id, { state: "answered", value: given }];
  });
  return { title: file.title, answers: Object.fromEntries(answers) };
}

/** What keeps an example from being scored: every item needs a valid answer or a named state. Paths lead into the file. */
export function checkExample(definition: Definition, example: Example): ContentProblem[] {
  const given = Object.entries(example.answers).flatMap(([id, answer]): ContentProblem[] => {
    const item = definition.items.find((i) => i.id === id);
    if (!item) {
      return [{ path: ["answers", id], message: `there is no item "${id}"`, fix: "remove it or name an item" }];
    }
    const message = problemWith(item, answer);
    return message ? [{ path: ["answers", id], message: `"${id}" ${message}`, fix: "answer with what the item offers" }] : [];
  });
  const open = definition.items
    .filter((item) => !Object.hasOwn(example.answers, item.id))
    .map((item) => ({
      path: ["answers"],
      message: `item "${item.id}" is not answered`,
      fix: "choose an option, or write not_sure or not_applicable",
    }));
  return [...given, ...open];
}
