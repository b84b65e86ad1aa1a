import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { TextField } from "#app/components/forms/text-field.tsx";
import { NewPasswordField } from "#app/components/identity/new-password-field.tsx";
import { AccountPage } from "#app/components/identity/account-page.tsx";
import { PasskeyList } from "#app/components/identity/passkey-list.tsx";
import { SessionList } from "#app/components/identity/session-list.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { nameSchema, newPasswordSchema, passwordSchema } from "#app/domain/access/person-fields.ts";
import { paths } from "#app/paths.ts";
import { changePassword } from "#app/services/identity/change-password.server.ts";
import { identity } from "#app/services/identity/identity-instance.server.ts";
import { endSessions, listSessions } from "#app/services/identity/list-sessions.server.ts";
import { knownPasswordProblems } from "#app/services/identity/known-password.server.ts";
import { listPasskeys, removePasskey, renamePasskey } from "#app/services/identity/passkeys.server.ts";
import { readForm, type RefusedForm, refusedForm } from "#app/services/identity/read-form.server.ts";
import { requirePerson } from "#app/services/identity/require-person.server.ts";
import { hasSecondFactor } from "#app/services/identity/second-factor.server.ts";
import { passwordProblem, refusedInit } from "#app/services/identity/sign-in-problem.server.ts";
import { nudgeMail } from "#app/services/jobs/jobs-instance.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

export { refusedHeaders as headers } from "#app/services/identity/sign-in-problem.server.ts";

const formSchema = z.discriminatedUnion("intent", [
  z.strictObject({ intent: z.literal("password"), current: passwordSchema, password: newPasswordSchema }),
  z.strictObject({ intent: z.literal("end-session"), session: z.uuid() }),
  z.strictObject({ intent: z.literal("end-others") }),
  z.strictObject({ intent: z.literal("rename-passkey"), passkey: z.uuid(), name: nameSchema }),
  z.strictObject({ intent: z.literal("remove-passkey"), passkey: z.uuid() }),
]);

const NOTICES = {
  "password-changed": "account:passwordChanged",
  "session-ended": "account:sessionEnded",
  "passkey-added": "account:passkeyAdded",
  "passkey-removed": "account:passkeyRemoved",
  "factor-on": "account:factorIsOn",
  "factor-off": "account:factorIsOff",
  saved: "account:saved",
} as const;
/** What the page says after its smaller forms. */
const DONE = { "rename-passkey": "saved", "remove-passkey": "passkey-removed", "end-session": "session-ended", "end-others": "session-ended" } as const;
const noticeSchema = z.enum(["password-changed", "session-ended", "passkey-added", "passkey-removed", "factor-on", "factor-off", "saved"]);

export async function loader({ request, context: { language } }: LoaderFunctionArgs) {
  const person = await requirePerson(request);
  const { db } = identity();
  return {
    words: pageWords(language, "account", "identity"),
    notice: noticeSchema.safeParse(new URL(request.url).searchParams.get("notice")).data ?? null,
    address: person.email,
    sessions: await listSessions(db, person, new Date()),
    passkeys: await listPasskeys(db, person),
    hasFactor: await hasSecondFactor(identity(), person),
  };
}

export async function action({ request, context: { language } }: ActionFunctionArgs) {
  const person = await requirePerson(request);
  const words = wordsIn(language);
  const { fields, refused } = await readForm(request, formSchema, words);
  if (refused) return data(besidePasskey(refused), { status: 422 });
  if (fields.intent === "password") {
    const known = knownPasswordProblems(fields.password, { name: person.name, address: person.email }, words);
    if (known.length > 0) return data(refusedForm(known, {}), { status: 422 });
    const outcome = await changePassword(identity(), person, fields, request);
    if (outcome.kind !== "changed") return data(refusedForm([passwordProblem(outcome, words, "current")], {}), refusedInit(outcome));
    nudgeMail();
    return redirect(paths.accountSecurityAfter("password-changed"), { status: 303, headers: outcome.cookies });
  }
  const { db } = identity();
  if (fields.intent === "rename-passkey") await renamePasskey(db, person, fields);
  else if (fields.intent === "remove-passkey") await removePasskey(db, person, fields.passkey);
  else await endSessions(db, person, fields.intent === "end-others" ? null : fields.session);
  return redirect(paths.accountSecurityAfter(DONE[fields.intent]), 303);
}

/** Every passkey has a field for its name, and what is wrong with one is said beside that one. */
function besidePasskey({ problems, typed }: RefusedForm): RefusedForm {
  const id = typed["intent"] === "rename-passkey" ? `name-${typed["passkey"]}` : "name";
  return { typed, problems: problems.map(({ field, message }) => ({ field: field === "name" ? id : field, message })) };
}

const NONE: never[] = [];

export default function AccountSecurity() {
  const { say } = useWords();
  const { notice, address, sessions, passkeys, hasFactor } = useLoaderData<typeof loader>();
  const { problems = NONE, typed } = useActionData<typeof action>() ?? {};
  return (
    <AccountPage heading={say("account:securityHeading")} problems={problems} notice={notice && say(NOTICES[notice])}>
      <h2 className="mt-8 text-xl">{say("account:passwordHeading")}</h2>
      <p className="measure mt-2">{say("account:changePasswordText")}</p>
      <Form method="post" noValidate>
        <input type="hidden" name="intent" value="password" />
        <input type="text" value={address} autoComplete="username" readOnly hidden disabled />
        <TextField name="current" type="password" label={say("account:currentPassword")} autoComplete="current-password" problems={problems} />
        <NewPasswordField label={say("identity:newPassword")} problems={problems} />
        <button type="submit" className="button mt-6">
          {say("account:changePassword")}
        </button>
      </Form>
      <h2 className="mt-12 border-t border-rule pt-8 text-xl">{say("account:factorHeading")}</h2>
      <p className="measure mt-2">{say(hasFactor ? "account:factorOn" : "account:factorOff")}</p>
      <p className="mt-3">
        <Link to={paths.secondFactor}>{say(hasFactor ? "account:factorManage" : "account:factorSetUp")}</Link>
      </p>
      <PasskeyList passkeys={passkeys} typed={typed} problems={problems} />
      <SessionList sessions={sessions} />
    </AccountPage>
  );
}
