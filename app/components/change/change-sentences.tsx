import { Link } from "@remix-run/react";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayChange } from "#app/domain/report/display.ts";
import { chanceInWords } from "#app/domain/trends/chance-in-words.ts";
import { decisiveChange } from "#app/domain/trends/change-shape.ts";
import type { ChangedPart } from "#app/domain/trends/changed-parts.ts";
import { paths } from "#app/paths.ts";

/** Whether each part moved and whether it can be believed, in a sentence each; what that rests on unfolds beneath. */
export function ChangeSentences({ parts }: { parts: ChangedPart[] }) {
  const words = useWords();
  const { say, language } = words;
  return (
    <>
      <ul className="mt-4">
        {parts.map(({ id, sentence, change }) => (
          <li key={id} className={`measure border-t border-rule py-2 ${id === "overall" ? "text-lg" : ""}`}>
            {change?.verdict === "improved" || change?.verdict === "worsened" ? <strong>{sentence}</strong> : sentence}
          </li>
        ))}
      </ul>
      <details className="border-t border-rule pt-2">
        <summary className="inline-flex min-h-11 items-center text-accent">{say("change:howHeading")}</summary>
        <p className="measure">{say("change:how_rule")}</p>
        <ul className="measure mt-2 list-disc pl-5">
          {parts.map((part) => (
            <li key={part.id}>{basisOf(part).join(" ")}</li>
          ))}
        </ul>
        <Link to={paths.method} className="inline-flex min-h-11 items-center">
          {say("change:howMethod")}
        </Link>
      </details>
    </>
  );

  function basisOf({ title: part, change }: ChangedPart): string[] {
    if (!change || change.test === null || decisiveChange(change) === null) return [say("change:how_none", { part })];
    const p = chanceInWords(change.p ?? 1, words);
    // A range without a width: what it is of is known and not estimated.
    const isKnown = change.test === "welch" && change.interval !== null && change.interval.low === change.interval.high;
    const signed = (value: number) => displayChange(value, language);
    return [
      change.test === "paired_permutation"
        ? say("change:how_paired", { part, n: change.returning.n ?? 0 })
        : say("change:how_welch", { part, nFrom: change.before, nTo: change.after }),
      ...(change.corrected ? [say("change:how_corrected")] : []),
      isKnown
        ? say("change:how_known")
        : change.adjusted === null || change.adjusted === change.p
          ? say("change:how_p", { p })
          : say("change:how_adjusted", { p, adjusted: chanceInWords(change.adjusted, words) }),
      ...(change.measured === null ? [] : [say("change:how_measured", { points: signed(change.measured) })]),
      ...(change.returning.change === null ? [] : [say("change:how_returning", { points: signed(change.returning.change) })]),
      ...(change.constantMix.change === null ? [] : [say("change:how_mix", { points: signed(change.constantMix.change) })]),
    ];
  }
}
