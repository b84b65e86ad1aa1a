import { z } from "zod";
import { line, prose, slugSchema } from "../assessment/content-values.ts";
import { contradictionSchema } from "../assessment/contradiction.ts";
import { assessmentFileSchema } from "../assessment/definition.ts";
import { exampleFileSchema } from "../assessment/example.ts";
import { multiItemSchema, scaleItemSchema, shiftItemSchema } from "../assessment/item-schemas.ts";
import { readingSchema } from "../assessment/reading-schemas.ts";
import { initiativeSchema, kpiSchema } from "../roadmap/initiative.ts";
import { startingQuestionsSchema } from "../start/starting-questions.ts";
import type { Text, Texts } from "./text-entry.ts";

/**
 * The shapes of the translation files. The same limits hold as for the English texts. A text may be empty or not be there
 * at all: it then counts as missing. Which ids and keys an entry has is in `read-translation.ts`.
 */

const sourceSchema = z.string().regex(/^([0-9a-f]{12})?$/, "source is the first 12 digits of a hash, or empty; npm run content:translation writes it");

type TextSchema = z.ZodType<Text>;

/** A text of these limits, or none yet. */
function orEmpty(text: z.ZodType<string>): z.ZodType<string> {
  return z.union([text, z.string().trim().max(0)]);
}

function texts(shape: Record<string, TextSchema>): z.ZodType<Texts> {
  return z.strictObject(shape).partial().transform(written);
}

function entry(shape: Record<string, TextSchema>): z.ZodType<Texts> {
  return z.strictObject({ source: sourceSchema, ...z.strictObject(shape).partial().shape }).transform(written);
}

/** Without the keys that are not there. */
function written(found: Record<string, Text | undefined>): Texts {
  return Object.fromEntries(Object.entries(found).flatMap(([key, text]) => (text === undefined ? [] : [[key, text]])));
}

const head = assessmentFileSchema.shape;
const level = head.levels.element.shape;
const dimension = head.dimensions.element.shape;
const lines = z.array(orEmpty(line));

const assessmentTranslationSchema = texts({
  assessment: entry({
    title: orEmpty(head.title),
    shortTitle: orEmpty(head.shortTitle),
    summary: orEmpty(head.summary),
    introduction: orEmpty(head.introduction),
    youGet: lines,
    claim: orEmpty(head.source.shape.claim),
    from: orEmpty(head.line.shape.from),
    to: orEmpty(head.line.shape.to),
  }),
  levels: z.record(slugSchema, entry({ name: orEmpty(level.name), paragraph: orEmpty(level.paragraph) })),
  dimensions: z.record(slugSchema, entry({ title: orEmpty(dimension.title), summary: orEmpty(dimension.summary) })),
});

const item = multiItemSchema.shape;

/** The texts of all kinds of items: which of them an item has follows from the English one. */
const questionTranslationSchema = texts({
  items: z.record(
    slugSchema,
    entry({
      text: orEmpty(item.text),
      why: orEmpty(item.why),
      evidence: orEmpty(item.evidence),
      options: z.record(slugSchema, orEmpty(item.options.element.shape.label)),
      minLabel: orEmpty(scaleItemSchema.shape.minLabel),
      maxLabel: orEmpty(scaleItemSchema.shape.maxLabel),
      from: orEmpty(shiftItemSchema.shape.from),
      to: orEmpty(shiftItemSchema.shape.to),
      positions: z.array(orEmpty(shiftItemSchema.shape.positions.element)),
    }),
  ),
});

const titled = { title: orEmpty(line), text: orEmpty(prose) };

const readingsTranslationSchema = texts({
  dimensions: z.record(slugSchema, entry(Object.fromEntries(Object.entries(readingSchema.shape).map(([key, text]) => [key, orEmpty(text)])))),
  flags: z.record(slugSchema, entry(titled)),
  readouts: z.record(slugSchema, entry({ ...titled, columns: lines, cases: z.array(texts(titled)), otherwise: texts(titled) })),
});

const question = startingQuestionsSchema.shape.questions.element.shape;
const option = question.options.element.shape;

const startTranslationSchema = texts({
  questions: z.record(
    slugSchema,
    entry({ text: orEmpty(question.text), options: z.record(slugSchema, texts({ label: orEmpty(option.label), because: orEmpty(option.because) })) }),
  ),
});

const contradictionsTranslationSchema = z.record(slugSchema, entry({ text: orEmpty(contradictionSchema.shape.text) }));

const exampleTranslationSchema = texts({ example: entry({ title: orEmpty(exampleFileSchema.shape.title) }) });

const initiative = initiativeSchema.shape;

const initiativeTranslationSchema = texts({
  initiative: entry({
    title: orEmpty(initiative.title),
    problem: orEmpty(initiative.problem),
    done: orEmpty(initiative.done),
    effortReason: orEmpty(initiative.effortReason),
    free: orEmpty(initiative.cost.shape.free.unwrap()),
    chance: orEmpty(initiative.chance.shape.reason),
    pilot: orEmpty(initiative.pilot),
    byHand: orEmpty(initiative.byHand),
    hypothesis: orEmpty(initiative.hypothesis),
    refutedBy: orEmpty(initiative.refutedBy),
    checklist: z.array(orEmpty(initiative.checklist.element)),
    owner: orEmpty(initiative.owner),
  }),
});

const kpi = kpiSchema.shape;

const kpiTranslationSchema = texts({ kpi: entry({ title: orEmpty(kpi.title), formula: orEmpty(kpi.formula) }) });

const byFile: Record<string, z.ZodType<Texts>> = {
  assessment: assessmentTranslationSchema,
  readings: readingsTranslationSchema,
  example: exampleTranslationSchema,
  contradictions: contradictionsTranslationSchema,
  start: startTranslationSchema,
};

/** Of the folders in which every file has the same shape. */
const byFolder: Record<string, z.ZodType<Texts>> = {
  questions: questionTranslationSchema,
  initiatives: initiativeTranslationSchema,
  kpis: kpiTranslationSchema,
};

/** The shape of the translation of this file; `file` as in `TextPlace`. */
export function translationFileSchema(file: string): z.ZodType<Texts> {
  return byFile[file] ?? byFolder[file.split("/")[0]!]!;
}
