import { PILLAR_TITLES, PILLARS } from "#app/domain/assessment/vocabulary.ts";
import { screensOf } from "#app/domain/assessment/screens.ts";
import { raisersOf } from "#app/domain/roadmap/check-initiatives.ts";
import type { Catalog } from "#app/services/content/load-content.server.ts";

type Row = readonly (string | number)[];

/** `docs/coverage.md`: what the initiatives and KPIs cover, counted from the content. */
export function coverageText({ assessments, initiatives, kpis }: Catalog): string {
  const items = assessments.reduce((sum, { definition }) => sum + definition.items.length, 0);
  const pillars = PILLARS.map((pillar): Row => {
    const all = initiatives.filter((initiative) => initiative.pillars.includes(pillar));
    return [PILLAR_TITLES[pillar], all.filter((i) => i.pillars[0] === pillar).length, all.length, kpis.filter((k) => k.pillar === pillar).length];
  });
  const dimensions = assessments.flatMap(({ definition }) => {
    const raisers = raisersOf(definition, initiatives);
    return definition.dimensions.map((dimension): Row => {
      const counts = definition.items.filter((item) => item.dimension === dimension.id).map(({ id }) => raisers.get(id) ?? []);
      return [`\`${definition.slug}\``, dimension.title, counts.length, new Set(counts.flat()).size, Math.min(...counts.map((ids) => ids.length))];
    });
  });
  const lengths = assessments.map(
    ({ definition }): Row => [`\`${definition.slug}\``, definition.version, definition.items.length, screensOf(definition).length, definition.minutes],
  );
  return [
    "# What the content covers",
    "",
    "Written by `npm run content:coverage`; a test fails when it is out of date.",
    "",
    `${assessments.length} assessments with ${items} questions, ${initiatives.length} initiatives and ${kpis.length} KPIs.`,
    "",
    "## Pillars",
    "",
    "An initiative has one or two pillars and stands in the folder of the first.",
    "",
    ...table(["pillar", "initiatives, as first pillar", "initiatives in all", "KPIs"], pillars),
    "",
    "## Assessments",
    "",
    ...table(["assessment", "version", "questions", "screens", "minutes"], lengths),
    "",
    "## Dimensions",
    "",
    "The fewest are the initiatives that raise the question with the fewest of them.",
    "",
    ...table(["assessment", "dimension", "questions", "initiatives that raise them", "fewest for a question"], dimensions),
    "",
  ].join("\n");
}

/** A table as prettier leaves it: cells padded, columns of figures to the right. */
function table(head: readonly string[], rows: readonly Row[]): string[] {
  const isFigure = head.map((_, column) => typeof rows[0]?.[column] === "number");
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => String(row[column]).length)));
  const line = (cells: Row) =>
    `| ${cells.map((cell, column) => (isFigure[column] ? String(cell).padStart(widths[column]!) : String(cell).padEnd(widths[column]!))).join(" | ")} |`;
  const rule = `| ${widths.map((width, column) => (isFigure[column] ? `${"-".repeat(width - 1)}:` : "-".repeat(width))).join(" | ")} |`;
  return [line(head), rule, ...rows.map(line)];
}
