import { useFetchers, useSubmit } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState } from "react";
import type { BoardCard } from "#app/domain/board/board-card.ts";
import type { InitiativeState } from "#app/domain/board/initiative-state.ts";
import type { MoveAnswer } from "#app/domain/board/move-answer.ts";

const PREFIX = "move ";

/** Each initiative is moved by a fetcher of its own, so that one move waits for no other. */
export function fetcherOf(id: string): string {
  return PREFIX + id;
}

/**
 * The cards as they are once every move that is on its way has arrived: each jumps at once, and is back where it was if it was refused.
 * @param reply what the page was answered before script took over
 */
export function useMoves(cards: readonly BoardCard[], reply: MoveAnswer | undefined) {
  const submit = useSubmit();
  const [heard, setHeard] = useState<MoveAnswer | null>(null);
  const answer = heard ?? reply ?? null;
  const byForm = useRef<{ id: string; before: MoveAnswer | null } | null>(null);
  const onTheirWay = new Map(useFetchers().flatMap(({ key, formData }) => (key.startsWith(PREFIX) && formData ? [[key.slice(PREFIX.length), formData]] : [])));
  const shown = cards.map((card) => placedBy(card, onTheirWay.get(card.id)));
  // What had the focus goes with the form: a card that jumps to another list is made anew there, and back again if it was refused.
  useEffect(() => {
    if (byForm.current === null) return;
    const { id, before } = byForm.current;
    if (document.activeElement === document.body) wayBackTo(id)?.focus();
    if (heard !== before) byForm.current = null;
  });
  return {
    cards: shown,
    isMoving: (id: string) => onTheirWay.has(id),
    answer,
    isRefused: answer !== null && answer.kind !== "moved",
    hear: useCallback((answer: MoveAnswer) => setHeard(answer), []),
    sentByForm: (id: string) => void (byForm.current = { id, before: heard }),
    move: (id: string, to: { state: InitiativeState } | { quarter: string }) => {
      const card = shown.find((each) => each.id === id);
      if (!card || onTheirWay.has(id) || ("state" in to ? to.state === card.state : to.quarter === card.startQuarter)) return;
      const fields = { intent: "move", id, revision: String(card.revision), ...to };
      void submit(fields, { method: "post", navigate: false, fetcherKey: fetcherOf(id) });
    },
  };
}

function placedBy(card: BoardCard, sent: FormData | undefined): BoardCard {
  if (!sent) return card;
  const [state, quarter] = [sent.get("state"), sent.get("quarter")];
  return {
    ...card,
    ...(state === null ? {} : { state: state as InitiativeState }),
    ...(quarter === null ? {} : { startQuarter: (quarter as string) || null }),
  };
}

/** The fold of an initiative's form where it can be seen, or else the fold of the column that it is hidden in. */
function wayBackTo(id: string): HTMLElement | undefined {
  const folds = [...document.querySelectorAll<HTMLElement>(`[data-move="${id}"]`)];
  const columns = folds.flatMap((fold) => fold.closest("section")?.querySelector("summary") ?? []);
  return [...folds, ...columns].find((place) => place.checkVisibility?.());
}
