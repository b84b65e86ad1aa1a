import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";
import { FormPage } from "#app/components/forms/form-page.tsx";
import { LabelledField } from "#app/components/forms/labelled-field.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { LARGEST_FILE_MB, MOST_EVENTS, MOST_RESPONSES } from "#app/domain/export/import-limit.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { catalog } from "#app/services/content/catalog-instance.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { requirePerson } from "#app/services/identity/require-person.server.ts";
import { bringOrganization } from "#app/services/tenancy/bring-organization.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

export async function loader({ request, context: { language } }: LoaderFunctionArgs) {
  await requirePerson(request);
  return { words: pageWords(language, "privacy", "workspace") };
}

export async function action({ request, context: { language } }: ActionFunctionArgs) {
  const person = await requirePerson(request);
  const reading = { now: new Date(), rules: catalog().contradictions, words: wordsIn(language) };
  const outcome = await bringOrganization(database(), person, request, reading);
  if (!outcome.refused) return redirect(organizationPaths.organizationImported(outcome.slug, outcome.linksLeftOut), 303);
  const { refused } = outcome;
  return data({ problems: [{ field: "file", message: refused.message }], places: refused.places }, { status: refused.status });
}

const NONE: never[] = [];

export default function ImportOrganization() {
  const { say, language } = useWords();
  const [responses, events] = [MOST_RESPONSES, MOST_EVENTS].map((most) => most.toLocaleString(language));
  const limits = say("privacy:importLimit", { limit: LARGEST_FILE_MB, responses: responses!, events: events! });
  const { problems, places } = useActionData<typeof action>() ?? { problems: NONE, places: NONE };
  return (
    <FormPage heading={say("privacy:importHeading")} problems={problems}>
      <p className="measure mt-4">{say("privacy:importText", { place: say("workspace:data") })}</p>
      <p className="measure mt-4">{say("privacy:importChecks")}</p>
      <p className="measure mt-4">{say("privacy:importTwice")}</p>
      <Form method="post" encType="multipart/form-data" className="mt-8 flex flex-col gap-y-6">
        <LabelledField id="file" label={say("privacy:importFile")} hint={limits} error={problems[0]?.message}>
          {(ties) => <input {...ties} type="file" accept=".json,application/json" />}
        </LabelledField>
        <p>
          <button type="submit" className="button">
            {say("privacy:importButton")}
          </button>
        </p>
      </Form>
      {places.length > 0 && (
        <section className="mt-8">
          <h2 className="text-xl">{say("privacy:importProblems")}</h2>
          <ul className="measure mt-2 list-disc space-y-1 pl-5">
            {places.map(({ place, message }, index) => (
              <li key={index} className="break-words">
                {place === "" ? say("privacy:importWhole") : <code>{place}</code>}: {message}
              </li>
            ))}
          </ul>
        </section>
      )}
    </FormPage>
  );
}
