import type { Language } from "../../words/language.ts";
import { displayExact } from "../report/display.ts";
import type { KpiTerms } from "./kpi-terms.ts";

/** A KPI as the fields of its form hold it; the other way round is kpi-form.ts. */
export function fieldsOfKpi({ anchors, ownerId, higherIsBetter, definition, baselineOn, ...kpi }: KpiTerms, language: Language): Record<string, string> {
  const figure = (value: number | null | undefined) => (value === null || value === undefined ? "" : typeable(value, language));
  return {
    ...{ name: kpi.name, unit: kpi.unit, definition: definition ?? "", better: higherIsBetter ? "up" : "down", cadence: kpi.cadence, owner: ownerId ?? "" },
    ...{ baseline: figure(kpi.baseline), baselineOn: baselineOn ?? "" },
    ...{ worst: figure(anchors?.worst), middle: figure(anchors?.middle), best: figure(anchors?.best) },
  };
}

/**
 * A figure as it stands in a field, so that it is read again as what it is (typed-number.ts): with the language's comma, but with a point
 * where there are three decimals, which after a comma some would take for thousands.
 */
export function typeable(value: number, language: Language): string {
  const text = displayExact(value, language).replace("−", "-");
  return /,\d{3}$/.test(text) ? text.replace(",", ".") : text;
}
