import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, type MetaFunction, useLoaderData, useNavigation } from "@remix-run/react";
import { audienceInWords } from "#app/components/catalogue/audience-in-words.ts";
import { Page } from "#app/components/layout/page.tsx";
import { Rich } from "#app/components/words/rich.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { catalogueEntry } from "#app/domain/assessment/catalogue-entry.ts";
import { paths } from "#app/paths.ts";
import { readEmptyForm } from "#app/services/api/read-form-entries.server.ts";
import { requireAssessment } from "#app/services/content/require-assessment.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { startResponse } from "#app/services/responses/start-response.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? [{ title: `${data.title} · Pinhigh` }] : []);

export function loader({ params, context }: LoaderFunctionArgs) {
  const { definition, language } = requireAssessment(params["slug"], context.language);
  const { slug, title, introduction, minutes, items, dimensions, youGet, source } = definition;
  return {
    language,
    words: pageWords(language, "catalogue", "terms"),
    slug,
    title,
    introduction,
    minutes,
    youGet,
    source,
    questions: items.length,
    audience: catalogueEntry(definition).audience,
    dimensions: dimensions.map(({ id, title: name, summary }) => ({ id, title: name, summary })),
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const assessment = requireAssessment(params["slug"], context.language);
  await readEmptyForm(request, wordsIn(context.language));
  const { takeToken } = await startResponse(database(), assessment);
  return redirect(paths.take(takeToken), 303);
}

export default function Assessment() {
  const words = useWords();
  const { say } = words;
  const { slug, title, introduction, minutes, youGet, questions, audience, dimensions, source } = useLoaderData<typeof loader>();
  const starting = useNavigation().state !== "idle";
  return (
    <Page>
      <h1 className="max-w-[24ch] text-3xl">{title}</h1>
      <p className="mt-2 text-quiet">{say("catalogue:takesInShort", { questions, minutes, audience: audienceInWords(audience, words) })}</p>
      <p className="measure mt-6">{introduction}</p>
      <Form method="post" className="mt-8 flex flex-wrap items-center gap-x-6 gap-y-3">
        <button type="submit" className="button" aria-disabled={starting} onClick={(e) => starting && e.preventDefault()}>
          {say("catalogue:begin")}
        </button>
        <Link to={paths.example(slug)}>{say("catalogue:seeExample")}</Link>
      </Form>
      <p className="mt-3 text-sm text-quiet">{say("catalogue:kept")}</p>
      <div className="mt-12 grid gap-x-16 gap-y-10 border-t border-rule pt-8 sm:grid-cols-2">
        <section>
          <h2 className="text-xl">{say("catalogue:youLeaveWith")}</h2>
          <ul className="mt-3 list-disc space-y-2 pl-5">
            {youGet.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
        <section>
          <h2 className="text-xl">{say("catalogue:lookedAt")}</h2>
          <dl className="mt-3 space-y-2">
            {dimensions.map((d) => (
              <div key={d.id}>
                <dt className="font-semibold">{d.title}</dt>
                <dd className="text-quiet">{d.summary}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
      <p className="measure mt-10 text-sm text-quiet">
        <Rich text={say("catalogue:foundation", source)} marks={{ work: (text) => <span lang="en">{text}</span> }} />
      </p>
    </Page>
  );
}
