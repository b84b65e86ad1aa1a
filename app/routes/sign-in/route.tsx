import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { FormPage } from "#app/components/forms/form-page.tsx";
import { TextField } from "#app/components/forms/text-field.tsx";
import { PasskeySignIn } from "#app/components/identity/passkey-sign-in.tsx";
import { Rich } from "#app/components/words/rich.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { addressSchema, passwordSchema } from "#app/domain/access/person-fields.ts";
import { paths } from "#app/paths.ts";
import { wayBack } from "#app/services/env/way-back.server.ts";
import { identity } from "#app/services/identity/identity-instance.server.ts";
import { readForm, refusedForm } from "#app/services/identity/read-form.server.ts";
import { refusedInit, signInProblem } from "#app/services/identity/sign-in-problem.server.ts";
import { signIn } from "#app/services/identity/sign-in.server.ts";
import { signOut } from "#app/services/identity/sign-out.server.ts";
import { signedInPerson } from "#app/services/identity/signed-in-person.server.ts";
import { resendVerification } from "#app/services/identity/verify-address.server.ts";
import { nudgeMail } from "#app/services/jobs/jobs-instance.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

export { refusedHeaders as headers } from "#app/services/identity/sign-in-problem.server.ts";

const formSchema = z.strictObject({ address: addressSchema, password: passwordSchema });

export async function loader({ request, context: { language } }: LoaderFunctionArgs) {
  const back = wayBack(request);
  if (await signedInPerson(request)) throw redirect(back ?? paths.account, 303);
  return {
    words: pageWords(language, "identity"),
    back,
    passwordWasSet: new URL(request.url).searchParams.get("notice") === "password-set",
  };
}

export async function action({ request, context: { language, network } }: ActionFunctionArgs) {
  const words = wordsIn(language);
  const back = wayBack(request);
  const { fields, refused } = await readForm(request, formSchema, words);
  if (refused) return data(refused, { status: 422 });
  const outcome = await signIn(identity(), fields, request, network);
  if (outcome.kind === "refused" || outcome.kind === "wait") {
    return data(refusedForm([signInProblem(outcome, words)], fields), refusedInit(outcome));
  }
  if (outcome.kind === "unverified") {
    await resendVerification(identity(), fields.address, back);
    nudgeMail();
    return redirect(paths.signUpSentFor(back), 303);
  }
  // Whoever was signed in here before is not any more.
  await signOut(identity(), request);
  const next = outcome.kind === "second-step" ? paths.secondStepFor(back) : (back ?? paths.account);
  return redirect(next, { status: 303, headers: outcome.cookies });
}

const NONE: never[] = [];

export default function SignIn() {
  const { say } = useWords();
  const { back, passwordWasSet } = useLoaderData<typeof loader>();
  const { problems = NONE, typed } = useActionData<typeof action>() ?? {};
  return (
    <FormPage heading={say("identity:signInHeading")} problems={problems}>
      {passwordWasSet && (
        <p role="status" className="measure mt-4 border-l-4 border-accent py-1 pl-4">
          {say("identity:passwordWasSet")}
        </p>
      )}
      <Form method="post" noValidate>
        <TextField name="address" type="email" label={say("identity:address")} autoComplete="username" value={typed?.["address"]} problems={problems} />
        <TextField name="password" type="password" label={say("identity:password")} autoComplete="current-password" problems={problems} />
        <div className="mt-8 flex flex-wrap items-center gap-x-6 gap-y-3">
          <button type="submit" className="button">
            {say("identity:signIn")}
          </button>
          <Link to={paths.forgotPassword}>{say("identity:forgotten")}</Link>
        </div>
      </Form>
      <PasskeySignIn back={back ?? paths.account} />
      <p className="mt-8">
        <Rich text={say("identity:noAccount")} marks={{ signUp: (text) => <Link to={paths.signUpFor(back)}>{text}</Link> }} />
      </p>
    </FormPage>
  );
}
