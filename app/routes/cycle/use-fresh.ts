import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

const EVERY_MS = 20_000;

/** Loads the page anew every 20 seconds while it is looked at and something may have changed; without script it shows what it was loaded with. */
export function useFresh(isChanging: boolean): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!isChanging || state !== "idle") return undefined;
    const timer = setInterval(() => {
      // Whoever is filling in a form goes on with what they saw.
      const isWriting = document.activeElement?.matches("input, textarea, select") === true;
      if (document.visibilityState === "visible" && !isWriting) void revalidate();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [isChanging, state, revalidate]);
}
