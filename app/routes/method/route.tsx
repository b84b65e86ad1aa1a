import { Link, useLoaderData } from "@remix-run/react";
import { Page } from "#app/components/layout/page.tsx";
import { displayAmount, displayScore, displayShare, inWords } from "#app/domain/report/display.ts";
import { paths } from "#app/paths.ts";
import { methodExample, methodPortfolio } from "#app/services/content/method-examples.server.ts";

export function meta() {
  return [{ title: "Method: how the numbers are made · Pinhigh" }];
}

export function loader() {
  return { ...methodExample(), portfolio: methodPortfolio() };
}

export default function Method() {
  const example = useLoaderData<typeof loader>();
  const { dimension, lines, overall, band, gap, portfolio } = example;
  const answered = lines.filter((l) => l.x !== null);
  const weight = answered.reduce((sum, l) => sum + l.weight, 0);
  const published = example.dimensions.filter((d) => d.published);
  const weights = published.reduce((sum, d) => sum + d.weight!, 0);
  return (
    <Page>
      <h1 className="text-3xl">How the numbers are made</h1>
      <p className="measure mt-4">
        Every figure comes from stored answers and a stored version of the assessment, by rules that anybody can follow with a pencil. The example below is{" "}
        <Link to={paths.example(example.slug)}>{example.title.toLowerCase()}</Link>; its figures are computed here by the code that computes yours.
      </p>
      <div className="measure prose-flow [&_h2]:mt-12 [&_h2]:text-2xl">
        <h2>Four kinds of answer, never mixed</h2>
        <p>
          <strong>Answered</strong> counts. <strong>Does not apply</strong> leaves the sum altogether, as if the question had not been asked.{" "}
          <strong>I don’t know</strong> and <strong>not answered</strong> leave the score too, but they lower the share that is covered; what nobody knows is
          listed for finding out.
        </p>
        <h2>From an answer to a value</h2>
        <p>
          Each answer has a value between 0 and 1 that the assessment states openly. Where several practices can be ticked, their values add up, to 1 at the
          most. The best answer to every question is worth exactly 1, and a check of the content proves it.
        </p>
        <p>
          A place between two ends is worth where you stand today; what you want in twelve months is for the roadmap. A figure lies on straight lines between
          stated anchors, rounded to three decimals. In a ranking each place counts with the value of what stands there, the first place most.
        </p>
        <h2>A part of the assessment</h2>
        <p>
          The score of a part is 100 × the sum of weight × value, divided by the sum of the weights of what was answered. For “{dimension.title.toLowerCase()}”
          in the example:
        </p>
      </div>
      <div className="mt-4 max-w-[46rem] overflow-x-auto" tabIndex={0} role="region" aria-label="Worked example of a part">
        <table className="figures min-w-[32rem]">
          <thead>
            <tr>
              <th scope="col">Question and answer</th>
              <th scope="col" className="figure">
                Value
              </th>
              <th scope="col" className="figure">
                Weight
              </th>
              <th scope="col" className="figure">
                Weight × value
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.item}>
                <td>
                  {line.question}
                  <span className="block text-quiet">{line.answer}</span>
                </td>
                <td className="figure">{line.x === null ? "not counted" : displayAmount(line.x)}</td>
                <td className="figure">{displayAmount(line.weight)}</td>
                <td className="figure">{line.x === null ? "" : displayAmount(line.x * line.weight)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Sum</th>
              <td />
              <td className="figure">{displayAmount(weight)}</td>
              <td className="figure">{displayAmount(answered.reduce((sum, l) => sum + l.x! * l.weight, 0))}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      <div className="measure prose-flow [&_h2]:mt-12 [&_h2]:text-2xl">
        <p>
          100 × {displayAmount(answered.reduce((sum, l) => sum + l.x! * l.weight, 0))} ÷ {displayAmount(weight)} ={" "}
          <strong className="tabular-nums" data-figure="dimension">
            {displayScore(dimension.score!)}
          </strong>
          . If nothing had been answered, there would be no score at all, which is something else than 0.
        </p>
        <h2>When a part is shown</h2>
        <p>
          A part is shown when at least 75 % of the weight that applies was answered and no more than 40 % of its weight does not apply. Otherwise the page says
          what is missing. The five pillars, people, process, content, technology and KPIs, follow the same rule over the questions that name them.
        </p>
        <h2>The overall score</h2>
        <p>
          The weighted mean of the parts that are shown. In the example: (
          {published.map((d) => `${displayAmount(d.weight!)} × ${displayScore(d.score!)}`).join(" + ")}) ÷ {displayAmount(weights)} ={" "}
          <strong className="tabular-nums" data-figure="overall">
            {displayScore(overall.score!)}
          </strong>
          . In some assessments a part is carried by an earlier one: it then counts its own score, or what the earlier one counts where that is less. A part
          that is left out is named on the result; nothing is filled in for it. All sums are exact, so the order of the answers cannot change a figure, and
          rounding happens only where a figure is shown: to one decimal, half away from zero.
        </p>
        <h2>Two readings of the level</h2>
        <p>
          Five levels begin at {inWords(example.levels.map((l) => String(l.cut)))}: {inWords(example.levels.map((l) => l.name.toLowerCase()))}. The{" "}
          <em>scored</em> level follows from the overall score: here level {overall.level}. The <em>gated</em> level also asks that every critical part (
          {inWords(example.critical).toLowerCase()}) is within 10 points of the level’s beginning: here level {overall.gatedLevel}
          {example.heldBackBy.length > 0 ? `, held back by ${inWords(example.heldBackBy).toLowerCase()}` : ""}. The levels are provisional until a standard has
          been set with data.
        </p>
        <h2>The gaps that matter</h2>
        <p>
          A gap is worth what the overall score would rise if that one answer became the best one: 100 × weight of the part × weight of the question × (1 −
          value), divided by the answered weight of the part and by the weight of all parts with a score. Where parts carry one another, the score is computed
          anew instead. {gap && <>The widest in the example is worth {displayScore(gap.points)} points.</>}
        </p>
        <h2>How sure a score is</h2>
        <p>
          Answers marked as a guess move to a neighbouring answer in half of 2,000 draws, “fairly sure” in one of five; “I don’t know” takes any answer with
          equal chance. {band && <>In the example: {band.levels.map((l) => `level ${l.level} in ${displayShare(l.chance)}`).join(", ")} of the draws. </>}
          The draws start from a fixed number, so they come out the same each time. Two answers that do not fit together count as guesses; they never change the
          score itself.
        </p>
        <h2>Several assessments together</h2>
        <p>
          A portfolio takes the latest result of each assessment. Its pillars are not made from theirs: all questions that name a pillar are put together, and
          100 × the sum of weight × value is divided by the sum of the weights of what was answered, as in a part. A question that stands in several assessments
          counts once, with the answer that was given last. A pillar is shown by the same rule as a part.
        </p>
        <p>
          The examples of {inWords(portfolio.rows.map((row) => `“${row.title.toLowerCase()}”`))} together have {portfolio.pillar.questions} questions on{" "}
          {portfolio.pillar.title.toLowerCase()} once {portfolio.pillar.countedOnce} that stands in both is left out the second time, and score{" "}
          <strong className="tabular-nums" data-figure="portfolio-pillar">
            {displayScore(portfolio.pillar.score!)}
          </strong>{" "}
          there. The mean of their overall scores is plain, none weighs more: ({portfolio.rows.map((row) => displayScore(row.score)).join(" + ")}) ÷{" "}
          {portfolio.rows.length} ={" "}
          <strong className="tabular-nums" data-figure="portfolio-mean">
            {displayScore(portfolio.mean)}
          </strong>
          . This mean is also what the one roadmap over all of them raises.
        </p>
        <p>
          An answer to a shared question is filled in where the question comes up again, with where and when it was given, and counts for 90 days from then;
          after that it is asked again. “I don’t know” is always asked again. Answers in two assessments that do not fit together count as guesses in both, and
          both are shown.
        </p>
        <h2>The roadmap</h2>
        <p>
          An initiative promises to raise named answers to named options and needs person-weeks from the five pools. What a set of initiatives gains is found by
          scoring the answers again with the promises kept: two that promise the same answer gain it once. Promises count only where today’s answer is known.
        </p>
        <p>
          The points beside an initiative of a plan are what it adds when the initiatives finish one after the other, so they add up to the whole rise. Opened,
          an initiative also says what each of its answers would bring by itself; where two initiatives raise the same answer, those figures overlap.
        </p>
        <p>
          The plan chooses start quarters that make the area under the projected score as large as possible, each later quarter counting 5 % less, within your
          weeks, your budget and the order in which initiatives rest on each other. A plan by gain per week is made first; then a solver for mixed-integer
          programs looks for the best one and proves that none is better, or says how much could at most be missing. The chance of success of an initiative is
          our judgement and is shown as such; it does not enter the projection.
        </p>
        <h2>What is not here</h2>
        <p>
          No comparison with others: this installation has no peers that agreed to be compared, and none are made up. Effort, cost and chance in the library are
          estimates with their reasons; they are not research.
        </p>
      </div>
    </Page>
  );
}
