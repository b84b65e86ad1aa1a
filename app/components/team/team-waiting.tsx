import { Link, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { useWords } from "#app/components/words/use-words.tsx";
import { SMALLEST_GROUP } from "#app/domain/agreement/team-result-shape.ts";
import { displayCount } from "#app/domain/report/display.ts";

const LOOKS_AGAIN_AFTER_MS = 2_000;

type TeamWaitingProps = {
  state: "withheld" | "none" | "pending" | "open";
  answered: number;
  asked: number;
  leftOut: { asked: number; byLink: number };
  here: string;
};

/** Why there are no figures, and what there has to be for some. While they are computed the page looks again by itself. */
export function TeamWaiting({ state, answered, asked, leftOut, here }: TeamWaitingProps) {
  const { say, language } = useWords();
  useLookingAgain(state === "pending");
  const isApart = state === "withheld" && leftOut.asked + leftOut.byLink > 0;
  const heading = isApart
    ? say("team:apartHeading")
    : state === "withheld"
      ? say("team:withheldHeading", { count: SMALLEST_GROUP - answered })
      : say(`team:${state}Heading`);
  const text = isApart
    ? say("team:apartText", { asked: displayCount(leftOut.asked, language), byLink: displayCount(leftOut.byLink, language) })
    : state === "withheld"
      ? say("team:withheldText", { answered: displayCount(answered, language), asked: displayCount(asked, language) })
      : say(`team:${state}Text`);
  return (
    <>
      <h1 className="max-w-[34ch] text-3xl">{heading}</h1>
      <div role="status">
        <p className="measure mt-4">{text}</p>
      </div>
      {state === "pending" && (
        <p className="mt-4">
          <Link to={here} reloadDocument className="inline-flex min-h-11 items-center">
            {say("team:lookAgain")}
          </Link>
        </p>
      )}
    </>
  );
}

/** Has the page loaded again, as long as something is being computed. */
export function useLookingAgain(isComputing: boolean): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!isComputing || state !== "idle") return;
    const timer = setTimeout(revalidate, LOOKS_AGAIN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isComputing, revalidate, state]);
}
