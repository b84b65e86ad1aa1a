import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { PillarNames } from "#app/components/board/pillar-names.tsx";
import { RaisedList } from "#app/components/board/raised-list.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import type { Pillar } from "#app/domain/assessment/vocabulary.ts";
import type { InitiativeState } from "#app/domain/board/initiative-state.ts";
import { displayAmount, displayShare } from "#app/domain/report/display.ts";
import { displayMoney } from "#app/domain/report/display-money.ts";
import { organizationPaths } from "#app/organization-paths.ts";

type AboutProps = {
  slug: string;
  about: {
    problem: string;
    done: string;
    effortReason: string;
    cost: { low: number; likely: number; high: number };
    chance: { value: number; reason: string };
    pilot: string;
    byHand: string;
    owner: string;
    pillars: Pillar[];
    language: string | null;
    effort: { pool: Pillar; low: number; likely: number; high: number }[];
    raises: { assessment: string; question: string; to: string; language: string }[];
    requires: { title: string; language: string | null; rowId: string | null; state: InitiativeState | null }[];
    kpis: { id: string; title: string; language: string; followedBy: string | null }[];
  };
  /** Whether KPIs are shown to who looks, and may be followed. */
  kpis: { maySee: boolean; mayFollow: boolean };
};

/** What an initiative is for, takes, raises and rests on, and how one begins. */
export function About({ slug, about, kpis }: AboutProps) {
  const words = useWords();
  const { say, language } = words;
  const { cost, effort, chance } = about;
  const spoken = about.language ?? undefined;
  const money = (euro: number) => displayMoney(euro, language);
  const weeks = (amount: number) => displayAmount(amount, language);
  return (
    <section className="mt-10 border-t border-rule pt-6">
      <h2 className="text-xl">{say("initiatives:aboutHeading")}</h2>
      <dl className="mt-3 grid max-w-[56rem] gap-x-10 gap-y-4 sm:grid-cols-2 [&_dt]:font-semibold">
        <Said name={say("initiatives:problem")} text={about.problem} lang={spoken} />
        <Said name={say("initiatives:done")} text={about.done} lang={spoken} />
        <div className="sm:col-span-2">
          <dt>{say("initiatives:raises")}</dt>
          <dd>{about.raises.length === 0 ? say("initiatives:raisesNothing") : <RaisedList raises={about.raises} />}</dd>
        </div>
        <Fact name={say("initiatives:pillars")}>
          <PillarNames pillars={about.pillars} />
        </Fact>
        <Fact name={say("initiatives:requires")}>
          {about.requires.length === 0 ? say("initiatives:restsOnNothing") : <Prerequisites slug={slug} requires={about.requires} />}
        </Fact>
        <Fact name={say("initiatives:effort")}>
          <ul className="tabular-nums">
            {effort.map(({ pool, ...range }) => (
              <li key={pool}>
                {say("initiatives:effortRange", {
                  pool: say(`terms:${pool}`),
                  ...{ low: weeks(range.low), high: weeks(range.high), likely: weeks(range.likely) },
                })}
              </li>
            ))}
          </ul>
          <Reason text={about.effortReason} lang={spoken} />
        </Fact>
        <Fact name={say("initiatives:cost")}>
          {cost.high === 0
            ? say("initiatives:noMoney")
            : say("initiatives:costRange", { low: money(cost.low), high: money(cost.high), likely: money(cost.likely) })}
        </Fact>
        <Fact name={say("initiatives:chance")}>
          {displayShare(chance.value, words)}
          <Reason text={chance.reason} lang={spoken} />
        </Fact>
        <Said name={say("initiatives:pilot")} text={about.pilot} lang={spoken} />
        <Said name={say("initiatives:byHand")} text={about.byHand} lang={spoken} />
        {about.kpis.length > 0 && (
          <Fact name={say("initiatives:kpis")}>
            <ul>
              {about.kpis.map((kpi) => (
                <Kpi key={kpi.id} slug={slug} kpi={kpi} {...kpis} />
              ))}
            </ul>
          </Fact>
        )}
        <Said name={say("initiatives:suits")} text={about.owner} lang={spoken} />
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0 wrap-anywhere">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Nothing where nothing is said. */
function Said({ name, text, lang }: { name: string; text: string; lang: string | undefined }) {
  if (text === "") return null;
  return (
    <Fact name={name}>
      <span lang={lang} className="whitespace-pre-line">
        {text}
      </span>
    </Fact>
  );
}

function Reason({ text, lang }: { text: string; lang: string | undefined }) {
  return text === "" ? null : (
    <p lang={lang} className="text-sm whitespace-pre-line text-quiet">
      {text}
    </p>
  );
}

function Prerequisites({ slug, requires }: { slug: string; requires: AboutProps["about"]["requires"] }) {
  const { say } = useWords();
  return (
    <ul>
      {requires.map(({ title, language, rowId, state }) => (
        <li key={title}>
          <span lang={language ?? undefined}>{rowId ? <Link to={organizationPaths.initiative(slug, rowId)}>{title}</Link> : title}</span>
          <span className="text-quiet"> · {state ? say(`board:state_${state}`) : say("initiatives:notOnRoadmap")}</span>
        </li>
      ))}
    </ul>
  );
}

function Kpi({
  slug,
  kpi: { id, title, language, followedBy },
  maySee,
  mayFollow,
}: {
  slug: string;
  kpi: AboutProps["about"]["kpis"][number];
  maySee: boolean;
  mayFollow: boolean;
}) {
  const { say } = useWords();
  const name = <span lang={language}>{title}</span>;
  if (followedBy !== null) return <li>{maySee ? <Link to={organizationPaths.kpi(slug, followedBy)}>{name}</Link> : name}</li>;
  return (
    <li>
      {name}
      <span className="text-quiet"> · {say("initiatives:notFollowed")}</span>{" "}
      {mayFollow && (
        <Link to={organizationPaths.newKpiFrom(slug, id)} aria-label={say("initiatives:followNamed", { title })} className="inline-block py-0.5">
          {say("initiatives:follow")}
        </Link>
      )}
    </li>
  );
}
