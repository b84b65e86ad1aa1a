import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { screensOf } from "#app/domain/assessment/screens.ts";
import { PILLARS } from "#app/domain/assessment/vocabulary.ts";
import { loadContent } from "#app/services/content/load-content.server.ts";
import { contentReport } from "../../scripts/content/content-report.ts";
import { coverageText } from "../../scripts/content/coverage-text.ts";

const ROOT = join(import.meta.dirname, "../..");
const loaded = loadContent(join(ROOT, "content"));
if ("problems" in loaded) throw new Error(contentReport("content", loaded).join("\n"));
const { assessments, initiatives, kpis } = loaded.catalog;
const CORE = ["customer-or-product-centric", "martech-stack", "seven-ps"];
const items = assessments.flatMap(({ definition }) => definition.items.map((item) => `${definition.slug}/${item.id}`));

describe("the content of this repository", () => {
  it("has its record of every version", () => {
    for (const { definition } of assessments) {
      const recorded = loaded.published.get(definition.slug)?.versions.at(-1)?.version ?? "none: run npm run content:publish";
      expect([definition.slug, recorded]).toEqual([definition.slug, definition.version]);
    }
  });

  it("takes ten screens and ten minutes at most", () => {
    for (const { definition } of assessments) {
      expect(screensOf(definition).length, definition.slug).toBeLessThanOrEqual(10);
      expect(definition.minutes, definition.slug).toBeLessThanOrEqual(10);
    }
  });

  it("has an order in which every initiative comes after what it requires", () => {
    const waiting = new Map(initiatives.map(({ id, requires }) => [id, new Set(requires)]));
    while (waiting.size > 0) {
      const ready = [...waiting].filter(([, requires]) => [...requires].every((id) => !waiting.has(id))).map(([id]) => id);
      expect(ready, `these require one another: ${[...waiting.keys()].join(", ")}`).not.toEqual([]);
      for (const id of ready) waiting.delete(id);
    }
  });

  it("raises something, or is required by what does, with every initiative", () => {
    const known = new Set(items);
    const useful = new Set(initiatives.filter(({ raises }) => raises.some((r) => known.has(`${r.assessment}/${r.item}`))).map(({ id }) => id));
    for (let before = -1; before !== useful.size;) {
      before = useful.size;
      for (const { id, requires } of initiatives) if (useful.has(id)) requires.forEach((needed) => useful.add(needed));
    }
    expect(initiatives.map(({ id }) => id).filter((id) => !useful.has(id))).toEqual([]);
  });

  it("has in Finnish every initiative that can come into a roadmap of the three core assessments, and its KPIs", () => {
    const shown = new Set(initiatives.filter(({ raises }) => raises.some((r) => CORE.includes(r.assessment))).map(({ id }) => id));
    // A set is walked through to those that are added on the way.
    for (const id of shown) loaded.catalog.initiativeById.get(id)!.requires.forEach((needed) => shown.add(needed));
    const measures = new Set([...shown].flatMap((id) => loaded.catalog.initiativeById.get(id)!.kpis));
    const open = (subject: string, keys: ReadonlySet<string>) => {
      const { entries } = loaded.translations.find((one) => one.language === "fi" && one.subject === subject)!;
      return entries.filter(({ key, state }) => keys.has(key) && state !== "translated").map(({ key, state }) => `${subject}/${key}: ${state}`);
    };
    expect([...open("initiatives", shown), ...open("kpis", measures)]).toEqual([]);
  });

  it("uses every KPI in an initiative", () => {
    const used = new Set(initiatives.flatMap((initiative) => initiative.kpis));
    expect(kpis.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
  });

  it("can raise every item of every assessment", () => {
    const raised = new Set(initiatives.flatMap(({ raises }) => raises.map((r) => `${r.assessment}/${r.item}`)));
    expect(items.filter((item) => !raised.has(item))).toEqual([]);
  });

  it("leaves a planner a choice: 90 initiatives, 12 for each pillar, and 45 KPIs at least", () => {
    expect(initiatives.length).toBeGreaterThanOrEqual(90);
    for (const pillar of PILLARS) expect(initiatives.filter(({ pillars }) => pillars[0] === pillar).length, pillar).toBeGreaterThanOrEqual(12);
    expect(kpis.length).toBeGreaterThanOrEqual(45);
  });

  it("is what docs/coverage.md counts (npm run content:coverage writes it)", () => {
    expect(readFileSync(join(ROOT, "docs/coverage.md"), "utf8")).toBe(coverageText(loaded.catalog));
  });
});
