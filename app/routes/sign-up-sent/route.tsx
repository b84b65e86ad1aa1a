import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { FormPage } from "#app/components/forms/form-page.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { paths } from "#app/paths.ts";
import { wayBack } from "#app/services/env/way-back.server.ts";
import { pageWords } from "#app/services/words/words-in.server.ts";

export function loader({ request, context: { language } }: LoaderFunctionArgs) {
  return { words: pageWords(language, "identity"), back: wayBack(request) };
}

const NONE: never[] = [];

export default function SignUpSent() {
  const { say } = useWords();
  const { back } = useLoaderData<typeof loader>();
  return (
    <FormPage heading={say("identity:sentHeading")} problems={NONE}>
      <p className="measure mt-4">{say("identity:sentText")}</p>
      <p className="measure mt-4">{say("identity:sentNothing")}</p>
      <p className="mt-8">
        <Link to={paths.signInFor(back)}>{say("identity:signIn")}</Link>
      </p>
    </FormPage>
  );
}
