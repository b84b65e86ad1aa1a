import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import {
  type ClientActionFunctionArgs,
  Form,
  Link,
  type MetaFunction,
  type ShouldRevalidateFunctionArgs,
  useActionData,
  useLoaderData,
  useNavigation,
} from "@remix-run/react";
import { isUnreachable, orUnreachable } from "#app/components/forms/unreachable.ts";
import { AnswerExtras } from "#app/components/ui/answer-extras.tsx";
import { CarriedFrom } from "#app/components/ui/carried-from.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { Page } from "#app/components/layout/page.tsx";
import { answersForReview } from "#app/domain/report/answers-for-review.ts";
import { paths } from "#app/paths.ts";
import { readEmptyForm } from "#app/services/api/read-form-entries.server.ts";
import { catalog } from "#app/services/content/catalog-instance.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { portfolioOfResponse } from "#app/services/portfolios/portfolio-of-response.server.ts";
import { carryIntoDraft } from "#app/services/portfolios/carry-into-draft.server.ts";
import { notesOfCarried } from "#app/services/responses/notes-of-carried.server.ts";
import { closedQuestions, requireResponse } from "#app/services/responses/require-response.server.ts";
import { resultTokenOf } from "#app/services/responses/respondent-token.server.ts";
import { submitResponse } from "#app/services/responses/submit-response.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.pageTitle} · Pinhigh` }];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const response = await carryIntoDraft(database(), await requireResponse(params["token"], context.language), new Date());
  if (response.submitted) return redirect(paths.result(resultTokenOf(response.takeToken)));
  const { compiled, answers, takeToken, language } = response;
  const words = wordsIn(language);
  return {
    language,
    words: pageWords(language, "finishing", "answers"),
    pageTitle: wordsIn(context.language).say("finishing:checkTitle"),
    takeToken,
    title: compiled.definition.title,
    review: answersForReview(compiled, answers, words),
    carried: notesOfCarried(compiled.definition, response.carried, words),
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { takeToken, id, compiled } = await requireResponse(params["token"], context.language);
  await readEmptyForm(request, wordsIn(context.language));
  const outcome = await submitResponse(database(), takeToken, catalog().contradictions);
  if (outcome.kind === "unknown") throw new Response("Not found", { status: 404 });
  if (outcome.kind === "closed") throw closedQuestions();
  const portfolio = await portfolioOfResponse(database(), id, takeToken);
  return redirect(portfolio ? paths.portfolioWith(portfolio, compiled.definition.slug) : paths.result(outcome.resultToken), 303);
}

export function clientAction({ serverAction }: ClientActionFunctionArgs) {
  return orUnreachable(() => serverAction<typeof action>());
}

export function shouldRevalidate({ actionResult, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return isUnreachable(actionResult) ? false : defaultShouldRevalidate;
}

export default function TakeCheck() {
  const { say } = useWords();
  const unreachable = isUnreachable(useActionData<typeof clientAction>());
  const { takeToken, title, review, carried } = useLoaderData<typeof loader>();
  const sending = useNavigation().state !== "idle";
  const thin = review.sections.filter((section) => section.why !== null);
  return (
    <Page>
      <p className="text-sm text-quiet">{title}</p>
      <h1 className="text-2xl">{say("finishing:checkTitle")}</h1>
      <p className="measure mt-3">{review.open === 0 ? say("finishing:allAnswered") : say("finishing:open", { count: review.open })}</p>
      {thin.length > 0 && (
        <div className="measure mt-6 border-l-4 border-alert py-1 pl-4">
          <h2 className="text-lg">{say("finishing:thin", { count: thin.length })}</h2>
          <ul className="mt-1 list-disc pl-5">
            {thin.map((section) => (
              <li key={section.title}>
                {section.title}. {section.why}
              </li>
            ))}
          </ul>
        </div>
      )}
      {review.sections.map((section) => (
        <section key={section.title} className="mt-8 max-w-[52rem]">
          <h2 className="text-xl">{section.title}</h2>
          <dl className="mt-2">
            {section.lines.map((line) => (
              <div key={line.item} className="grid gap-x-6 border-t border-rule py-3 sm:grid-cols-[1fr_1fr_4rem]">
                <dt>
                  <span className="mr-2 text-quiet tabular-nums">{line.number}.</span>
                  {line.question}
                </dt>
                <dd className={line.open ? "font-semibold text-alert" : "font-semibold"}>
                  {line.answer}
                  <AnswerExtras comment={line.comment} evidence={line.evidence} />
                  {carried[line.item] && <CarriedFrom note={carried[line.item]!} />}
                </dd>
                <dd>
                  <Link
                    to={`${paths.take(takeToken, line.screen)}#${line.item}`}
                    className="inline-block py-1 text-sm"
                    aria-label={say("finishing:changeOf", { number: line.number })}
                  >
                    {say("finishing:change")}
                  </Link>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <Form method="post" className="mt-8 flex flex-wrap items-center gap-6 border-t border-ink pt-4">
        <button type="submit" className="button" aria-disabled={sending} onClick={(e) => sending && e.preventDefault()}>
          {say("finishing:submit")}
        </button>
        <Link to={paths.takeSave(takeToken)}>{say("finishing:finishLater")}</Link>
        {unreachable && (
          <p role="alert" className="basis-full font-semibold">
            {say("finishing:notSubmitted")}
          </p>
        )}
      </Form>
    </Page>
  );
}
