/** An invented piece of evidence; `file` is the text of a file, and where there is none it is a link. */
export type DemoEvidence = {
  item: string;
  title: string;
  file?: { name: string; text: string };
  /** Which of the client's members keeps it up to date, by place; null: nobody. */
  owner: number | null;
  /** Days from today to its last one, below 0 where it has expired; null: it has none. */
  lastDayIn: number | null;
  /** Days that it has been there. */
  addedAgo: number;
};

/** What every client of the demonstration shows for the assessment of every quarter: one has expired, one expires soon, and most of what is claimed is not shown. */
export const DEMO_EVIDENCE: readonly DemoEvidence[] = [
  { item: "phone-answer", title: "Invented call statistics of the main number", owner: 2, lastDayIn: 210, addedAgo: 150 },
  {
    item: "experience-measures",
    title: "Invented minutes: what the top team reads every month",
    file: {
      name: "Invented minutes.txt",
      text: "Example. Everything here is invented.\n\n1. Complaints and how fast they are answered\n2. Would customers come back\n",
    },
    owner: 0,
    lastDayIn: 12,
    addedAgo: 350,
  },
  { item: "service-record", title: "Invented screenshot of the service desk", owner: 2, lastDayIn: -40, addedAgo: 400 },
  { item: "executive-owner", title: "Invented job description of the customer director", owner: null, lastDayIn: null, addedAgo: 90 },
];
