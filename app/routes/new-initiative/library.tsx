import { Form, Link } from "@remix-run/react";
import { PillarNames } from "#app/components/board/pillar-names.tsx";
import { RaisedList } from "#app/components/board/raised-list.tsx";
import type { FieldProblem } from "#app/components/forms/error-summary.tsx";
import { LabelledField, SelectField } from "#app/components/forms/labelled-field.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { type Pillar, PILLARS } from "#app/domain/assessment/vocabulary.ts";
import { INITIATIVES_A_PAGE } from "#app/domain/board/initiative-query.ts";
import { displayAmount } from "#app/domain/report/display.ts";
import { LONGEST_SEARCH } from "#app/domain/tenancy/people-query.ts";
import { organizationPaths } from "#app/organization-paths.ts";

type Entry = {
  id: string;
  title: string;
  problem: string;
  pillars: Pillar[];
  quarters: number;
  weeks: number;
  language: string;
  raises: { assessment: string; question: string; to: string; language: string }[];
  rowId: string | null;
};
type LibraryProps = {
  slug: string;
  query: { q: string; pillar: Pillar | null; page: number };
  entries: readonly Entry[];
  total: number;
  problems: readonly FieldProblem[];
};

/** The initiatives one can put on the roadmap, and the way to an empty form. */
export function Library({ slug, query, entries, total, problems }: LibraryProps) {
  const { say } = useWords();
  const { q, pillar } = query;
  const to = (page: number) => `${organizationPaths.newInitiative(slug)}?${new URLSearchParams({ q, pillar: pillar ?? "", page: String(page) }).toString()}`;
  return (
    <>
      <p className="measure mt-4">{say("initiatives:newText")}</p>
      <p className="mt-4">
        <Link to={`${organizationPaths.newInitiative(slug)}?own=yes`} className="button">
          {say("initiatives:own")}
        </Link>
      </p>
      <h2 className="mt-10 border-t border-ink pt-4 text-xl">{say("initiatives:libraryHeading")}</h2>
      <Form
        key={`${q} ${pillar}`}
        method="get"
        role="search"
        aria-label={say("initiatives:librarySearch")}
        className="mt-4 flex flex-wrap items-end gap-x-6 gap-y-4 text-sm"
      >
        <LabelledField id="q" label={say("initiatives:librarySearchLabel")} error={problems.find(({ field }) => field === "q")?.message}>
          {(ties) => <input {...ties} type="search" defaultValue={q} maxLength={LONGEST_SEARCH} />}
        </LabelledField>
        <SelectField
          id="pillar"
          label={say("initiatives:pillarFilter")}
          value={pillar}
          options={[{ value: "", label: say("initiatives:anyPillar") }, ...PILLARS.map((value) => ({ value, label: say(`terms:${value}`) }))]}
        />
        <button type="submit" className="button button-quiet">
          {say("initiatives:show")}
        </button>
      </Form>
      <p role="status" className="mt-4 text-sm text-quiet">
        {total === 0 ? say("initiatives:noneFound") : say("initiatives:found", { count: total })}
      </p>
      <ul>
        {entries.map((entry) => (
          <LibraryEntry key={entry.id} slug={slug} entry={entry} />
        ))}
      </ul>
      <Pager page={query.page} pages={Math.ceil(total / INITIATIVES_A_PAGE)} to={to} />
    </>
  );
}

function LibraryEntry({ slug, entry: { id, title, problem, pillars, quarters, weeks, language: spoken, raises, rowId } }: { slug: string; entry: Entry }) {
  const { say, language } = useWords();
  return (
    <li className="border-t border-rule py-4">
      <h3 lang={spoken} className="text-lg">
        {title}
      </h3>
      <p className="text-sm">
        <PillarNames pillars={pillars} />
        <span className="text-quiet"> · {say("initiatives:facts", { weeks: displayAmount(weeks, language), count: quarters })}</span>
      </p>
      <p lang={spoken} className="measure mt-1">
        {problem}
      </p>
      <details>
        <summary className="inline-flex min-h-11 items-center text-sm text-accent">{say("initiatives:whatRaised", { count: raises.length })}</summary>
        <RaisedList raises={raises} />
      </details>
      {rowId ? (
        <p>
          {say("initiatives:isThere")}{" "}
          <Link
            to={organizationPaths.initiative(slug, rowId)}
            aria-label={say("initiatives:lookAtNamed", { title })}
            className="inline-flex min-h-11 items-center"
          >
            {say("initiatives:lookAtIt")}
          </Link>
        </p>
      ) : (
        <Form method="post">
          <input type="hidden" name="intent" value="library" />
          <input type="hidden" name="library" value={id} />
          <button type="submit" aria-label={say("initiatives:addNamed", { title })} className="button-plain">
            {say("initiatives:add")}
          </button>
        </Form>
      )}
    </li>
  );
}
