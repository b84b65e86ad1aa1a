/** Names of things that appear on many pages, and how figures are worded. */
export default {
  people: "People",
  process: "Process",
  content: "Content",
  technology: "Technology",
  kpis: "KPIs",
  peopleWithin: "people",
  processWithin: "process",
  contentWithin: "content",
  technologyWithin: "technology",
  kpisWithin: "KPIs",
  executive: "Executives",
  manager: "Managers",
  frontline: "People who meet customers",
  underOne: "under 1 %",
  overNinetyNine: "over 99 %",
  share: "{{share}} %",
} as const;
