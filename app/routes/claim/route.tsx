import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { Choice } from "#app/components/forms/choice.tsx";
import { FormPage } from "#app/components/forms/form-page.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { paths } from "#app/paths.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { requirePerson } from "#app/services/identity/require-person.server.ts";
import { signedInPerson } from "#app/services/identity/signed-in-person.server.ts";
import { claimForm } from "#app/services/results/claim-form.server.ts";
import { isNobodysResult } from "#app/services/results/claim-result.server.ts";
import { claimingOrganizations } from "#app/services/results/claiming-organizations.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const token = params["token"] ?? "";
  if (!(await isNobodysResult(database(), token))) throw new Response("Not found", { status: 404 });
  const person = await signedInPerson(request);
  return {
    words: pageWords(language, "results"),
    token,
    organizations: person && (await claimingOrganizations(database(), person)),
  };
}

export async function action({ params, request, context: { language } }: ActionFunctionArgs) {
  const person = await requirePerson(request);
  const outcome = await claimForm(database(), person, params["token"] ?? "", request, { words: wordsIn(language), now: new Date() });
  return outcome.problems ? data({ problems: outcome.problems }, { status: 422 }) : redirect(outcome.next, 303);
}

const NONE: never[] = [];

export default function Claim() {
  const { say } = useWords();
  const { token, organizations } = useLoaderData<typeof loader>();
  const problems = useActionData<typeof action>()?.problems ?? NONE;
  const back = paths.claim(token);
  return (
    <FormPage heading={say("results:claimTitle")} problems={problems}>
      <p className="measure mt-4">{say("results:claimText")}</p>
      <p className="measure mt-4">{say("results:claimSeen")}</p>
      {organizations === null ? (
        <>
          <p className="measure mt-4">{say("results:signUpFirst")}</p>
          <p className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-3">
            <Link to={paths.signUpFor(back)} className="button">
              {say("results:signUp")}
            </Link>
            <Link to={paths.signInFor(back)} className="button button-quiet">
              {say("results:signIn")}
            </Link>
          </p>
        </>
      ) : organizations.length === 0 ? (
        <>
          <p className="measure mt-4">{say("results:noOrganization")}</p>
          <p className="mt-6">
            <Link to={paths.newOrganizationFor(back)} className="button">
              {say("results:makeOne")}
            </Link>
          </p>
        </>
      ) : (
        <>
          <ChooseOrganization organizations={organizations} problem={problems[0]?.message} />
          <p className="mt-6">
            <Link to={paths.newOrganizationFor(back)} className="inline-flex min-h-11 items-center">
              {say("results:makeAnother")}
            </Link>
          </p>
        </>
      )}
    </FormPage>
  );
}

function ChooseOrganization({ organizations, problem }: { organizations: { slug: string; name: string }[]; problem: string | undefined }) {
  const { say } = useWords();
  const [only] = organizations;
  if (only && organizations.length === 1)
    return (
      <Form method="post" className="mt-6">
        <input type="hidden" name="organization" value={only.slug} />
        <button type="submit" id="organization" className="button">
          {say("results:keepIn", { name: only.name })}
        </button>
      </Form>
    );
  return (
    <Form method="post" className="mt-6">
      <fieldset id="organization" {...(problem ? { "aria-describedby": "organization-error" } : {})}>
        <legend className="font-semibold">{say("results:inWhich")}</legend>
        {problem && (
          <p id="organization-error" className="border-l-4 border-alert pl-3 font-semibold text-alert">
            {say("frame:error", { message: problem })}
          </p>
        )}
        {organizations.map(({ slug, name }) => (
          <Choice key={slug} id={`organization-${slug}`} type="radio" name="organization" value={slug} label={name} checked={false} />
        ))}
      </fieldset>
      <button type="submit" className="button mt-6">
        {say("results:keep")}
      </button>
    </Form>
  );
}
