import { SMALLEST_GROUP } from "../agreement/team-result-shape.ts";
import type { RoadmapDue } from "./roadmap-due.ts";

/** Days before a cycle closes in which it is time to remind. */
const CLOSING_SOON_DAYS = 7;
/** Days in which a new result is to be talked about first. */
const FRESH_DAYS = 30;
/** A quarter and some days: then the last figures are old. */
const OLD_DAYS = 100;
const DAY_MS = 24 * 3600 * 1000;

export type OpenCycle = {
  id: string;
  title: string;
  period: string;
  answered: number;
  asked: number;
  /** ISO moment; null: somebody closes it. */
  closesAt: string | null;
  /** Whether whoever looks is asked and has not answered. */
  waitsForYou: boolean;
};

export type HomeFacts = {
  may: { run: boolean; see: boolean; plan: boolean };
  openCycles: readonly OpenCycle[];
  /** Of the result published last; null: there is none. */
  latest: { cycleId: string; title: string; closedAt: string; mostDisputed: string | null } | null;
  evidence: { expired: number; expiring: number };
  readingsDue: number;
  roadmap: RoadmapDue;
};

/** What to do next, and what its reason is made of. */
export type NextStep =
  | { kind: "answer"; cycle: OpenCycle }
  | { kind: "invite"; cycle: OpenCycle; needed: number }
  | { kind: "remind"; cycle: OpenCycle }
  | { kind: "discuss"; cycleId: string; title: string; question: string }
  | { kind: "catch_up"; count: number }
  | { kind: "measure"; count: number }
  | { kind: "renew"; count: number }
  | { kind: "read_kpis"; count: number }
  | { kind: "adopt"; count: number }
  | { kind: "plan"; quarter: string }
  | { kind: "open"; title: string; days: number }
  | { kind: "wait"; cycle: OpenCycle }
  | { kind: "nothing" };

/**
 * The one thing that is recommended, of what whoever looks may do: what others wait for first (one's own answers, a cycle that would show
 * nothing or is about to close), then what the latest result asks for, then what of the roadmap is late, then what grows old, then what nobody has
 * planned or decided yet. Without any of it: to wait for a cycle that is
 * open, or nothing.
 * @param now ISO moment
 */
export function nextStep({ may, openCycles, latest, evidence, readingsDue, roadmap }: HomeFacts, now: string): NextStep {
  const byClosing = [...openCycles].sort((a, b) => (a.closesAt ?? "9").localeCompare(b.closesAt ?? "9"));
  const waiting = byClosing.find(({ waitsForYou }) => waitsForYou);
  if (waiting) return { kind: "answer", cycle: waiting };
  if (may.run) {
    const small = byClosing.find(({ asked }) => asked < SMALLEST_GROUP);
    if (small) return { kind: "invite", cycle: small, needed: SMALLEST_GROUP - small.asked };
    const closing = byClosing.find(({ closesAt, answered, asked }) => closesAt !== null && daysBetween(now, closesAt) <= CLOSING_SOON_DAYS && answered < asked);
    if (closing) return { kind: "remind", cycle: closing };
  }
  if (may.see && latest?.mostDisputed != null && daysBetween(latest.closedAt, now) <= FRESH_DAYS)
    return { kind: "discuss", cycleId: latest.cycleId, title: latest.title, question: latest.mostDisputed };
  if (may.plan && roadmap.overdue > 0) return { kind: "catch_up", count: roadmap.overdue };
  if (may.plan && roadmap.leapsDue > 0) return { kind: "measure", count: roadmap.leapsDue };
  if (may.run && evidence.expired + evidence.expiring > 0) return { kind: "renew", count: evidence.expired + evidence.expiring };
  if (may.run && readingsDue > 0) return { kind: "read_kpis", count: readingsDue };
  if (may.plan && roadmap.plansToAdopt > 0) return { kind: "adopt", count: roadmap.plansToAdopt };
  if (may.plan && roadmap.emptyQuarter !== null) return { kind: "plan", quarter: roadmap.emptyQuarter };
  const [open] = byClosing;
  if (open) return { kind: "wait", cycle: open };
  if (may.run && latest && daysBetween(latest.closedAt, now) >= OLD_DAYS)
    return { kind: "open", title: latest.title, days: Math.floor(daysBetween(latest.closedAt, now)) };
  return { kind: "nothing" };
}

/** May be negative, and need not be whole. */
function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}
