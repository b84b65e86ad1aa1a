import { fieldName, OPTION_PREFIX } from "#app/domain/assessment/form-fields.ts";

/**
 * A practice and "none of these" exclude each other, as do an answer and "I don't know". Without script the server says
 * so instead.
 */
export function clearWhatItRulesOut(changed: HTMLElement, itemId: string): void {
  const isBox = changed instanceof HTMLInputElement && (changed.type === "checkbox" || changed.type === "radio");
  const form = changed.closest("form");
  if (!form || (isBox && !changed.checked)) return;
  if (isBox && changed.type === "checkbox") clearOtherBoxes(changed);
  const inputs = [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input, select")];
  const fields = (...names: ("answer" | "target" | "number" | "place")[]) =>
    inputs.filter((field) => names.some((name) => field.name === fieldName(name, itemId)));
  const isWayOut = (field: HTMLInputElement | HTMLSelectElement) => field.name === fieldName("answer", itemId) && !field.value.startsWith(OPTION_PREFIX);
  if (isBox && isWayOut(changed)) fields("target", "number", "place").forEach(empty);
  else if (fields("target", "number", "place").some((field) => field === changed) && "value" in changed && changed.value !== "") {
    fields("answer").filter(isWayOut).forEach(empty);
  }
}

function empty(field: HTMLInputElement | HTMLSelectElement): void {
  if (field instanceof HTMLInputElement && field.type !== "text") field.checked = false;
  else field.value = "";
}

function clearOtherBoxes(chosen: HTMLInputElement): void {
  const boxes = chosen.form?.elements.namedItem(chosen.name);
  if (!(boxes instanceof RadioNodeList)) return;
  for (const box of boxes) {
    if (!(box instanceof HTMLInputElement) || box === chosen) continue;
    if ("alone" in chosen.dataset || "alone" in box.dataset) box.checked = false;
  }
}
