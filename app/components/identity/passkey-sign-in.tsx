import { useState } from "react";
import { AfterHydration } from "#app/components/ui/after-hydration.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { signInByPasskey } from "./ask-authenticator.ts";

/** Signing in by a passkey, for browsers with script. `back`: where to go then. */
export function PasskeySignIn({ back }: { back: string }) {
  const { say } = useWords();
  const [state, setState] = useState<"ready" | "busy" | "failed">("ready");
  const signIn = async () => {
    if (state === "busy") return;
    setState("busy");
    // Loads the page anew: every part of it then knows who is there.
    if (await signInByPasskey()) window.location.assign(back);
    else setState("failed");
  };
  return (
    <AfterHydration className="mt-10 border-t border-rule pt-6">
      {() => (
        <>
          <p className="measure">{say("identity:passkeyText")}</p>
          <p role="status" className="measure mt-2 font-semibold text-alert empty:hidden">
            {state === "failed" && say("identity:passkeyFailed")}
          </p>
          <button type="button" className="button button-quiet mt-3" aria-disabled={state === "busy"} onClick={() => void signIn()}>
            {say("identity:passkeySignIn")}
          </button>
        </>
      )}
    </AfterHydration>
  );
}
