import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { Choice } from "#app/components/forms/choice.tsx";
import { ErrorSummary } from "#app/components/forms/error-summary.tsx";
import { Page } from "#app/components/layout/page.tsx";
import { ComparisonFields, NameField } from "#app/components/organization/profile-fields.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { type FieldProblems, readNewOrganization } from "#app/domain/tenancy/organization-form.ts";
import { KINDS } from "#app/domain/tenancy/profile-choices.ts";
import { paths } from "#app/paths.ts";
import { readFields } from "#app/services/api/read-fields.server.ts";
import { withNewOnce } from "#app/services/api/with-new-once.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { wayBack } from "#app/services/env/way-back.server.ts";
import { requirePerson } from "#app/services/identity/require-person.server.ts";
import { createOrganization } from "#app/services/tenancy/create-organization.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

export async function loader({ request, context: { language } }: LoaderFunctionArgs) {
  await requirePerson(request);
  return { words: pageWords(language, "organizations", "privacy"), once: randomUUID() };
}

export async function action({ request, context: { language } }: ActionFunctionArgs) {
  const person = await requirePerson(request);
  const words = wordsIn(language);
  const fields = await readFields(request, words);
  const { values, problems } = readNewOrganization(fields, words);
  if (problems) return data({ fields: { ...fields }, problems }, { status: 422 });
  const slug = await createOrganization(database(), person, values);
  if (slug === null) return data({ fields: withNewOnce(fields), problems: [{ field: "name", message: words.say("refusals:formUsed") }] }, { status: 422 });
  return redirect(wayBack(request) ?? paths.organization(slug), 303);
}

const NONE: FieldProblems = [];

export default function NewOrganization() {
  const { say } = useWords();
  const { once } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problems = refused?.problems ?? NONE;
  const fields: Record<string, string> = refused?.fields ?? {};
  const values = { name: fields["name"] ?? "", industry: fields["industry"] ?? null, sizeBand: fields["sizeBand"] ?? null, region: fields["region"] ?? null };
  const kindProblem = problems.find(({ field }) => field === "kind")?.message;
  return (
    <Page>
      {/* Not by `meta`, which does not know what an action found. */}
      <title>{`${problems.length > 0 ? say("frame:error", { message: say("organizations:newTitle") }) : say("organizations:newTitle")} · Pinhigh`}</title>
      <ErrorSummary problems={problems} />
      <h1 className="text-3xl">{say("organizations:newHeading")}</h1>
      <p className="measure mt-4">{say("organizations:newText")}</p>
      <p className="mt-2">
        <Link to={paths.importOrganization}>{say("privacy:importLink")}</Link>
      </p>
      <Form method="post" className="mt-8 flex flex-col gap-y-6">
        <input type="hidden" name="once" value={fields["once"] ?? once} />
        <NameField values={values} problems={problems} />
        <fieldset id="kind" aria-describedby={kindProblem ? "kind-error" : "kind-hint"}>
          <legend className="font-semibold">{say("organizations:kindLegend")}</legend>
          <p id="kind-hint" className="text-sm text-quiet">
            {say("organizations:kindStays")}
          </p>
          {kindProblem && (
            <p id="kind-error" className="border-l-4 border-alert pl-3 font-semibold text-alert">
              {say("frame:error", { message: kindProblem })}
            </p>
          )}
          {KINDS.map((kind) => (
            <Choice
              key={kind}
              id={`kind-${kind}`}
              type="radio"
              name="kind"
              value={kind}
              label={say(`organizations:kind_${kind}`)}
              checked={fields["kind"] === kind}
            />
          ))}
        </fieldset>
        <div className="border-t border-rule pt-6">
          <h2 className="text-xl">{say("organizations:forComparison")}</h2>
          <p className="measure mt-2">{say("organizations:forComparisonText")}</p>
        </div>
        <ComparisonFields values={values} problems={problems} />
        <p>
          <button type="submit" className="button">
            {say("organizations:make")}
          </button>
        </p>
      </Form>
    </Page>
  );
}
