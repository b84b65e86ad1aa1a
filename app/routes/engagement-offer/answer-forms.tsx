import { Form, Link } from "@remix-run/react";
import { SelectField } from "#app/components/forms/labelled-field.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import type { Kind } from "#app/domain/tenancy/profile-choices.ts";
import { paths } from "#app/paths.ts";

type AnswerFormsProps = {
  /** The page's own address, to come back to after signing in or up. */
  back: string;
  /** Of the organisation that offers. */
  kind: Kind;
  /** That the signed-in person may accept for; null for nobody signed in. */
  organizations: { slug: string; name: string }[] | null;
  error: string | undefined;
};

/** Accepting an offer, with what is still wanting for it, and declining it. */
export function AnswerForms({ back, kind, organizations, error }: AnswerFormsProps) {
  const { say } = useWords();
  return (
    <>
      {organizations === null ? (
        <>
          <p className="measure mt-2">{say("engagements:signInToAccept")}</p>
          <p className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-3">
            <Link to={paths.signInFor(back)} className="button">
              {say("engagements:signIn")}
            </Link>
            <Link to={paths.signUpFor(back)}>{say("engagements:signUp")}</Link>
          </p>
        </>
      ) : organizations.length === 0 ? (
        <>
          <p className="measure mt-2">{say(`engagements:noOrganization_${kind}`)}</p>
          <p className="mt-4">
            <Link to={paths.newOrganizationFor(back)} className="button">
              {say("engagements:makeOrganization")}
            </Link>
          </p>
        </>
      ) : (
        <Form method="post" className="mt-4 flex flex-col gap-y-4">
          <SelectField
            id="organization"
            label={say("engagements:acceptFor")}
            value={null}
            options={organizations.map(({ slug, name }) => ({ value: slug, label: name }))}
            error={error}
          />
          <p>
            <button type="submit" name="intent" value="accept" className="button">
              {say("engagements:accept")}
            </button>
          </p>
        </Form>
      )}
      <Form method="post" className="mt-8 border-t border-rule pt-6">
        <p className="measure">{say("engagements:declineText")}</p>
        <button type="submit" name="intent" value="decline" className="button button-quiet mt-3">
          {say("engagements:decline")}
        </button>
      </Form>
    </>
  );
}
