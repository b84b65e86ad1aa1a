/** Said on the server about scores: headlines, reasons, readings. Not carried to the browser. */
export default {
  nothingApplies: "No score: nothing here applies to your company.",
  mostlyNotApplicable: "No score: more than 40 % of it does not apply to your company, so what is left would not speak for the whole.",
  carrierWithoutScore: "No score: it counts only as far as “{{carrier}}” carries it, and that has no score yet.",
  tooFewOpen: "Not enough answers: a score needs three quarters of the weight. Still unanswered: {{open}}.",
  tooFewUnsure: "Not enough answers: a score needs three quarters of the weight. To find out: {{unsure}}.",
  tooFewOpenAndUnsure: "Not enough answers: a score needs three quarters of the weight. Still unanswered: {{open}}; to find out: {{unsure}}.",
  headlineNone: "There is no score yet: too little of this could be answered.",
  headlineOne: "{{clause}}.",
  headlineWeak: "{{weakness}}, and {{next}}.",
  headlineBoth: "{{strength}}, yet {{weakness}}.",
} as const;
