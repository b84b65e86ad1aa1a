import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link } from "@remix-run/react";
import { Page } from "#app/components/layout/page.tsx";
import { paths } from "#app/paths.ts";
import { wordsIn } from "#app/services/words/words-in.server.ts";
import { readPortfolioCreation } from "#app/services/api/read-portfolio-form.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { createPortfolio } from "#app/services/portfolios/create-portfolio.server.ts";

export function meta() {
  return [{ title: "Several assessments together · Pinhigh" }];
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { result } = await readPortfolioCreation(request, wordsIn(context.language));
  const portfolioToken = await createPortfolio(database(), result);
  if (portfolioToken === null) throw new Response("Not found", { status: 404 });
  return redirect(paths.portfolio(portfolioToken), 303);
}

export default function Portfolios() {
  return (
    <Page>
      <h1 className="max-w-[26ch] text-3xl">Several assessments, one picture</h1>
      <p className="measure mt-4">
        Each assessment looks at your company from one side. A portfolio holds those you have answered: one map of five pillars by assessments, one roadmap over
        all of them, and answers that do not fit together.
      </p>
      <ul className="measure mt-4 list-disc space-y-2 pl-5">
        <li>A question that stands in two assessments is asked once and counted once. After 90 days it is asked again.</li>
        <li>Results you have already can be added by their address.</li>
        <li>No account: the portfolio has an address of its own, and whoever has it can open what is in it.</li>
      </ul>
      <Form method="post" className="mt-8 flex flex-wrap items-center gap-x-6 gap-y-3">
        <button type="submit" className="button">
          Begin a portfolio
        </button>
        <Link to={paths.assessments}>Take a single assessment</Link>
      </Form>
    </Page>
  );
}
