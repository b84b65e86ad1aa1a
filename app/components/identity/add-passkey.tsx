import { useNavigate } from "@remix-run/react";
import { type FormEvent, useState } from "react";
import { TextField } from "#app/components/forms/text-field.tsx";
import { AfterHydration } from "#app/components/ui/after-hydration.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { paths } from "#app/paths.ts";
import { addPasskey } from "./ask-authenticator.ts";

/** Adding a passkey is the browser's affair: without script there is only the word that it needs one. */
export function AddPasskey() {
  const { say } = useWords();
  return (
    <>
      <h3 className="mt-8 text-lg">{say("account:passkeyAddHeading")}</h3>
      <noscript>
        <p className="text-quiet">{say("account:passkeyNeedsScript")}</p>
      </noscript>
      <AfterHydration>{() => <AddPasskeyForm />}</AfterHydration>
    </>
  );
}

function AddPasskeyForm() {
  const { say } = useWords();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<{ field: string; message: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const add = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const fields = new FormData(event.currentTarget);
    const [name, password] = ["passkey-name", "passkey-password"].map((field) => String(fields.get(field)).trim()) as [string, string];
    if (name === "") return setProblem({ field: "passkey-name", message: say("identity:nameMissing") });
    if (password === "") return setProblem({ field: "passkey-password", message: say("identity:passwordMissing") });
    setBusy(true);
    const refused = await addPasskey({ name, password: String(fields.get("passkey-password")) });
    setBusy(false);
    if (refused === null) return navigate(paths.accountSecurityAfter("passkey-added"));
    if (refused === "failed") setProblem({ field: "passkey-name", message: say("account:passkeyNotAdded") });
    else setProblem({ field: "passkey-password", message: say(refused === "wait" ? "account:passwordWait" : "account:passwordRefused") });
  };
  return (
    <form onSubmit={(event) => void add(event)} noValidate>
      <TextField
        name="passkey-name"
        label={say("account:passkeyName")}
        hint={say("account:passkeyNameHint")}
        autoComplete="off"
        maxLength={100}
        problems={problem ? [problem] : []}
      />
      <TextField
        name="passkey-password"
        type="password"
        label={say("account:currentPassword")}
        autoComplete="current-password"
        problems={problem ? [problem] : []}
      />
      <button type="submit" className="button mt-6" aria-disabled={busy}>
        {say("account:passkeyAdd")}
      </button>
    </form>
  );
}
