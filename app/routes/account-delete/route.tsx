import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { TextField } from "#app/components/forms/text-field.tsx";
import { AccountPage } from "#app/components/identity/account-page.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { addressSchema, passwordSchema } from "#app/domain/access/person-fields.ts";
import { inWords } from "#app/domain/report/display.ts";
import { paths } from "#app/paths.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { confirmPassword } from "#app/services/identity/confirm-password.server.ts";
import { erasePerson } from "#app/services/identity/erase-person.server.ts";
import { identity } from "#app/services/identity/identity-instance.server.ts";
import { forgetBrowser } from "#app/services/identity/known-browser.server.ts";
import { previewErasure } from "#app/services/identity/preview-erasure.server.ts";
import { readForm, refusedForm } from "#app/services/identity/read-form.server.ts";
import { requirePerson } from "#app/services/identity/require-person.server.ts";
import { passwordProblem, refusedInit } from "#app/services/identity/sign-in-problem.server.ts";
import { signOut } from "#app/services/identity/sign-out.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";
import { ErasurePreview } from "./erasure-preview.tsx";

export { refusedHeaders as headers } from "#app/services/identity/sign-in-problem.server.ts";

const formSchema = z.strictObject({ address: addressSchema, password: passwordSchema });

export async function loader({ request, context: { language } }: LoaderFunctionArgs) {
  const person = await requirePerson(request);
  return { words: pageWords(language, "account", "identity", "privacy"), present: person.email, there: await previewErasure(database(), person) };
}

export async function action({ request, context: { language } }: ActionFunctionArgs) {
  const person = await requirePerson(request);
  const words = wordsIn(language);
  const { fields, refused } = await readForm(request, formSchema, words);
  if (refused) return data(refused, { status: 422 });
  const refuse = (field: string, message: string, init: ResponseInit) => data(refusedForm([{ field, message }], fields), init);
  if (fields.address !== person.email) return refuse("address", words.say("account:deleteAddressWrong"), { status: 422 });
  const outcome = await confirmPassword(identity(), person, fields.password, request);
  if (outcome.kind !== "right") return refuse("password", passwordProblem(outcome, words, "password").message, refusedInit(outcome));
  const { lastOwnerOf } = await erasePerson(identity().db, person);
  if (lastOwnerOf.length > 0) return refuse("address", words.say("account:lastOwner", { organizations: inWords(lastOwnerOf, language) }), { status: 409 });
  const headers = await signOut(identity(), request);
  headers.append("Set-Cookie", await forgetBrowser(identity(), person.email, request));
  return redirect(paths.home, { status: 303, headers });
}

const NONE: never[] = [];

export default function AccountDelete() {
  const { say } = useWords();
  const { present, there } = useLoaderData<typeof loader>();
  const { problems = NONE, typed } = useActionData<typeof action>() ?? {};
  return (
    <AccountPage heading={say("account:deleteHeading")} problems={problems}>
      <p className="measure mt-6 font-semibold">{say("account:deleteLead")}</p>
      <ul className="measure mt-4 list-disc space-y-2 pl-5">
        <li>{say("account:deleteGone")}</li>
        <li>{say("account:deleteKept")}</li>
        <li>{say("account:deleteAnonymous")}</li>
      </ul>
      <ErasurePreview there={there} />
      <Form method="post" noValidate>
        <TextField
          name="address"
          type="email"
          label={say("account:deleteAddress")}
          hint={present}
          autoComplete="off"
          value={typed?.["address"]}
          problems={problems}
        />
        <TextField name="password" type="password" label={say("account:currentPassword")} autoComplete="current-password" problems={problems} />
        <button type="submit" className="button mt-8">
          {say("account:delete")}
        </button>
      </Form>
    </AccountPage>
  );
}
