import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { Choice } from "#app/components/forms/choice.tsx";
import { ErrorSummary } from "#app/components/forms/error-summary.tsx";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { Done } from "#app/components/ui/done.tsx";
import { useDays } from "#app/components/words/use-days.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { SUPPORT_TERMS } from "#app/domain/tenancy/support-terms.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { allowSupport } from "#app/services/tenancy/allow-support.server.ts";
import { readSupport } from "#app/services/tenancy/read-support.server.ts";
import { readSupportForm } from "#app/services/tenancy/read-support-form.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { revokeSupport } from "#app/services/tenancy/revoke-support.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "support.manage");
  const search = new URL(request.url).searchParams;
  const until = await readSupport(database(), access, new Date());
  return {
    words: pageWords(language, "workspace", "support"),
    frame: workspaceFrame(access),
    until: until?.toISOString() ?? null,
    done: (["granted", "revoked"] as const).find((name) => search.has(name)) ?? null,
  };
}

export async function action({ params, request, context: { language } }: ActionFunctionArgs) {
  const access = await requireAccess(request, params["org"], "support.manage");
  const words = wordsIn(language);
  const form = await readSupportForm(request, words);
  if (!form) return data({ problems: [{ field: "term-day", message: words.say("support:termMissing") }] }, { status: 422 });
  const now = new Date();
  const isGrant = form.intent === "grant";
  const outcome = isGrant ? await allowSupport(database(), access, form.term, now) : await revokeSupport(database(), access, now);
  if (outcome === "not-allowed") throw new Response("Forbidden", { status: 403 });
  return redirect(`${organizationPaths.support(access.organization.slug)}?${isGrant ? "granted" : "revoked"}=yes`, 303);
}

const NONE: never[] = [];

export default function Support() {
  const { say } = useWords();
  const { momentOf } = useDays();
  const { frame, until, done } = useLoaderData<typeof loader>();
  const problems = useActionData<typeof action>()?.problems ?? NONE;
  const { name, slug } = frame;
  const title = { page: say("workspace:support"), name };
  return (
    <Workspace frame={frame}>
      {/* Not by `meta`, which does not know what an action found. */}
      <title>{problems.length > 0 ? say("workspace:pageTitleError", title) : say("workspace:pageTitle", title)}</title>
      <ErrorSummary problems={problems} />
      {done && problems.length === 0 && <Done>{say(`support:${done}`)}</Done>}
      <h1 className="max-w-[34ch] text-3xl">{until ? say("support:openHeading", { name }) : say("support:closedHeading", { name })}</h1>
      <p className="measure mt-4">{until ? say("support:openText", { until: momentOf(until) }) : say("support:closedText", { name })}</p>
      {until && (
        <Form method="post" className="mt-6">
          <button type="submit" name="intent" value="revoke" className="button">
            {say("support:revoke")}
          </button>
        </Form>
      )}
      <section className="mt-10 border-t border-rule pt-6">
        <h2 className="text-xl">{until ? say("support:renewHeading") : say("support:grantHeading")}</h2>
        <p className="measure mt-2">{say("support:grantText")}</p>
        <Form method="post" className="mt-4">
          <fieldset aria-describedby={problems[0] ? "term-error" : undefined}>
            <legend className="font-semibold">{say("support:term")}</legend>
            {problems[0] && (
              <p id="term-error" className="border-l-4 border-alert pl-3 font-semibold text-alert">
                {say("frame:error", { message: problems[0].message })}
              </p>
            )}
            {SUPPORT_TERMS.map((term) => (
              <Choice key={term} id={`term-${term}`} type="radio" name="term" value={term} label={say(`support:term_${term}`)} checked={false} />
            ))}
          </fieldset>
          <button type="submit" name="intent" value="grant" className={`button mt-4 ${until ? "button-quiet" : ""}`}>
            {until ? say("support:renew") : say("support:grant")}
          </button>
        </Form>
      </section>
      <p className="mt-8">
        <Link to={organizationPaths.audit(slug)} className="inline-block py-1">
          {say("support:trail")}
        </Link>
      </p>
    </Workspace>
  );
}
