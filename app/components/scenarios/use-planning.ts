import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import type { PlanProgress } from "#app/domain/roadmap/plan.ts";

type Reply = { state: string; progress: PlanProgress | null; hasPlan: boolean };

const ASK_EVERY_MS = 1_000;

/**
 * Follows the planning of a scenario, and has the page loaded anew when there is a first plan, a better one proven, or an end.
 * @param address to ask; null: nothing goes on
 */
export function usePlanning(address: string | null, loaded: PlanProgress | null): PlanProgress | null {
  const [told, setTold] = useState<PlanProgress | null>(null);
  const { revalidate } = useRevalidator();
  /** Of the plan that the page shows. */
  const shown = useRef(loaded?.objective ?? null);
  useEffect(() => {
    if (address === null) return;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const ask = async () => {
      const reply = await fetch(address, { signal: stop.signal }).then(
        (response) => (response.ok ? (response.json() as Promise<Reply>) : null),
        () => null,
      );
      if (stop.signal.aborted) return;
      const isOver = reply !== null && reply.state !== "waiting" && reply.state !== "planning";
      if (reply?.progress) setTold(reply.progress);
      const better = reply?.progress?.objective ?? null;
      if (isOver || (better !== null && better !== shown.current)) revalidate();
      shown.current = better ?? shown.current;
      if (!isOver) timer = setTimeout(() => void ask(), ASK_EVERY_MS);
    };
    timer = setTimeout(() => void ask(), ASK_EVERY_MS);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [address, revalidate]);
  return told ?? loaded;
}
