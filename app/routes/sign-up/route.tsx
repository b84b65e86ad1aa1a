import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { FormPage } from "#app/components/forms/form-page.tsx";
import { TextField } from "#app/components/forms/text-field.tsx";
import { NewPasswordField } from "#app/components/identity/new-password-field.tsx";
import { Rich } from "#app/components/words/rich.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { signUpSchema } from "#app/domain/access/person-fields.ts";
import { paths } from "#app/paths.ts";
import { wayBack } from "#app/services/env/way-back.server.ts";
import { identity } from "#app/services/identity/identity-instance.server.ts";
import { knownPasswordProblems } from "#app/services/identity/known-password.server.ts";
import { readForm, refusedForm } from "#app/services/identity/read-form.server.ts";
import { signUp } from "#app/services/identity/sign-up.server.ts";
import { nudgeMail } from "#app/services/jobs/jobs-instance.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

export function loader({ request, context: { language } }: LoaderFunctionArgs) {
  return { words: pageWords(language, "identity"), back: wayBack(request) };
}

export async function action({ request, context: { language } }: ActionFunctionArgs) {
  const words = wordsIn(language);
  const { fields, refused } = await readForm(request, signUpSchema, words);
  if (refused) return data(refused, { status: 422 });
  const problems = knownPasswordProblems(fields.password, fields, words);
  if (problems.length > 0) return data(refusedForm(problems, fields), { status: 422 });
  const back = wayBack(request);
  await signUp(identity(), fields, { language, back });
  nudgeMail();
  return redirect(paths.signUpSentFor(back), 303);
}

const NONE: never[] = [];

export default function SignUp() {
  const { say } = useWords();
  const { back } = useLoaderData<typeof loader>();
  const { problems = NONE, typed } = useActionData<typeof action>() ?? {};
  return (
    <FormPage heading={say("identity:signUpHeading")} problems={problems}>
      <p className="measure mt-4">{say("identity:signUpLead")}</p>
      <Form method="post" noValidate>
        <TextField
          name="name"
          label={say("identity:name")}
          hint={say("identity:nameHint")}
          autoComplete="name"
          maxLength={100}
          value={typed?.["name"]}
          problems={problems}
        />
        <TextField name="address" type="email" label={say("identity:address")} autoComplete="username" value={typed?.["address"]} problems={problems} />
        <NewPasswordField label={say("identity:password")} problems={problems} />
        <button type="submit" className="button mt-8">
          {say("identity:signUp")}
        </button>
      </Form>
      <p className="mt-8">
        <Rich text={say("identity:haveAccount")} marks={{ signIn: (text) => <Link to={paths.signInFor(back)}>{text}</Link> }} />
      </p>
    </FormPage>
  );
}
