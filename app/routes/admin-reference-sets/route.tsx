import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AdminPage } from "#app/components/operator/admin-page.tsx";
import { Done } from "#app/components/ui/done.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { paths } from "#app/paths.ts";
import { listReferenceSets } from "#app/services/benchmark/list-reference-sets.server.ts";
import { referenceSetsPage } from "#app/services/benchmark/reference-sets-page.server.ts";
import { assessmentTitle } from "#app/services/content/assessment-title.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { requireOperator } from "#app/services/operator/require-operator.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";
import { ImportForm } from "./import-form.tsx";
import { SetPreview } from "./set-preview.tsx";
import { SetTable } from "./set-table.tsx";

/** What was just done, as the address says. */
const DONE = ["added", "removed"] as const;

export async function loader({ request, context: { language } }: LoaderFunctionArgs) {
  await requireOperator(request);
  const sets = await listReferenceSets(database());
  const done = new URL(request.url).searchParams.get("done");
  return {
    words: pageWords(language, "admin", "reference", "referenceImport"),
    sets: sets.map(({ addedAt, ...set }) => ({ ...set, title: assessmentTitle(set.slug, language), addedAt: addedAt?.toISOString() ?? null })),
    done: DONE.find((each) => each === done) ?? null,
  };
}

export async function action({ request, context: { language } }: ActionFunctionArgs) {
  const operator = await requireOperator(request);
  const outcome = await referenceSetsPage(database(), operator, request, new Date(), wordsIn(language));
  if ("done" in outcome) return redirect(paths.adminReferenceSetsAfter(outcome.done), 303);
  return data(outcome.step, { status: "set" in outcome.step ? 200 : 422 });
}

export default function AdminReferenceSets() {
  const { say } = useWords();
  const { sets, done } = useLoaderData<typeof loader>();
  const step = useActionData<typeof action>();
  if (step && "set" in step) {
    return (
      <AdminPage place="referenceSets" heading={say("referenceImport:previewHeading")}>
        <SetPreview step={step} />
      </AdminPage>
    );
  }
  return (
    <AdminPage place="referenceSets" heading={say("referenceImport:heading", { count: sets.length })}>
      <p className="measure mt-4">{say("referenceImport:text")}</p>
      {done && !step && (
        <div className="mt-6">
          <Done>{say(`referenceImport:${done}`)}</Done>
        </div>
      )}
      {step && <ImportForm step={step} />}
      {sets.length === 0 ? <p className="measure mt-6">{say("referenceImport:none")}</p> : <SetTable sets={sets} />}
      {!step && <ImportForm step={null} />}
    </AdminPage>
  );
}
