import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData } from "@remix-run/react";
import { z } from "zod";
import { FormPage } from "#app/components/forms/form-page.tsx";
import { TextField } from "#app/components/forms/text-field.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { addressSchema } from "#app/domain/access/person-fields.ts";
import { paths } from "#app/paths.ts";
import { identity } from "#app/services/identity/identity-instance.server.ts";
import { readForm, refusedForm } from "#app/services/identity/read-form.server.ts";
import { requestReset } from "#app/services/identity/request-reset.server.ts";
import { nudgeMail } from "#app/services/jobs/jobs-instance.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

const formSchema = z.strictObject({ address: addressSchema });

export function loader({ context: { language } }: LoaderFunctionArgs) {
  return { words: pageWords(language, "identity") };
}

export async function action({ request, context: { language } }: ActionFunctionArgs) {
  const { fields, refused } = await readForm(request, formSchema, wordsIn(language));
  if (refused) return data({ ...refused, sent: false }, { status: 422 });
  await requestReset(identity(), fields.address, new Date());
  nudgeMail();
  return data({ ...refusedForm([], {}), sent: true });
}

const NONE: never[] = [];

export default function ForgotPassword() {
  const { say } = useWords();
  const { problems = NONE, typed, sent = false } = useActionData<typeof action>() ?? {};
  if (sent) {
    return (
      <FormPage heading={say("identity:sentHeading")} problems={NONE}>
        <p role="status" className="measure mt-4">
          {say("identity:forgotSentText")}
        </p>
        <p className="mt-8">
          <Link to={paths.signIn}>{say("identity:signIn")}</Link>
        </p>
      </FormPage>
    );
  }
  return (
    <FormPage heading={say("identity:forgotHeading")} problems={problems}>
      <p className="measure mt-4">{say("identity:forgotLead")}</p>
      <Form method="post" noValidate>
        <TextField name="address" type="email" label={say("identity:address")} autoComplete="username" value={typed?.["address"]} problems={problems} />
        <button type="submit" className="button mt-8">
          {say("identity:sendLink")}
        </button>
      </Form>
    </FormPage>
  );
}
