import { useCallback, useEffect, useRef, useState } from "react";
import type { Answer } from "#app/domain/assessment/answer.ts";

/** An answer that this device still holds. */
export type Kept = { itemId: string; answer: Answer };
type Pending = { itemId: string; answer: Answer; basedOn: number };
/** What the save endpoint says. */
type SaveReply = {
  saved: { itemId: string; revision: number }[];
  conflicts: { itemId: string; revision: number; current: Answer }[];
};

export type SaveStatus = "idle" | "saving" | "saved" | "waiting" | "closed" | "over" | "refused" | "conflict" | "incomplete";
export type Conflict = { revision: number; current: Answer };

const TYPING_MS = 600;
const RETRY_MS = [1_000, 2_000, 5_000, 10_000, 20_000];
/** Storing is forbidden in some private windows; answering goes on without it. */
const storage = {
  read(key: string): Pending[] {
    try {
      return JSON.parse(localStorage.getItem(key) ?? "[]") as Pending[];
    } catch {
      return [];
    }
  },
  write(key: string, pending: Pending[]): void {
    try {
      if (pending.length === 0) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(pending));
    } catch {
      // Nothing to keep it in: the page itself still holds the answers and goes on trying.
    }
  },
};

/**
 * Sends answers one batch after the other, in order. What could not be sent stays on this device and is sent
 * again, after a reload too (`onKept` then puts it back into the form); "saved" is said only when the server has said so for everything.
 */
export function useAnswerQueue(savePath: string, initialRevisions: Record<string, number>, onKept: (kept: Kept[]) => void) {
  const key = `pinhigh:${savePath}`;
  const pending = useRef<Pending[]>([]);
  const revisions = useRef(initialRevisions);
  const running = useRef<Promise<boolean> | null>(null);
  const retry = useRef<{ timer: ReturnType<typeof setTimeout> | undefined; tries: number }>({ timer: undefined, tries: 0 });
  const [status, setStatus] = useState<SaveStatus>("idle");
  const [conflicts, setConflicts] = useState<Record<string, Conflict>>({});
  /** Questions whose fields do not make an answer at the moment. */
  const [withheld, setWithheld] = useState<ReadonlySet<string>>(new Set());
  const [shownRevisions, setShownRevisions] = useState(initialRevisions);
  /** How often each question was saved from this page. */
  const [saves, setSaves] = useState<Record<string, number>>({});

  const tellKept = useRef(onKept);

  const accept = useCallback((sent: Pending[], reply: SaveReply) => {
    // What was changed on while its conflict was under way stays based on what was seen: the conflict comes back instead of being overwritten.
    const known = new Map(reply.saved.map((r) => [r.itemId, r.revision]));
    for (const { itemId, revision } of reply.saved) revisions.current = { ...revisions.current, [itemId]: revision };
    pending.current = pending.current
      .filter((entry) => !sent.includes(entry))
      .map((entry) => ({ ...entry, basedOn: known.get(entry.itemId) ?? entry.basedOn }));
    setShownRevisions(revisions.current);
    setSaves((before) => ({ ...before, ...Object.fromEntries(reply.saved.map(({ itemId }) => [itemId, (before[itemId] ?? 0) + 1])) }));
    setConflicts((before) => {
      const after = { ...before };
      for (const { itemId } of reply.saved) delete after[itemId];
      for (const { itemId, revision, current } of reply.conflicts) after[itemId] = { revision, current };
      return after;
    });
  }, []);

  const send = useCallback(async (): Promise<boolean> => {
    if (pending.current.length === 0) return true;
    // A batch with a refused answer is sent again one by one, so that the others are kept.
    let singly = false;
    let refused = false;
    while (pending.current.length > 0) {
      const batch = singly ? pending.current.slice(0, 1) : [...pending.current];
      setStatus("saving");
      const response = await fetch(savePath, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ changes: batch }),
      }).catch(() => null);
      // Submitted, or not to be answered any more: by 404 to whoever is a member no more.
      if (response?.status === 409 || response?.status === 404) {
        pending.current = [];
        storage.write(key, []);
        const isSubmitted = ((await response.json().catch(() => null)) as { code?: string } | null)?.code === "already-submitted";
        setStatus(isSubmitted ? "closed" : "over");
        return false;
      }
      if (response?.status === 400 || response?.status === 422) {
        if (batch.length > 1) {
          singly = true;
          continue;
        }
        // The server will never take it as it is; the form says why when it is posted.
        refused = true;
        pending.current = pending.current.filter((entry) => !batch.includes(entry));
        storage.write(key, pending.current);
        continue;
      }
      if (!response?.ok) {
        setStatus("waiting");
        return false;
      }
      accept(batch, (await response.json()) as SaveReply);
      storage.write(key, pending.current);
      retry.current.tries = 0;
    }
    setStatus(refused ? "refused" : "saved");
    return true;
  }, [accept, key, savePath]);

  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(retry.current.timer);
    running.current ??= send()
      .catch(() => false)
      .then((done) => {
        running.current = null;
        if (!done && pending.current.length > 0) {
          const wait = RETRY_MS[Math.min(retry.current.tries++, RETRY_MS.length - 1)]!;
          retry.current.timer = setTimeout(() => void flush(), wait);
        }
        return done;
      });
    return running.current;
  }, [send]);

  const keep = useCallback(
    (itemId: string, answer: Answer, { basedOn, typing = false }: { basedOn?: number; typing?: boolean } = {}) => {
      setWithheld((before) => new Set([...before].filter((id) => id !== itemId)));
      const waiting = pending.current.find((entry) => entry.itemId === itemId);
      const entry = { itemId, answer, basedOn: basedOn ?? waiting?.basedOn ?? revisions.current[itemId] ?? 0 };
      pending.current = [...pending.current.filter((p) => p !== waiting), entry];
      storage.write(key, pending.current);
      if (typing) {
        // One save for some words instead of one for each letter; until then nothing is called saved.
        clearTimeout(retry.current.timer);
        setStatus("saving");
        retry.current.timer = setTimeout(() => void flush(), TYPING_MS);
        return;
      }
      // A batch under way does not hold this entry yet; the loop in `send` takes it next.
      void (running.current ? running.current.then(() => flush()) : flush());
    },
    [flush, key],
  );

  /** Nothing of this question is sent until it makes an answer again; what was saved of it before stays saved. */
  const withhold = useCallback(
    (itemId: string) => {
      pending.current = pending.current.filter((entry) => entry.itemId !== itemId);
      storage.write(key, pending.current);
      setWithheld((before) => new Set([...before, itemId]));
    },
    [key],
  );

  const settle = useCallback((itemId: string, revision: number) => {
    revisions.current = { ...revisions.current, [itemId]: revision };
    setShownRevisions(revisions.current);
    setConflicts(({ [itemId]: _, ...others }) => others);
  }, []);

  useEffect(() => {
    pending.current = storage.read(key);
    if (pending.current.length > 0) {
      tellKept.current(pending.current);
      void flush();
    }
    const again = () => void flush();
    const timers = retry.current;
    window.addEventListener("online", again);
    return () => {
      window.removeEventListener("online", again);
      clearTimeout(timers.timer);
    };
  }, [flush, key]);

  const isQuiet = status === "saved" || status === "idle";
  const shownStatus = isQuiet && withheld.size > 0 ? "incomplete" : status === "saved" && Object.keys(conflicts).length > 0 ? "conflict" : status;
  return { status: shownStatus, conflicts, revisions: shownRevisions, saves, keep, withhold, flush, settle };
}
