/** What can be said of any question instead of an answer. */
export const WAYS_OUT = [
  { id: "not_applicable", label: "terms:notApplicable" },
  { id: "not_sure", label: "terms:notSure" },
] as const;
