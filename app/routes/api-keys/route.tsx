import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { Choice } from "#app/components/forms/choice.tsx";
import { ErrorSummary } from "#app/components/forms/error-summary.tsx";
import { TextField } from "#app/components/forms/text-field.tsx";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { Done } from "#app/components/ui/done.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { KEY_SCOPES, LONGEST_KEY_NAME } from "#app/domain/access/key-form.ts";
import type { FieldProblems } from "#app/domain/tenancy/organization-form.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { paths } from "#app/paths.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { installationSecret } from "#app/services/env/session-secret-instance.server.ts";
import { changeKeys } from "#app/services/keys/change-keys.server.ts";
import { listKeys } from "#app/services/keys/list-keys.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";
import { KeyTable } from "./key-table.tsx";

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "keys.manage");
  const keys = await listKeys(database(), access);
  return {
    words: pageWords(language, "workspace", "apiKeys"),
    frame: workspaceFrame(access),
    keys: keys.map(({ createdAt, lastUsedOn, revokedAt, ...key }) => ({
      ...key,
      ...{ createdAt: createdAt.toISOString(), lastUsedOn: lastUsedOn?.toISOString() ?? null, revokedAt: revokedAt?.toISOString() ?? null },
    })),
    once: randomUUID(),
    mayMake: access.organization.eraseAfter === null,
    isRevoked: new URL(request.url).searchParams.has("revoked"),
  };
}

export async function action({ params, request, context: { language } }: ActionFunctionArgs) {
  const access = await requireAccess(request, params["org"], "keys.manage");
  const outcome = await changeKeys(database(), access, request, { now: new Date(), secret: installationSecret() }, wordsIn(language));
  if ("revoked" in outcome) return redirect(`${organizationPaths.apiKeys(access.organization.slug)}?revoked=yes`, 303);
  const open = { problems: [] as FieldProblems, fields: {} as Record<string, string>, made: null };
  return data({ ...open, ...outcome }, { status: "made" in outcome ? 200 : 422 });
}

const NONE: FieldProblems = [];

export default function ApiKeys() {
  const { say } = useWords();
  const { frame, keys, once, mayMake, isRevoked } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const problems = outcome?.problems ?? NONE;
  const fields: Record<string, string> = outcome?.fields ?? {};
  const title = { page: say("workspace:api"), name: frame.name };
  return (
    <Workspace frame={frame}>
      {/* Not by `meta`, which does not know what an action found. */}
      <title>{problems.length > 0 ? say("workspace:pageTitleError", title) : say("workspace:pageTitle", title)}</title>
      <ErrorSummary problems={problems} />
      {isRevoked && !outcome && <Done>{say("apiKeys:revoked")}</Done>}
      {outcome?.made && (
        <div role="status" className="mb-6 border-l-4 border-accent py-1 pl-4">
          <p className="measure font-semibold">{say("apiKeys:made")}</p>
          <p className="mt-2 font-mono wrap-anywhere select-all">{outcome.made}</p>
        </div>
      )}
      <h1 className="max-w-[34ch] text-3xl">{say("apiKeys:heading", { name: frame.name })}</h1>
      <p className="measure mt-4">{say("apiKeys:text")}</p>
      <p className="mt-2">
        <Link to={paths.apiDocs} className="inline-flex min-h-11 items-center">
          {say("apiKeys:docs")}
        </Link>
      </p>
      {keys.length === 0 ? <p className="mt-4">{say("apiKeys:none")}</p> : <KeyTable keys={keys} />}
      {mayMake && (
        <section className="mt-10 border-t border-rule pt-6">
          <h2 className="text-xl">{say("apiKeys:makeHeading")}</h2>
          {/* Anew once one was made, so that the fields are empty again. */}
          <Form key={keys.length} method="post">
            <input type="hidden" name="once" value={fields["once"] ?? once} />
            <TextField
              name="name"
              label={say("apiKeys:name")}
              hint={say("apiKeys:nameHint")}
              autoComplete="off"
              value={fields["name"]}
              problems={problems}
              maxLength={LONGEST_KEY_NAME}
            />
            <fieldset id="scope" className="mt-5">
              <legend className="font-semibold">{say("apiKeys:scope")}</legend>
              {KEY_SCOPES.map((scope) => (
                <Choice
                  key={scope}
                  id={`scope-${scope}`}
                  type="radio"
                  name="scope"
                  value={scope}
                  label={say(`apiKeys:scope_${scope}`)}
                  checked={(fields["scope"] ?? "read") === scope}
                />
              ))}
            </fieldset>
            <button type="submit" name="intent" value="make" className="button mt-5">
              {say("apiKeys:make")}
            </button>
          </Form>
        </section>
      )}
    </Workspace>
  );
}
