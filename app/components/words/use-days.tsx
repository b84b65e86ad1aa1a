import { useMatches } from "@remix-run/react";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { displayDateIn, displayMomentIn } from "#app/domain/report/display.ts";
import { useWords } from "./use-words.tsx";

const TimeZone = createContext("UTC");

/** Gives every component of an organisation's page the time zone in its frame; on a page of none days are those of UTC. */
export function PageHasDays({ children }: { children: ReactNode }) {
  const zone = useMatches().findLast(({ data }) => zoneOf(data));
  return <TimeZone.Provider value={zoneOf(zone?.data) ?? "UTC"}>{children}</TimeZone.Provider>;
}

/**
 * Moments in words by the page's calendar and clock. For moments alone, in ISO 8601: a date such as the last day of evidence is the same day
 * wherever it is read (`displayDate`).
 */
export function useDays(): { dayOf: (moment: string) => string; momentOf: (moment: string) => string } {
  const zone = useContext(TimeZone);
  const { language } = useWords();
  return useMemo(
    () => ({ dayOf: (moment) => displayDateIn(moment, zone, language), momentOf: (moment) => displayMomentIn(moment, zone, language) }),
    [zone, language],
  );
}

function zoneOf(data: unknown): string | undefined {
  const { frame } = (typeof data === "object" && data !== null ? data : {}) as { frame?: { timeZone?: string } };
  return frame?.timeZone;
}
