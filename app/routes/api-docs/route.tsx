import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { Page } from "#app/components/layout/page.tsx";
import { Rich } from "#app/components/words/rich.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { paths } from "#app/paths.ts";
import { describedOperations } from "#app/services/api/described-operations.server.ts";
import { publicOrigin } from "#app/services/env/public-origin-instance.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? [{ title: data.title }] : []);

export function loader({ context: { language } }: LoaderFunctionArgs) {
  const { say } = wordsIn(language);
  return {
    words: pageWords(language, "method"),
    title: `${say("method:apiTitle")} · Pinhigh`,
    operations: describedOperations(publicOrigin(), wordsIn(language)),
    origin: publicOrigin(),
  };
}

export default function ApiDocs() {
  const { say } = useWords();
  const { operations, origin } = useLoaderData<typeof loader>();
  return (
    <Page>
      <h1 className="text-3xl">{say("method:apiHeading")}</h1>
      <p className="measure mt-4">
        <Rich text={say("method:apiLead")} marks={{ code: (text) => <code>{text}</code>, openapi: (text) => <a href={paths.openApi}>{text}</a> }} />
      </p>
      {operations.map((operation) => (
        <section key={`${operation.method} ${operation.path}`} className="mt-10 border-t border-rule pt-6">
          <h2 className="text-xl">{operation.summary}</h2>
          <p className="mt-2 overflow-x-auto font-mono text-sm">
            <strong>{operation.method.toUpperCase()}</strong> {operation.path}
          </p>
          <p className="measure mt-2">{operation.description}</p>
          <h3 className="mt-4 text-base">{say("method:tryIt")}</h3>
          <pre tabIndex={0} className="mt-1 overflow-x-auto border-l-4 border-rule py-2 pl-4 text-xs">
            <code>{operation.curl.replaceAll("{origin}", origin)}</code>
          </pre>
          {operation.reply && (
            <details>
              <summary className="inline-flex min-h-11 items-center text-sm text-accent">
                <Rich text={say("method:shape", operation)} marks={{ of: (text) => <span className="sr-only">{text}</span> }} />
              </summary>
              <pre tabIndex={0} className="max-h-96 overflow-auto border-l-4 border-rule py-2 pl-4 text-xs">
                <code>{operation.reply}</code>
              </pre>
            </details>
          )}
        </section>
      ))}
    </Page>
  );
}
