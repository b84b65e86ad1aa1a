import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { Page } from "#app/components/layout/page.tsx";
import { Done } from "#app/components/ui/done.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { paths } from "#app/paths.ts";
import { readFields } from "#app/services/api/read-fields.server.ts";
import { badRequest } from "#app/services/api/read-form-entries.server.ts";
import { readRefusal, refuseMails } from "#app/services/cycles/refuse-mails.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

export async function loader({ params, context: { language } }: LoaderFunctionArgs) {
  const token = params["token"] ?? "";
  const refusal = await readRefusal(database(), token);
  if (!refusal) throw new Response("Not found", { status: 404 });
  return { words: pageWords(language, "asked"), token, ...refusal };
}

/** Also what a mail program sends by itself for its button (RFC 8058): one field, and no page to come back to. */
export async function action({ params, request, context: { language } }: ActionFunctionArgs) {
  const words = wordsIn(language);
  const { "List-Unsubscribe": oneClick, ...others } = await readFields(request, words);
  if ((oneClick !== undefined && oneClick !== "One-Click") || Object.keys(others).length > 0) throw badRequest(words.say("refusals:otherFields"));
  const token = params["token"] ?? "";
  if (!(await refuseMails(database(), token, new Date()))) throw new Response("Not found", { status: 404 });
  // Mail programs do not follow.
  return oneClick ? null : redirect(paths.unsubscribe(token), 303);
}

export default function Unsubscribe() {
  const { say } = useWords();
  const { token, organization, isRefused } = useLoaderData<typeof loader>();
  const heading = say("asked:unsubscribeHeading", { organization });
  return (
    <Page>
      <title>{`${heading} · Pinhigh`}</title>
      {isRefused && <Done>{say("asked:unsubscribed", { organization })}</Done>}
      <h1 className="max-w-[30ch] text-3xl">{heading}</h1>
      {!isRefused && (
        <>
          <p className="measure mt-4">{say("asked:unsubscribeText", { organization })}</p>
          <Form method="post" className="mt-6">
            <button type="submit" className="button">
              {say("asked:unsubscribeIt")}
            </button>
          </Form>
        </>
      )}
      <p className="mt-8">
        <Link to={paths.answer(token)} className="inline-block py-1">
          {say("asked:toQuestions")}
        </Link>
      </p>
    </Page>
  );
}
