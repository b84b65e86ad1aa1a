import type { LoaderFunctionArgs } from "@remix-run/node";
import { AccountPage } from "#app/components/identity/account-page.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { paths } from "#app/paths.ts";
import { requirePerson } from "#app/services/identity/require-person.server.ts";
import { pageWords } from "#app/services/words/words-in.server.ts";

export async function loader({ request, context: { language } }: LoaderFunctionArgs) {
  await requirePerson(request);
  return { words: pageWords(language, "account", "privacy") };
}

const NONE: never[] = [];

export default function AccountData() {
  const { say } = useWords();
  const parts = [
    [say("privacy:yourAccount"), say("privacy:yourAccountText")],
    [say("privacy:yourNotifications"), say("privacy:yourNotificationsText")],
    [say("privacy:inOrganizations"), say("privacy:inOrganizationsText")],
    [say("privacy:withoutAccount"), say("privacy:withoutAccountText")],
  ] as const;
  return (
    <AccountPage heading={say("privacy:yourData")} problems={NONE}>
      <p className="measure mt-6">{say("privacy:yourDataLead")}</p>
      <dl className="measure mt-4">
        {parts.map(([name, text]) => (
          <div key={name} className="border-t border-rule py-3">
            <dt className="font-semibold">{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p className="measure mt-6">{say("privacy:toFileText")}</p>
      <p className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-4">
        <a href={paths.accountDataFile} download className="button">
          {say("privacy:toFile")}
        </a>
        <a href={paths.accountDelete}>{say("privacy:thenDelete")}</a>
      </p>
    </AccountPage>
  );
}
