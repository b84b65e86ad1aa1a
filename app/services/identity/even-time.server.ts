import { setTimeout } from "node:timers/promises";

/** Milliseconds: more than a hash and its rows take on a machine that is not overloaded. */
export const EVEN_MS = 400;

/**
 * Does something that must not tell by its duration what it found, and answers after the same time whatever that was. The work
 * beneath is alike as well (one hash either way), for a machine so busy that it takes longer.
 * @param isPlain outcomes that say it themselves need not wait
 */
export async function evenTime<T>(work: () => Promise<T>, isPlain: (outcome: T) => boolean = () => false): Promise<T> {
  const enough = new AbortController();
  const time = setTimeout(EVEN_MS, undefined, { signal: enough.signal }).catch(() => undefined);
  const [done] = await Promise.allSettled([
    work().then((outcome) => {
      if (isPlain(outcome)) enough.abort();
      return outcome;
    }),
    time,
  ]);
  if (done.status === "rejected") throw done.reason;
  return done.value;
}
