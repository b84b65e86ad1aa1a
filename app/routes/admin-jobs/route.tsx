import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { AdminPage } from "#app/components/operator/admin-page.tsx";
import { WideTable } from "#app/components/operator/wide-table.tsx";
import { Done } from "#app/components/ui/done.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayMoment } from "#app/domain/report/display.ts";
import { paths } from "#app/paths.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { askForTidying } from "#app/services/operator/ask-for-tidying.server.ts";
import { readJobForm } from "#app/services/operator/read-admin-form.server.ts";
import { readJobs } from "#app/services/operator/read-jobs.server.ts";
import { requireOperator } from "#app/services/operator/require-operator.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

export async function loader({ request, context: { language } }: LoaderFunctionArgs) {
  await requireOperator(request);
  const { queues, failed } = await readJobs(database());
  return {
    words: pageWords(language, "admin"),
    queues: queues.map(({ lastDone, ...queue }) => ({ ...queue, lastDone: lastDone?.toISOString() ?? null })),
    failed: failed.map(({ failedAt, ...job }) => ({ ...job, failedAt: failedAt.toISOString() })),
    isAsked: new URL(request.url).searchParams.has("asked"),
  };
}

export async function action({ request, context: { language } }: ActionFunctionArgs) {
  const operator = await requireOperator(request);
  await readJobForm(request, wordsIn(language));
  await askForTidying(database(), operator);
  return redirect(`${paths.adminJobs}?asked=yes`, 303);
}

export default function AdminJobs() {
  const { say, language } = useWords();
  const { queues, failed, isAsked } = useLoaderData<typeof loader>();
  return (
    <AdminPage place="jobs" heading={failed.length > 0 ? say("admin:jobsFailed", { count: failed.length }) : say("admin:jobsCalm")}>
      <p className="measure mt-4">{say("admin:jobsText")}</p>
      {isAsked && (
        <div className="mt-6">
          <Done>{say("admin:tidyingAsked")}</Done>
        </div>
      )}
      <WideTable
        caption={say("admin:jobs")}
        columns={[say("admin:job"), say("admin:waiting"), say("admin:running"), say("admin:failed"), say("admin:lastDone")]}
      >
        {queues.map(({ queue, waiting, running, failed: count, lastDone }) => (
          <tr key={queue}>
            <th scope="row">{queue}</th>
            <td className="tabular-nums">{waiting}</td>
            <td className="tabular-nums">{running}</td>
            <td className="tabular-nums">{count}</td>
            <td>{lastDone ? displayMoment(lastDone, language) : say("admin:notKnown")}</td>
          </tr>
        ))}
      </WideTable>
      <Form method="post" className="mt-6">
        <button type="submit" name="run" value="daily-tidying" className="button button-quiet">
          {say("admin:tidyNow")}
        </button>
      </Form>
      <section className="mt-10 border-t border-rule pt-6">
        <h2 className="text-xl">{say("admin:failedJobs")}</h2>
        {failed.length === 0 ? (
          <p className="measure mt-2">{say("admin:noFailedJobs")}</p>
        ) : (
          <WideTable caption={say("admin:failedJobs")} columns={[say("admin:job"), say("admin:when"), say("admin:reason")]}>
            {failed.map(({ id, queue, failedAt, reason }) => (
              <tr key={id}>
                <th scope="row">{queue}</th>
                <td>{displayMoment(failedAt, language)}</td>
                <td className="wrap-anywhere">{reason ?? say("admin:notKnown")}</td>
              </tr>
            ))}
          </WideTable>
        )}
      </section>
    </AdminPage>
  );
}
