/** What can be said of any question instead of an answer. */
export const WAYS_OUT = [
  { id: "not_applicable", label: "Does not apply to us" },
  { id: "not_sure", label: "I don’t know" },
] as const;
