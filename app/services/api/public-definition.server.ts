import type { AssessmentEntry } from "../content/load-content.server.ts";

/** One row of the catalogue, as the API lists it. */
export function assessmentRow({ definition: d }: AssessmentEntry) {
  return { slug: d.slug, version: d.version, title: d.title, summary: d.summary, minutes: d.minutes, questions: d.items.length };
}

/** A definition as the API gives it: everything that scoring takes, and the texts. */
export function publicDefinition({ definition, hash }: AssessmentEntry) {
  return { ...definition, hash };
}
