import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { Done } from "#app/components/ui/done.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { can } from "#app/domain/access/can.ts";
import { displayDate } from "#app/domain/report/display.ts";
import { paths } from "#app/paths.ts";
import { assessmentTitle } from "#app/services/content/assessment-title.server.ts";
import { changeCycle } from "#app/services/cycles/change-cycle.server.ts";
import { readCycle } from "#app/services/cycles/read-cycle.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { installationSecret } from "#app/services/env/session-secret-instance.server.ts";
import { nudgeMail, nudgeResults } from "#app/services/jobs/jobs-instance.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "cycles.view");
  const cycle = await readCycle(database(), access, params["cycle"] ?? "");
  if (!cycle) throw new Response("Not found", { status: 404 });
  const { actor, organization } = access;
  const isOpen = cycle.closedAt === null && organization.eraseAfter === null;
  const done = new URL(request.url).searchParams.get("done");
  return {
    words: pageWords(language, "workspace", "cycles"),
    frame: workspaceFrame(access),
    cycle: { ...cycle, title: assessmentTitle(cycle.slug, language), openedAt: cycle.openedAt.toISOString(), closedAt: cycle.closedAt?.toISOString() ?? null },
    may: {
      answer: isOpen && can(actor, "cycles.respond"),
      close: isOpen && can(actor, "cycles.run"),
      invite: isOpen && can(actor, "members.manage"),
      seeResults: can(actor, "results.view"),
    },
    done: (["opened", "closed"] as const).find((name) => name === done) ?? null,
  };
}

export async function action({ params, request, context: { language } }: ActionFunctionArgs) {
  // Whoever may come in at all may have one of the two intents open to them.
  const access = await requireAccess(request, params["org"], "cycles.view");
  const given = { secret: installationSecret(), language, now: new Date() };
  const next = await changeCycle(database(), access, params["cycle"] ?? "", request, given, wordsIn(language));
  nudgeMail();
  nudgeResults();
  return redirect(next, 303);
}

export default function CyclePage() {
  const { say, language } = useWords();
  const { frame, cycle, may, done } = useLoaderData<typeof loader>();
  const { name, slug } = frame;
  const { title, period, openedAt, openedBy, closedAt, counts } = cycle;
  return (
    <Workspace frame={frame}>
      <title>{say("workspace:pageTitle", { page: say("cycles:cycleTitle", { title, period }), name })}</title>
      {done === "opened" && !closedAt && <Done>{say("cycles:done_opened")}</Done>}
      {done === "closed" && closedAt && <Done>{say("cycles:done_closed")}</Done>}
      <h1 className="max-w-[34ch] text-3xl">{say("cycles:cycleTitle", { title, period })}</h1>
      <p className="measure mt-4 text-quiet">{say("cycles:openedOn", { day: displayDate(openedAt, language), person: openedBy })}</p>
      {closedAt && <p className="measure mt-4">{say("cycles:isClosed", { day: displayDate(closedAt, language) })}</p>}
      <OwnAnswers />
      {counts && (
        <section className="mt-10 border-t border-rule pt-6">
          <h2 className="text-xl">{say("cycles:answers")}</h2>
          <p className="measure mt-2">
            <strong className="tabular-nums">{say("cycles:counts", counts)}</strong> {say("cycles:countsOnly")}
          </p>
          {may.invite && counts.asked <= 1 && <p className="measure mt-2">{say("cycles:nobodyYet")}</p>}
          <p className="mt-2 flex flex-wrap gap-x-6">
            {may.invite && (
              <Link to={paths.invitations(slug)} className="inline-flex min-h-11 items-center">
                {say("cycles:invite")}
              </Link>
            )}
            {may.seeResults && (
              <Link to={closedAt ? paths.teamResult(slug, cycle.id) : paths.organizationResults(slug)} className="inline-flex min-h-11 items-center">
                {say(closedAt ? "cycles:seeTeamResult" : "cycles:seeResults")}
              </Link>
            )}
          </p>
        </section>
      )}
      {may.close && (
        <details className="mt-10 border-t border-rule pt-6">
          <summary className="inline-flex min-h-11 items-center text-accent">{say("cycles:close")}</summary>
          <p className="measure mt-2">{say("cycles:closeText")}</p>
          <Form method="post" className="mt-4">
            <button type="submit" name="intent" value="close" className="button button-quiet">
              {say("cycles:closeIt")}
            </button>
          </Form>
        </details>
      )}
    </Workspace>
  );
}

/** What whoever looks has answered, and the way to go on. */
function OwnAnswers() {
  const { say } = useWords();
  const { frame, cycle, may } = useLoaderData<typeof loader>();
  const { own, closedAt } = cycle;
  if (!may.answer && !own) return null;
  return (
    <section className="mt-10 border-t border-rule pt-6">
      <h2 className="text-xl">{say("cycles:yourAnswers")}</h2>
      {own?.isSubmitted ? (
        <>
          <p className="measure mt-2">{say("cycles:submitted")}</p>
          <Link to={paths.organizationResult(frame.slug, own.responseId)} className="inline-flex min-h-11 items-center">
            {say("cycles:seeYourResult")}
          </Link>
        </>
      ) : may.answer ? (
        <>
          <p className="measure mt-2">{say("cycles:answerText")}</p>
          <Form method="post" className="mt-4">
            <button type="submit" name="intent" value="answer" className="button">
              {say(own ? "cycles:goOn" : "cycles:answerNow")}
            </button>
          </Form>
        </>
      ) : (
        closedAt && <p className="measure mt-2">{say("cycles:notSubmitted")}</p>
      )}
    </section>
  );
}
