import { expect, it } from "vitest";
import { marked } from "../../../tests/factories/translation.ts";
import type { Kpi } from "../roadmap/initiative.ts";
import { rewordKpi } from "./kpi-texts.ts";
import { entriesOf } from "./text-entry.ts";

const kpi: Kpi = {
  id: "queue-time",
  title: "Time in the queue",
  pillar: "process",
  formula: "Minutes waited / visitors",
  unit: "minutes",
  better: "down",
  source: "A stopwatch",
  cadence: "weekly",
  owner: "Head of the shop",
  pitfall: "An average hides the tail.",
  stage: "consideration",
};

it("the texts of a KPI are those that a page shows, and one entry in a file of its own", () => {
  expect(rewordKpi(kpi, (_place, texts) => marked(texts))).toEqual({ ...kpi, title: "fi: Time in the queue", formula: "fi: Minutes waited / visitors" });
  expect(entriesOf((reword) => rewordKpi(kpi, reword))).toEqual([
    { key: "queue-time", file: "kpis/queue-time", path: ["kpi"], texts: { title: kpi.title, formula: kpi.formula } },
  ]);
});
