import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { FieldProblem } from "#app/components/forms/error-summary.tsx";
import { AccountPage } from "#app/components/identity/account-page.tsx";
import { BeginFactor, ConfirmFactor, ManageFactor, RenewedCodes } from "#app/components/identity/second-factor-forms.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { codeSchema, passwordSchema } from "#app/domain/access/person-fields.ts";
import { paths } from "#app/paths.ts";
import { identity } from "#app/services/identity/identity-instance.server.ts";
import { readForm } from "#app/services/identity/read-form.server.ts";
import { requirePerson } from "#app/services/identity/require-person.server.ts";
import { changeSecondFactor } from "#app/services/identity/change-second-factor.server.ts";
import { hasSecondFactor, waitingFactor } from "#app/services/identity/second-factor.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

export { refusedHeaders as headers } from "#app/services/identity/sign-in-problem.server.ts";

const formSchema = z.discriminatedUnion("intent", [
  z.strictObject({ intent: z.literal("begin"), password: passwordSchema }),
  z.strictObject({ intent: z.literal("confirm"), code: codeSchema }),
  z.strictObject({ intent: z.literal("renew"), password: passwordSchema }),
  z.strictObject({ intent: z.literal("end"), end: passwordSchema }),
]);

export async function loader({ request, context: { language } }: LoaderFunctionArgs) {
  const person = await requirePerson(request);
  return { words: pageWords(language, "account", "identity"), isOn: await hasSecondFactor(identity(), person) };
}

export async function action({ request, context: { language } }: ActionFunctionArgs) {
  const person = await requirePerson(request);
  const words = wordsIn(language);
  const { fields, refused } = await readForm(request, formSchema, words);
  // The key is shown while it waits for its first code, and in answer to a form only: no link leads to it.
  const shown = async (problems: FieldProblem[], recoveryCodes: string[] | null, init: ResponseInit) =>
    data({ problems, recoveryCodes, waiting: recoveryCodes ? null : await waitingFactor(identity(), person) }, init);
  if (refused) return shown(refused.problems, null, { status: 422 });
  const outcome = await changeSecondFactor(identity(), person, fields, request, words);
  if (outcome.done) return redirect(paths.accountSecurityAfter(`factor-${outcome.done}`), { status: 303, headers: outcome.cookies });
  return shown(outcome.problems, outcome.recoveryCodes, outcome.init);
}

const NONE: never[] = [];

export default function SecondFactor() {
  const { say } = useWords();
  const { isOn } = useLoaderData<typeof loader>();
  const { problems = NONE, recoveryCodes = null, waiting = null } = useActionData<typeof action>() ?? {};
  return (
    <AccountPage heading={say("account:factorPageHeading")} problems={problems}>
      {recoveryCodes ? (
        <RenewedCodes codes={recoveryCodes} />
      ) : isOn ? (
        <ManageFactor problems={problems} />
      ) : waiting ? (
        <ConfirmFactor waiting={waiting} problems={problems} />
      ) : (
        <BeginFactor problems={problems} />
      )}
    </AccountPage>
  );
}
