import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { CatalogueItem } from "#app/components/catalogue/catalogue-item.tsx";
import { ErrorSummary } from "#app/components/forms/error-summary.tsx";
import { Page } from "#app/components/layout/page.tsx";
import { Rich } from "#app/components/words/rich.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { type CatalogueFields, readCatalogueQuery } from "#app/domain/assessment/catalogue-query.ts";
import { findAssessments, searchWords } from "#app/domain/assessment/find-assessments.ts";
import { paths } from "#app/paths.ts";
import { catalog } from "#app/services/content/catalog-instance.server.ts";
import { assessmentIn } from "#app/services/content/content-in-language.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";
import type { Say } from "#app/words/say.ts";
import { SearchForm, ShowAll } from "./search-form.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => (loaded ? [{ title: loaded.title }] : []);

export function loader({ request, context: { language } }: LoaderFunctionArgs) {
  const words = wordsIn(language);
  const { fields, wishes, problems } = readCatalogueQuery(new URL(request.url).searchParams, words);
  const assessments = catalog().assessments.map((entry) => assessmentIn(entry, language));
  const languageOf = new Map(assessments.map((assessment) => [assessment.definition.slug, assessment.language]));
  const found = findAssessments(
    assessments.map(({ definition }) => definition),
    wishes,
    language,
  ).map((entry) => ({ entry, language: languageOf.get(entry.slug)! }));
  const title = `${words.say(problems.length > 0 ? "catalogue:listTitleError" : "catalogue:listTitle")} · Pinhigh`;
  const speaks = pageWords(language, "catalogue", "terms");
  return data({ words: speaks, title, fields, problems, found, total: assessments.length }, { status: problems.length > 0 ? 422 : 200 });
}

export default function Assessments() {
  const { say } = useWords();
  const { fields, problems, found, total } = useLoaderData<typeof loader>();
  return (
    <Page>
      <h1 className="text-3xl">{say("catalogue:listHeading")}</h1>
      <p className="measure mt-3 text-quiet">
        <Rich
          text={say("catalogue:listLead")}
          marks={{ start: (text) => <Link to={paths.start}>{text}</Link>, portfolios: (text) => <Link to={paths.portfolios}>{text}</Link> }}
        />
      </p>
      <ErrorSummary problems={problems} />
      <SearchForm fields={fields} errors={Object.fromEntries(problems.map(({ field, message }) => [field, message]))} />
      <p role="status" className="mt-6 font-semibold">
        {foundText(found.length, total, fields, say)}
      </p>
      {found.length === 0 ? (
        <NothingFound total={total} />
      ) : (
        <>
          <ul className="mt-4 border-b border-rule">
            {found.map(({ entry, language }) => (
              <CatalogueItem key={entry.slug} entry={entry} language={language} heading="h2" why={null} />
            ))}
          </ul>
          <p className="measure mt-4 text-sm text-quiet">{say("catalogue:listPillars")}</p>
        </>
      )}
    </Page>
  );
}

function NothingFound({ total }: { total: number }) {
  const { say } = useWords();
  return (
    <section className="measure mt-4 border-t border-rule pt-6">
      <h2 className="text-xl">{say("catalogue:nothingFits")}</h2>
      <p className="mt-2">{say("catalogue:nothingFitsAdvice")}</p>
      <p className="flex flex-wrap gap-x-8">
        <ShowAll>{say("catalogue:showAllOf", { total })}</ShowAll>
        <Link to={paths.start} className="inline-flex min-h-11 items-center">
          {say("catalogue:start")}
        </Link>
      </p>
    </section>
  );
}

/** How many there are, and in which order. */
function foundText(found: number, total: number, { q, role, pillar }: CatalogueFields, say: Say): string {
  // Signs that are no words ("?!") search for nothing.
  const isSearch = searchWords(q).length > 0;
  if (found === 0) return say("catalogue:foundNone", { total });
  if (!isSearch && role === "" && pillar === "") return say("catalogue:foundAll", { total });
  return say(isSearch ? "catalogue:foundClosest" : "catalogue:foundShortest", { count: found, total });
}
