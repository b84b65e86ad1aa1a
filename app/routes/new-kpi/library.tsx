import { Form, Link } from "@remix-run/react";
import { LabelledField } from "#app/components/forms/labelled-field.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { LIBRARY_A_PAGE } from "#app/domain/kpis/kpi-query.ts";
import { LONGEST_SEARCH } from "#app/domain/tenancy/people-query.ts";
import { organizationPaths } from "#app/organization-paths.ts";

type Entry = { id: string; title: string; formula: string; pitfall: string; language: string; followedBy: string | null };
type LibraryProps = { slug: string; query: { q: string; page: number }; entries: readonly Entry[]; total: number };

/** The KPIs one can begin with, and the way to an empty form. */
export function Library({ slug, query, entries, total }: LibraryProps) {
  const { say } = useWords();
  const to = (page: number) => `${organizationPaths.newKpi(slug)}?${new URLSearchParams({ q: query.q, page: String(page) }).toString()}`;
  return (
    <>
      <p className="measure mt-4">{say("kpis:newText")}</p>
      <p className="mt-4">
        <Link to={organizationPaths.newKpiFrom(slug, null)} className="button">
          {say("kpis:own")}
        </Link>
      </p>
      <h2 className="mt-10 border-t border-ink pt-4 text-xl">{say("kpis:libraryHeading")}</h2>
      <Form method="get" role="search" aria-label={say("kpis:librarySearch")} className="mt-4 flex flex-wrap items-end gap-x-6 gap-y-4 text-sm">
        <LabelledField id="q" label={say("kpis:librarySearchLabel")}>
          {(ties) => <input key={query.q} {...ties} type="search" defaultValue={query.q} maxLength={LONGEST_SEARCH} />}
        </LabelledField>
        <button type="submit" className="button button-quiet">
          {say("kpis:show")}
        </button>
      </Form>
      <p className="mt-4 text-sm text-quiet">{total === 0 ? say("kpis:libraryNone") : say("kpis:libraryFound", { count: total })}</p>
      <ul>
        {entries.map(({ id, title, formula, pitfall, language, followedBy }) => (
          <li key={id} className="border-t border-rule py-4">
            <h3 lang={language} className="text-lg">
              {title}
            </h3>
            <p lang={language} className="measure mt-1">
              {formula}
            </p>
            <p lang="en" className="measure mt-1 text-sm text-quiet">
              {pitfall}
            </p>
            {followedBy ? (
              <p className="mt-1">
                {say("kpis:inUse")}{" "}
                <Link to={organizationPaths.kpi(slug, followedBy)} className="inline-flex min-h-11 items-center">
                  {say("kpis:lookAtIt")}
                </Link>
              </p>
            ) : (
              <Link to={organizationPaths.newKpiFrom(slug, id)} aria-label={say("kpis:chooseNamed", { title })} className="inline-flex min-h-11 items-center">
                {say("kpis:choose")}
              </Link>
            )}
          </li>
        ))}
      </ul>
      <Pager page={query.page} pages={Math.ceil(total / LIBRARY_A_PAGE)} to={to} />
    </>
  );
}
