import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { Page } from "#app/components/layout/page.tsx";
import { Rich } from "#app/components/words/rich.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayAmount, displayScore, displayShare, inWords } from "#app/domain/report/display.ts";
import { nameWithin, namesWithin } from "#app/domain/report/names-within.ts";
import { paths } from "#app/paths.ts";
import { methodExample, methodPortfolio } from "#app/services/content/method-examples.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";
import { WorkedPart } from "./worked-part.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? [{ title: data.title }] : []);

export function loader({ context: { language } }: LoaderFunctionArgs) {
  const words = wordsIn(language);
  return {
    words: pageWords(language, "method", "terms"),
    title: `${words.say("method:title")} · Pinhigh`,
    example: methodExample(words),
    portfolio: methodPortfolio(words),
  };
}

/** A figure of the worked example, under a name by which a test finds it. */
const figure = (name: string) => (text: string) => (
  <strong className="tabular-nums" data-figure={name}>
    {text}
  </strong>
);
const term = (text: string) => <em>{text}</em>;
const kind = (text: string) => <strong>{text}</strong>;

export default function Method() {
  const { example, portfolio } = useLoaderData<typeof loader>();
  const words = useWords();
  const { say, language } = words;
  const { dimension, lines, overall, band, gap } = example;
  const within = (title: string) => nameWithin(title, language);
  const amount = (value: number) => displayAmount(value, language);
  const points = (value: number) => displayScore(value, language);
  const list = (texts: readonly string[]) => inWords(texts, language);
  const answered = lines.filter((l) => l.x !== null);
  const weight = answered.reduce((sum, l) => sum + l.weight, 0);
  const weighed = answered.reduce((sum, l) => sum + l.x! * l.weight, 0);
  const published = example.dimensions.filter((d) => d.published);
  const weights = published.reduce((sum, d) => sum + d.weight!, 0);
  const gated = { parts: namesWithin(example.critical, words), level: overall.gatedLevel! };
  return (
    <Page>
      <h1 className="text-3xl">{say("method:heading")}</h1>
      <p className="measure mt-4">
        <Rich text={say("method:lead", { title: within(example.title) })} marks={{ example: (text) => <Link to={paths.example(example.slug)}>{text}</Link> }} />
      </p>
      <div className="measure prose-flow [&_h2]:mt-12 [&_h2]:text-2xl">
        <h2>{say("method:answersHeading")}</h2>
        <p>
          <Rich text={say("method:answersText")} marks={{ kind }} />
        </p>
        <h2>{say("method:valueHeading")}</h2>
        <p>{say("method:valueText")}</p>
        <p>{say("method:valueKindsText")}</p>
        <h2>{say("method:partHeading")}</h2>
        <p>{say("method:partText", { part: within(dimension.title) })}</p>
      </div>
      <WorkedPart lines={lines} weight={weight} weighed={weighed} />
      <div className="measure prose-flow [&_h2]:mt-12 [&_h2]:text-2xl">
        <p>
          <Rich
            text={say("method:partSum", { sum: amount(weighed), weight: amount(weight), score: points(dimension.score!) })}
            marks={{ figure: figure("dimension") }}
          />
        </p>
        <h2>{say("method:shownHeading")}</h2>
        <p>{say("method:shownText")}</p>
        <h2>{say("method:overallHeading")}</h2>
        <p>
          <Rich
            text={say("method:overallText", {
              sum: published.map((d) => `${amount(d.weight!)} × ${points(d.score!)}`).join(" + "),
              weights: amount(weights),
              score: points(overall.score!),
            })}
            marks={{ figure: figure("overall") }}
          />
        </p>
        <h2>{say("method:levelHeading")}</h2>
        <p>
          <Rich
            text={say("method:levelScored", {
              cuts: list(example.levels.map((l) => String(l.cut))),
              names: namesWithin(
                example.levels.map((l) => l.name),
                words,
              ),
              level: overall.level!,
            })}
            marks={{ term }}
          />{" "}
          <Rich
            text={
              example.heldBackBy.length > 0
                ? say("method:levelGatedHeld", { ...gated, held: namesWithin(example.heldBackBy, words) })
                : say("method:levelGated", gated)
            }
            marks={{ term }}
          />{" "}
          {say("method:levelProvisional")}
        </p>
        <h2>{say("method:gapsHeading")}</h2>
        <p>
          {say("method:gapsText")} {gap && say("method:gapsExample", { points: points(gap.points) })}
        </p>
        <h2>{say("method:sureHeading")}</h2>
        <p>
          {say("method:sureText")}{" "}
          {band &&
            say("method:sureExample", {
              chances: band.levels.map((l) => say("method:sureChance", { level: l.level, chance: displayShare(l.chance, words) })).join(", "),
            })}{" "}
          {say("method:sureRest")}
        </p>
        <h2>{say("method:portfolioHeading")}</h2>
        <p>{say("method:portfolioText")}</p>
        <p>
          <Rich
            text={say("method:portfolioExample", {
              titles: list(portfolio.rows.map((row) => say("method:quotedTitle", { title: within(row.title) }))),
              questions: portfolio.pillar.questions,
              pillar: say(`terms:${portfolio.pillar.id}Within`),
              once: portfolio.pillar.countedOnce,
              score: points(portfolio.pillar.score!),
              sum: portfolio.rows.map((row) => points(row.score)).join(" + "),
              rows: portfolio.rows.length,
              mean: points(portfolio.mean),
            })}
            marks={{ figure: figure("portfolio-pillar"), mean: figure("portfolio-mean") }}
          />
        </p>
        <p>{say("method:portfolioShared")}</p>
        <h2>{say("method:roadmapHeading")}</h2>
        <p>{say("method:roadmapPromises")}</p>
        <p>{say("method:roadmapPoints")}</p>
        <p>{say("method:roadmapPlan")}</p>
        <h2>{say("method:notHereHeading")}</h2>
        <p>{say("method:notHereText")}</p>
      </div>
    </Page>
  );
}
