/** What can be said of any question instead of an answer. */
export const WAYS_OUT = [
  { id: "not_applicable", label: "taking:notApplicable" },
  { id: "not_sure", label: "taking:notSure" },
] as const;
