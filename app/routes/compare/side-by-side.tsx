import { Form, Link } from "@remix-run/react";
import { ChangeSentences } from "#app/components/change/change-sentences.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayChange, displayCount, displayScore } from "#app/domain/report/display.ts";
import { decisiveChange } from "#app/domain/trends/change-shape.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import type { ComparedPart, Comparison } from "#app/services/changes/compare-page.server.ts";

const STATES = ["answered", "not_applicable", "not_sure", "blank"] as const;

/** Scores, agreement and states of two cycles in one table each, and what is said of the change. */
export function SideBySide({ slug, comparison }: { slug: string; comparison: Comparison }) {
  const { say, language } = useWords();
  const { from, to, parts, changed, items } = comparison;
  const score = (value: number | null | undefined) => (value == null ? say("change:notThere") : displayScore(value, language));
  const changeOf = (id: string) => {
    const found = changed?.find((part) => part.id === id)?.change;
    const difference = found ? decisiveChange(found) : null;
    return difference === null ? say("change:notThere") : displayChange(difference, language);
  };
  const agreed = (figures: ComparedPart["from"]) =>
    figures?.agreement == null || figures.band === null
      ? say("change:notThere")
      : say("change:agreementShown", { band: say(`change:band_${figures.band}`), figure: displayScore(figures.agreement, language) });
  return (
    <>
      {from.version !== to.version && (
        <p className="measure mt-4 border-l-4 border-alert pl-3">
          {say("change:versionChanged", { period: to.period, before: from.version, after: to.version })}{" "}
          {items && (items.common < items.all ? say("change:versionCommon", items) : say("change:versionSame"))}
        </p>
      )}
      <section className="mt-6">
        <h2 className="text-xl">{say("change:changeByPart")}</h2>
        {changed ? <ChangeSentences parts={changed} /> : <Pending slug={slug} comparison={comparison} />}
      </section>
      <Columns
        caption={say("change:compareTable")}
        head={[say("change:part"), from.period, to.period, say("change:difference")]}
        rows={[
          ...parts.map((part) => [part.title, score(part.from?.mean), score(part.to?.mean), changeOf(part.id)]),
          [say("change:people"), say("change:ofAsked", from), say("change:ofAsked", to), ""],
        ]}
      />
      <section className="mt-10 border-t border-rule pt-6">
        <h2 className="text-xl">{say("change:agreementHeading")}</h2>
        <Columns
          caption={say("change:agreementTable")}
          head={[say("change:part"), from.period, to.period]}
          rows={parts.slice(1).map((part) => [part.title, agreed(part.from), agreed(part.to)])}
        />
      </section>
      <section className="mt-10 border-t border-rule pt-6">
        <h2 className="text-xl">{say("change:statesHeading")}</h2>
        <Columns
          caption={say("change:statesTable")}
          head={[say("change:state"), from.period, to.period]}
          rows={STATES.map((state) => [say(`change:state_${state}`), displayCount(from.states[state], language), displayCount(to.states[state], language)])}
        />
      </section>
    </>
  );
}

function Pending({ slug, comparison: { from, to, isAsked } }: { slug: string; comparison: Comparison }) {
  const { say } = useWords();
  if (isAsked)
    return (
      <p role="status" className="measure mt-4 border-l-4 border-accent py-1 pl-4">
        {say("change:pending")}{" "}
        <Link to={organizationPaths.compare(slug, from.id, to.id)} reloadDocument className="inline-block py-0.5">
          {say("change:lookAgain")}
        </Link>
      </p>
    );
  return (
    <Form method="post" className="mt-4">
      <p className="measure">{say("change:computeText")}</p>
      <input type="hidden" name="from" value={from.id} />
      <input type="hidden" name="to" value={to.id} />
      <button type="submit" className="button mt-2">
        {say("change:compute")}
      </button>
    </Form>
  );
}

function Columns({ caption, head, rows }: { caption: string; head: string[]; rows: string[][] }) {
  return (
    <div className="mt-4 overflow-x-auto" tabIndex={0} role="region" aria-label={caption}>
      <table className="figures max-w-[48rem] sm:min-w-[30rem]">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {head.map((text, i) => (
              <th key={text} scope="col" className={i > 0 ? "figure whitespace-nowrap" : ""}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...cells]) => (
            <tr key={first}>
              <th scope="row">{first}</th>
              {cells.map((cell, i) => (
                <td key={head[i + 1]} className="figure">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
