/** When a cycle can be answered. `opensAt` null: since it was made; `closesAt` null: until somebody closes it. */
export type CycleTimes = { opensAt: Date | null; closesAt: Date | null; closedAt: Date | null };
export type CycleState = "planned" | "open" | "closed";

/** How a cycle stands at a moment: it closes at its time, whether or not anything has noted that down. */
export function cycleState({ opensAt, closesAt, closedAt }: CycleTimes, now: Date): CycleState {
  if (closedAt !== null || (closesAt !== null && closesAt <= now)) return "closed";
  return opensAt !== null && opensAt > now ? "planned" : "open";
}
