import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { FormPage } from "#app/components/forms/form-page.tsx";
import { TextField } from "#app/components/forms/text-field.tsx";
import { Rich } from "#app/components/words/rich.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { passwordSchema } from "#app/domain/access/person-fields.ts";
import { paths } from "#app/paths.ts";
import { wayBack } from "#app/services/env/way-back.server.ts";
import { identity } from "#app/services/identity/identity-instance.server.ts";
import { readAddressToken } from "#app/services/identity/mailed-tokens.server.ts";
import { readForm, refusedForm } from "#app/services/identity/read-form.server.ts";
import { refusedInit, signInProblem } from "#app/services/identity/sign-in-problem.server.ts";
import { verifyAddress } from "#app/services/identity/verify-address.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

export { refusedHeaders as headers } from "#app/services/identity/sign-in-problem.server.ts";

const tokenSchema = z.string().max(2_000);
const formSchema = z.strictObject({ token: tokenSchema, password: passwordSchema });

export async function loader({ request, context: { language } }: LoaderFunctionArgs) {
  const token = tokenSchema.safeParse(new URL(request.url).searchParams.get("token")).data;
  const said = token === undefined ? null : await readAddressToken(identity().auth, token);
  const link = said && said.newAddress === null && token !== undefined ? { token, address: said.address } : null;
  return data({ words: pageWords(language, "identity"), link, back: wayBack(request) }, { status: link ? 200 : 410 });
}

export async function action({ request, context: { language, network } }: ActionFunctionArgs) {
  const words = wordsIn(language);
  const { fields, refused } = await readForm(request, formSchema, words);
  if (refused) return data({ ...refused, dead: false }, { status: 422 });
  const back = wayBack(request);
  const outcome = await verifyAddress(identity(), fields, request, network);
  if (outcome.kind === "signed-in") return redirect(back ?? paths.account, { status: 303, headers: outcome.cookies });
  if (outcome.kind === "second-step") return redirect(paths.secondStepFor(back), { status: 303, headers: outcome.cookies });
  if (outcome.kind === "link-dead" || outcome.kind === "unverified") return data({ ...refusedForm([], {}), dead: true }, { status: 410 });
  return data({ ...refusedForm([signInProblem(outcome, words)], fields), dead: false }, refusedInit(outcome));
}

const NONE: never[] = [];

export default function VerifyAddress() {
  const { say } = useWords();
  const { link, back } = useLoaderData<typeof loader>();
  const { problems = NONE, dead = false } = useActionData<typeof action>() ?? {};
  if (!link || dead) {
    return (
      <FormPage heading={say("identity:linkDeadHeading")} problems={NONE}>
        <p className="measure mt-4">{say("identity:verifyDeadText")}</p>
        <p className="mt-8">
          <Link to={paths.signInFor(back)}>{say("identity:signIn")}</Link>
        </p>
      </FormPage>
    );
  }
  return (
    <FormPage heading={say("identity:verifyHeading")} problems={problems}>
      <p className="measure mt-4">{say("identity:verifyText", { address: link.address })}</p>
      <Form method="post" noValidate>
        <input type="hidden" name="token" value={link.token} />
        <input type="text" name="address" value={link.address} autoComplete="username" readOnly hidden disabled />
        <TextField name="password" type="password" label={say("identity:password")} autoComplete="current-password" problems={problems} />
        <button type="submit" className="button mt-8">
          {say("identity:verify")}
        </button>
      </Form>
      <p className="measure mt-8">
        <Rich text={say("identity:verifyForgotten")} marks={{ reset: (text) => <Link to={paths.forgotPassword}>{text}</Link> }} />
      </p>
    </FormPage>
  );
}
