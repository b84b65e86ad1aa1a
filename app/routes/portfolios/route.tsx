import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData } from "@remix-run/react";
import { ErrorSummary } from "#app/components/forms/error-summary.tsx";
import { Page } from "#app/components/layout/page.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { paths } from "#app/paths.ts";
import { readPortfolioCreation } from "#app/services/api/read-portfolio-form.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { createPortfolio } from "#app/services/portfolios/create-portfolio.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

export function loader({ context: { language } }: LoaderFunctionArgs) {
  return { words: pageWords(language, "portfolio") };
}

export async function action({ request, context: { language } }: ActionFunctionArgs) {
  const { result } = await readPortfolioCreation(request, wordsIn(language));
  const portfolioToken = await createPortfolio(database(), result);
  if (portfolioToken === null) return data({ problems: [{ field: "begin", message: wordsIn(language).say("portfolio:resultGone") }] }, { status: 404 });
  return redirect(paths.portfolio(portfolioToken), 303);
}

const NONE: never[] = [];

export default function Portfolios() {
  const { say } = useWords();
  const problems = useActionData<typeof action>()?.problems ?? NONE;
  return (
    <Page>
      {/* Not by `meta`, which does not know what an action found. */}
      <title>{`${say(problems.length > 0 ? "portfolio:manyTitleError" : "portfolio:manyTitle")} · Pinhigh`}</title>
      <ErrorSummary problems={problems} />
      <h1 className="max-w-[26ch] text-3xl">{say("portfolio:manyHeading")}</h1>
      <p className="measure mt-4">{say("portfolio:manyLead")}</p>
      <ul className="measure mt-4 list-disc space-y-2 pl-5">
        <li>{say("portfolio:manyAskedOnce")}</li>
        <li>{say("portfolio:manyAdded")}</li>
        <li>{say("portfolio:manyNoAccount")}</li>
      </ul>
      <Form method="post" className="mt-8 flex flex-wrap items-center gap-x-6 gap-y-3">
        <button type="submit" id="begin" className="button">
          {say("portfolio:beginPortfolio")}
        </button>
        <Link to={paths.assessments}>{say("portfolio:takeSingle")}</Link>
      </Form>
    </Page>
  );
}
