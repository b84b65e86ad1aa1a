import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { Conflict } from "#app/components/forms/conflict.tsx";
import { ErrorSummary } from "#app/components/forms/error-summary.tsx";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { Done } from "#app/components/ui/done.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { areEqual } from "#app/domain/agreement/role-weights.ts";
import { displayDateIn, displayMomentIn } from "#app/domain/report/display.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { changeCycle } from "#app/services/cycles/change-cycle.server.ts";
import { cyclePage } from "#app/services/cycles/cycle-page.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { installationSecret } from "#app/services/env/session-secret-instance.server.ts";
import { nudgeCycles, nudgeMail, nudgeResults } from "#app/services/jobs/jobs-instance.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";
import type { Say } from "#app/words/say.ts";
import { OwnAnswers } from "./own-answers.tsx";
import { Progress } from "./progress.tsx";
import { RunCycle } from "./run-cycle.tsx";
import { useFresh } from "./use-fresh.ts";

const DONE = ["opened", "planned", "closed", "reopened", "changed", "reminded", "added", "link", "unlinked", "series-ended"] as const;

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "cycles.view");
  const page = await cyclePage(database(), access, params["cycle"] ?? "", { secret: installationSecret(), now: new Date(), language });
  if (!page) throw new Response("Not found", { status: 404 });
  const search = new URL(request.url).searchParams;
  return {
    words: pageWords(language, "workspace", "organizations", "people", "cycles"),
    frame: workspaceFrame(access),
    ...page,
    done: DONE.find((name) => name === search.get("done")) ?? null,
    people: /^\d{1,6}$/.test(search.get("people") ?? "") ? Number(search.get("people")) : null,
  };
}

export async function action({ params, request, context: { language } }: ActionFunctionArgs) {
  // Whoever may come in at all may have one of the intents open to them.
  const access = await requireAccess(request, params["org"], "cycles.view");
  const given = { secret: installationSecret(), language, now: new Date() };
  const { next, refused } = await changeCycle(database(), access, params["cycle"] ?? "", request, given, wordsIn(language));
  if (refused) return data(refused, { status: refused.status });
  nudgeMail();
  nudgeCycles();
  nudgeResults();
  return redirect(next, 303);
}

const NONE: never[] = [];

/** @param people null where their number is not said */
function doneInWords(done: (typeof DONE)[number], people: number | null, say: Say): string {
  if (done === "reminded") return people === null ? say("cycles:done_remindedUnsaid") : say("cycles:done_reminded", { count: people });
  return done === "added" ? say("cycles:done_added", { count: people ?? 0 }) : say(`cycles:done_${done}`);
}

export default function CyclePage() {
  const { say, language } = useWords();
  const { frame, cycle, running, may, done, people } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  useFresh(cycle.state === "open");
  const { name, slug } = frame;
  const { title, period, openedAt, openedBy, opensAt, closesAt, closedAt, state, timeZone, isAnonymous, roleWeights, reopenedReason, progress } = cycle;
  const inWords = (moment: string) => displayMomentIn(moment, timeZone, language);
  const inDays = (moment: string) => displayDateIn(moment, timeZone, language);
  const how = state === "planned" ? "cycles:plannedOn" : opensAt === null ? "cycles:openedOn" : "cycles:openedByItself";
  const shown = { page: say("cycles:cycleTitle", { title, period }), name };
  const problems = refused?.problems ?? NONE;
  return (
    <Workspace frame={frame}>
      <title>{refused ? say("workspace:pageTitleError", shown) : say("workspace:pageTitle", shown)}</title>
      <ErrorSummary problems={problems} />
      {refused?.differences && <Conflict rows={refused.differences} form={refused.fields["intent"] ?? ""} back={organizationPaths.cycle(slug, cycle.id)} />}
      {done && !refused && <Done>{doneInWords(done, people, say)}</Done>}
      <h1 className="max-w-[34ch] text-3xl">{say("cycles:cycleTitle", { title, period })}</h1>
      <p className="measure mt-4 text-quiet">{say(how, { day: inDays(openedAt), opened: inDays(opensAt ?? openedAt), person: openedBy || name })}</p>
      {state === "planned" && opensAt && <p className="measure mt-2">{say("cycles:isPlanned", { moment: inWords(opensAt) })}</p>}
      {state === "open" && closesAt && <p className="measure mt-2">{say("cycles:closesOn", { moment: inWords(closesAt) })}</p>}
      {closedAt && <p className="measure mt-2">{say("cycles:isClosed", { day: displayDateIn(closedAt, timeZone, language) })}</p>}
      {reopenedReason && <p className="measure mt-2">{say("cycles:reopenedFor", { reason: reopenedReason })}</p>}
      <p className="measure mt-2">{say(isAnonymous ? "cycles:isAnonymous" : "cycles:isNamed")}</p>
      {!areEqual(roleWeights) && <p className="measure mt-2">{say("cycles:weightsDeclared", roleWeights)}</p>}
      <OwnAnswers slug={slug} cycle={cycle} mayAnswer={may.answer} />
      {progress && (
        <Progress {...progress} isAnonymous={isAnonymous} answeredBy={running?.answeredBy ?? null}>
          {may.invite && progress.counts.asked <= 1 && <p className="measure mt-2">{say("cycles:nobodyYet")}</p>}
          <p className="mt-2 flex flex-wrap gap-x-6">
            {may.invite && (
              <Link to={organizationPaths.invitations(slug)} className="inline-flex min-h-11 items-center">
                {say("cycles:invite")}
              </Link>
            )}
            {may.seeResults && (
              <Link
                to={closedAt ? organizationPaths.teamResult(slug, cycle.id) : organizationPaths.organizationResults(slug)}
                className="inline-flex min-h-11 items-center"
              >
                {say(closedAt ? "cycles:seeTeamResult" : "cycles:seeResults")}
              </Link>
            )}
          </p>
        </Progress>
      )}
      {running && may.run && <RunCycle cycle={cycle} running={running} fields={refused?.fields ?? {}} problems={problems} />}
    </Workspace>
  );
}
