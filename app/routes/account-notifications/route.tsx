import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { Page } from "#app/components/layout/page.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { paths } from "#app/paths.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { requirePerson } from "#app/services/identity/require-person.server.ts";
import { readMailChoice } from "#app/services/notifications/read-notification-form.server.ts";
import { readPreferences } from "#app/services/notifications/read-preferences.server.ts";
import { savePreferences } from "#app/services/notifications/save-preferences.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

export async function loader({ request, context: { language } }: LoaderFunctionArgs) {
  const person = await requirePerson(request);
  const isSaved = new URL(request.url).searchParams.get("saved") === "yes";
  return { address: person.email, preferences: await readPreferences(database(), person), isSaved, words: pageWords(language, "notifications") };
}

export async function action({ request, context: { language } }: ActionFunctionArgs) {
  const person = await requirePerson(request);
  await savePreferences(database(), person, await readMailChoice(request, wordsIn(language)));
  return redirect(paths.notificationSettingsSaved, 303);
}

export default function NotificationSettings() {
  const { say } = useWords();
  const { address, preferences, isSaved } = useLoaderData<typeof loader>();
  const [always, chosen] = [true, false].map((isAlways) => preferences.filter((preference) => preference.isAlways === isAlways));
  return (
    <Page>
      <title>{`${say("notifications:settingsTitle")} · Pinhigh`}</title>
      <h1 className="text-3xl">{say("notifications:settingsTitle")}</h1>
      <p className="measure mt-4">{say("notifications:settingsLead", { address })}</p>
      <Form method="post" className="mt-6">
        <fieldset>
          <legend className="font-semibold">{say("notifications:kinds")}</legend>
          {chosen!.map(({ kind, byMail }) => (
            <div key={kind} className="py-1">
              <label className="inline-flex min-h-[2.75rem] items-center gap-3">
                <input type="checkbox" name="byMail" value={kind} defaultChecked={byMail} className="size-5 accent-accent" />
                {say(`notifications:kind_${kind}`)}
              </label>
            </div>
          ))}
        </fieldset>
        <h2 className="mt-6 font-semibold">{say("notifications:always")}</h2>
        <p className="measure mt-2">{say("notifications:alwaysText")}</p>
        <ul className="mt-2 list-disc pl-5">
          {always!.map(({ kind }) => (
            <li key={kind}>{say(`notifications:kind_${kind}`)}</li>
          ))}
        </ul>
        <div className="mt-6 flex flex-wrap items-center gap-6">
          <button type="submit" name="intent" value="save" className="button">
            {say("notifications:save")}
          </button>
          <Link to={paths.notifications}>{say("notifications:title")}</Link>
          <p role="status">{isSaved && say("notifications:saved")}</p>
        </div>
      </Form>
    </Page>
  );
}
