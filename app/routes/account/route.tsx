import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { TextField } from "#app/components/forms/text-field.tsx";
import { AccountPage } from "#app/components/identity/account-page.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { nameSchema } from "#app/domain/access/person-fields.ts";
import { paths } from "#app/paths.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { editProfile } from "#app/services/identity/edit-profile.server.ts";
import { ownOrganizations } from "#app/services/identity/own-organizations.server.ts";
import { readForm } from "#app/services/identity/read-form.server.ts";
import { requirePerson } from "#app/services/identity/require-person.server.ts";
import { keepLanguage } from "#app/services/words/language-cookie.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";
import { LANGUAGES } from "#app/words/language.ts";

const formSchema = z.strictObject({ name: nameSchema, language: z.enum(LANGUAGES) });

export async function loader({ request, context: { language } }: LoaderFunctionArgs) {
  const person = await requirePerson(request);
  return {
    words: pageWords(language, "account", "identity"),
    name: person.name,
    address: person.email,
    shownIn: language,
    saved: new URL(request.url).searchParams.get("notice") === "saved",
    organizations: await ownOrganizations(database(), person),
  };
}

export async function action({ request, context: { language } }: ActionFunctionArgs) {
  const person = await requirePerson(request);
  const { fields, refused } = await readForm(request, formSchema, wordsIn(language));
  if (refused) return data(refused, { status: 422 });
  await editProfile(database(), person, fields);
  return redirect(paths.accountSaved, { status: 303, headers: { "Set-Cookie": await keepLanguage(fields.language) } });
}

const NONE: never[] = [];
const OWN_NAMES = { en: "English", fi: "Suomi" } as const;

export default function Account() {
  const { say } = useWords();
  const { name, address, shownIn, saved, organizations } = useLoaderData<typeof loader>();
  const { problems = NONE, typed } = useActionData<typeof action>() ?? {};
  return (
    <AccountPage heading={say("account:heading")} problems={problems} notice={saved ? say("account:saved") : null}>
      <p className="measure mt-6">{say("account:signedInAs", { address })}</p>
      {/* Loads the page anew: every part of it then speaks the language chosen. */}
      <form method="post" noValidate>
        <TextField name="name" label={say("identity:name")} autoComplete="name" maxLength={100} value={typed?.["name"] ?? name} problems={problems} />
        <fieldset className="mt-5">
          <legend className="font-semibold">{say("account:language")}</legend>
          <div className="mt-1 flex gap-6">
            {LANGUAGES.map((language) => (
              <label key={language} className="flex min-h-11 items-center gap-2">
                <input type="radio" name="language" value={language} defaultChecked={language === shownIn} />
                <span lang={language}>{OWN_NAMES[language]}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <button type="submit" className="button mt-4">
          {say("account:save")}
        </button>
      </form>
      <h2 className="mt-12 border-t border-rule pt-8 text-xl">{say("account:organizations")}</h2>
      {organizations.length === 0 && <p className="measure mt-2">{say("account:noOrganizations")}</p>}
      <ul className="mt-2 max-w-[42rem]">
        {organizations.map((organization) => (
          <li key={organization.slug} className="flex flex-wrap justify-between gap-x-6 border-t border-rule py-3">
            <a href={paths.organization(organization.slug)}>{organization.name}</a>
            <span className="text-quiet">{say(`account:role_${organization.role}`)}</span>
          </li>
        ))}
      </ul>
      <Form method="post" action={paths.signOut} className="mt-10">
        <button type="submit" className="button button-quiet">
          {say("account:signOut")}
        </button>
      </Form>
    </AccountPage>
  );
}
