import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData } from "@remix-run/react";
import { z } from "zod";
import { FormPage } from "#app/components/forms/form-page.tsx";
import { TextField } from "#app/components/forms/text-field.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { codeSchema } from "#app/domain/access/person-fields.ts";
import { paths } from "#app/paths.ts";
import { wayBack } from "#app/services/env/way-back.server.ts";
import { identity } from "#app/services/identity/identity-instance.server.ts";
import { readForm, refusedForm } from "#app/services/identity/read-form.server.ts";
import { finishSignIn, isAtSecondStep } from "#app/services/identity/second-step.server.ts";
import { refusedInit } from "#app/services/identity/sign-in-problem.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

export { refusedHeaders as headers } from "#app/services/identity/sign-in-problem.server.ts";

const formSchema = z.strictObject({ code: codeSchema });

export async function loader({ request, context: { language } }: LoaderFunctionArgs) {
  if (!(await isAtSecondStep(identity(), request))) throw redirect(paths.signIn, 303);
  return { words: pageWords(language, "identity") };
}

export async function action({ request, context: { language } }: ActionFunctionArgs) {
  const words = wordsIn(language);
  const { fields, refused } = await readForm(request, formSchema, words);
  if (refused) return data(refused, { status: 422 });
  const outcome = await finishSignIn(identity(), fields.code, request);
  const back = wayBack(request);
  if (outcome.kind === "signed-in") return redirect(back ?? paths.account, { status: 303, headers: outcome.cookies });
  if (outcome.kind === "over") return redirect(paths.signInFor(back), 303);
  const isLocked = outcome.kind === "locked";
  const message = words.say(isLocked ? "identity:codesLocked" : "identity:codeRefused");
  return data(refusedForm([{ field: "code", message }], {}), refusedInit(isLocked ? { ...outcome, kind: "wait" } : outcome));
}

const NONE: never[] = [];

export default function SecondStep() {
  const { say } = useWords();
  const { problems = NONE } = useActionData<typeof action>() ?? {};
  return (
    <FormPage heading={say("identity:secondHeading")} problems={problems}>
      <p className="measure mt-4">{say("identity:secondText")}</p>
      <Form method="post" noValidate>
        <TextField name="code" label={say("identity:code")} autoComplete="one-time-code" problems={problems} />
        <div className="mt-8 flex flex-wrap items-center gap-x-6 gap-y-3">
          <button type="submit" className="button">
            {say("identity:finishSignIn")}
          </button>
          <Link to={paths.signIn}>{say("identity:beginAgain")}</Link>
        </div>
      </Form>
    </FormPage>
  );
}
