import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { FormPage } from "#app/components/forms/form-page.tsx";
import { NewPasswordField } from "#app/components/identity/new-password-field.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { newPasswordSchema } from "#app/domain/access/person-fields.ts";
import { paths } from "#app/paths.ts";
import { identity } from "#app/services/identity/identity-instance.server.ts";
import { knownPasswordProblems } from "#app/services/identity/known-password.server.ts";
import { personOfResetToken } from "#app/services/identity/mailed-tokens.server.ts";
import { readForm, refusedForm } from "#app/services/identity/read-form.server.ts";
import { resetPassword } from "#app/services/identity/reset-password.server.ts";
import { nudgeMail } from "#app/services/jobs/jobs-instance.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

const tokenSchema = z.string().regex(/^[\w-]{30}$/);
const formSchema = z.strictObject({ token: tokenSchema, password: newPasswordSchema });

const NONE: never[] = [];

/** Opening the link uses nothing up: programs that look at mails open links too. One that is dead says so before a password is chosen. */
export async function loader({ request, context: { language } }: LoaderFunctionArgs) {
  const given = tokenSchema.safeParse(new URL(request.url).searchParams.get("token")).data;
  const token = given !== undefined && (await personOfResetToken(identity().db, given, new Date())) ? given : null;
  return data({ words: pageWords(language, "identity"), token }, { status: token === null ? 410 : 200 });
}

export async function action({ request, context: { language } }: ActionFunctionArgs) {
  const words = wordsIn(language);
  const { fields, refused } = await readForm(request, formSchema, words);
  if (refused) return data({ ...refused, dead: false }, { status: 422 });
  const known = await personOfResetToken(identity().db, fields.token, new Date());
  const problems = known ? knownPasswordProblems(fields.password, known, words) : NONE;
  if (problems.length > 0) return data({ ...refusedForm(problems, {}), dead: false }, { status: 422 });
  if (await resetPassword(identity(), fields)) {
    nudgeMail();
    return redirect(paths.passwordSet, 303);
  }
  return data({ ...refusedForm([], {}), dead: true }, { status: 410 });
}

export default function ResetPassword() {
  const { say } = useWords();
  const { token } = useLoaderData<typeof loader>();
  const { problems = NONE, dead = false } = useActionData<typeof action>() ?? {};
  if (token === null || dead) {
    return (
      <FormPage heading={say("identity:linkDeadHeading")} problems={NONE}>
        <p className="measure mt-4">{say("identity:resetDeadText")}</p>
        <p className="mt-8">
          <Link to={paths.forgotPassword}>{say("identity:forgotHeading")}</Link>
        </p>
      </FormPage>
    );
  }
  return (
    <FormPage heading={say("identity:resetHeading")} problems={problems}>
      <p className="measure mt-4">{say("identity:resetLead")}</p>
      <Form method="post" noValidate>
        <input type="hidden" name="token" value={token} />
        <NewPasswordField label={say("identity:newPassword")} problems={problems} />
        <button type="submit" className="button mt-8">
          {say("identity:reset")}
        </button>
      </Form>
    </FormPage>
  );
}
