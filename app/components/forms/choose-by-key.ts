import type { KeyboardEvent } from "react";

/**
 * Keys 1 to 9 choose an answer of the question that has the focus, or of the group within it that counts by itself;
 * typing in a field is left alone.
 */
export function chooseByKey(event: KeyboardEvent<HTMLFormElement>): void {
  const target = event.target as HTMLElement;
  if (!/^[1-9]$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (target.matches("textarea, select, input:not([type=radio], [type=checkbox])")) return;
  const group = target.closest<HTMLElement>("[data-keys]")?.dataset["keys"] ?? target.closest<HTMLElement>("[data-question]")?.dataset["question"];
  const choice = group ? document.getElementById(`${group}-${event.key}`) : null;
  if (!choice?.matches("[type=radio], [type=checkbox]")) return;
  event.preventDefault();
  choice.focus();
  choice.click();
}
