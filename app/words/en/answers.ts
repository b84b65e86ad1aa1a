/** What may stand beside an answer: where it comes from, and the proof. */
export default {
  carriedOver: "Carried over from “{{title}}”, answered on {{on}}.",
  carriedTooOld: "On {{on}} you answered “{{answer}}” in “{{title}}”. That is more than 90 days ago, so please answer again.",
  evidence: "Evidence: <link></link>",
  evidenceUntil: "Evidence: <link></link>, counts until {{day}}",
} as const;
