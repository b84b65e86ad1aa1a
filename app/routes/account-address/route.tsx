import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { TextField } from "#app/components/forms/text-field.tsx";
import { AccountPage } from "#app/components/identity/account-page.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { addressSchema, passwordSchema } from "#app/domain/access/person-fields.ts";
import { requestAddressChange } from "#app/services/identity/change-address.server.ts";
import { identity } from "#app/services/identity/identity-instance.server.ts";
import { readForm, refusedForm } from "#app/services/identity/read-form.server.ts";
import { requirePerson } from "#app/services/identity/require-person.server.ts";
import { passwordProblem, refusedInit } from "#app/services/identity/sign-in-problem.server.ts";
import { nudgeMail } from "#app/services/jobs/jobs-instance.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

export { refusedHeaders as headers } from "#app/services/identity/sign-in-problem.server.ts";

const formSchema = z.strictObject({ address: addressSchema, password: passwordSchema });

export async function loader({ request, context: { language } }: LoaderFunctionArgs) {
  const { email } = await requirePerson(request);
  return {
    words: pageWords(language, "account", "identity"),
    present: email,
    changed: new URL(request.url).searchParams.get("notice") === "changed",
  };
}

export async function action({ request, context: { language } }: ActionFunctionArgs) {
  const person = await requirePerson(request);
  const words = wordsIn(language);
  const { fields, refused } = await readForm(request, formSchema, words);
  if (refused) return data({ ...refused, sentTo: null }, { status: 422 });
  const refuse = (problem: { field: string; message: string }, init: ResponseInit = { status: 422 }) =>
    data({ ...refusedForm([problem], fields), sentTo: null }, init);
  if (fields.address === person.email) return refuse({ field: "address", message: words.say("account:sameAddress") });
  const outcome = await requestAddressChange(identity(), person, fields, request);
  if (outcome.kind !== "right") return refuse(passwordProblem(outcome, words, "password"), refusedInit(outcome));
  nudgeMail();
  return data({ ...refusedForm([], {}), sentTo: fields.address });
}

const NONE: never[] = [];

export default function AccountAddress() {
  const { say } = useWords();
  const { present, changed } = useLoaderData<typeof loader>();
  const { problems = NONE, typed, sentTo = null } = useActionData<typeof action>() ?? {};
  if (sentTo !== null) {
    return (
      <AccountPage heading={say("account:addressSentHeading")} problems={NONE}>
        <p role="status" className="measure mt-6">
          {say("account:addressSentText", { address: sentTo })}
        </p>
      </AccountPage>
    );
  }
  return (
    <AccountPage heading={say("account:addressHeading")} problems={problems} notice={changed ? say("account:addressChanged") : null}>
      <p className="measure mt-6">{say("account:addressLead", { address: present })}</p>
      <Form method="post" noValidate>
        <TextField name="address" type="email" label={say("account:newAddress")} autoComplete="email" value={typed?.["address"]} problems={problems} />
        <TextField name="password" type="password" label={say("account:currentPassword")} autoComplete="current-password" problems={problems} />
        <button type="submit" className="button mt-6">
          {say("account:addressSend")}
        </button>
      </Form>
    </AccountPage>
  );
}
