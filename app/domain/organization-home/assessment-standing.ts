/** Where one assessment stands: its latest figures that are shown, and those of the quarter before. Scores in points, 0..100, unrounded. */
export type AssessmentStanding = {
  slug: string;
  title: string;
  cycleId: string;
  period: string;
  mean: number;
  /** Null where too little was answered. */
  level: number | null;
  gatedLevel: number | null;
  /** Null where this is the first. */
  before: { period: string; mean: number } | null;
  levels: { name: string; cut: number }[];
  /** Who answered, of how many who were asked. */
  respondents: number;
  asked: number;
};
