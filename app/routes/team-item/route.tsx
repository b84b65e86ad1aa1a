import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { Conflict } from "#app/components/forms/conflict.tsx";
import { ErrorSummary } from "#app/components/forms/error-summary.tsx";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { CONSENSUS_FORM, ConsensusForm } from "#app/components/team/consensus-form.tsx";
import { Distribution } from "#app/components/team/distribution.tsx";
import { ItemEvidence } from "#app/components/team/item-evidence.tsx";
import { TeamNotes } from "#app/components/team/team-notes.tsx";
import { Done } from "#app/components/ui/done.tsx";
import { useDays } from "#app/components/words/use-days.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { can } from "#app/domain/access/can.ts";
import { isAgreed } from "#app/domain/agreement/consensus.ts";
import { readPage } from "#app/domain/cycles/list-query.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { evidenceOfItem } from "#app/services/evidence/item-evidence.server.ts";
import { changeConsensus } from "#app/services/results/change-consensus.server.ts";
import { readTeamItem } from "#app/services/results/read-team-item.server.ts";
import { teamItemPage } from "#app/services/results/team-item-page.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "results.view");
  const { searchParams } = new URL(request.url);
  const page = readPage(searchParams);
  const found = await readTeamItem(database(), access, { cycleId: params["cycle"] ?? "", itemId: params["item"] ?? "", page }, context.language);
  if (!found) throw new Response("Not found", { status: 404 });
  const done = searchParams.get("done");
  return {
    words: { ...pageWords(context.language, "workspace"), ...pageWords(found.language, "team", "terms", "taking", "kinds", "organizations", "people") },
    language: found.language,
    frame: workspaceFrame(access),
    ...teamItemPage(found),
    page,
    evidence: await evidenceOfItem(database(), access, { slug: found.cycle.slug, item: found.item.id }, new Date()),
    addEvidence: can(access.actor, "evidence.edit") ? organizationPaths.newEvidenceFor(access.organization.slug, found.cycle.slug, found.item.id) : null,
    mayAgree: can(access.actor, "cycles.run") && found.cycle.closedAt !== null && access.organization.eraseAfter === null,
    done: (["saved", "withdrawn"] as const).find((name) => name === done) ?? null,
  };
}

export async function action({ params, request, context: { language } }: ActionFunctionArgs) {
  const access = await requireAccess(request, params["org"], "cycles.run");
  const of = { cycleId: params["cycle"] ?? "", itemId: params["item"] ?? "" };
  const outcome = await changeConsensus(database(), access, of, request, { words: wordsIn(language), now: new Date() });
  return "next" in outcome ? redirect(outcome.next, 303) : data(outcome.refused, { status: outcome.status });
}

const NONE: { field: string; message: string }[] = [];

export default function TeamItemPage() {
  const { say } = useWords();
  const { dayOf } = useDays();
  const { frame, cycle, item, figures, respondents, question, agreed, revision, notes, page, evidence, addEvidence, mayAgree, done } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problems = refused?.problems ?? NONE;
  const { slug, name } = frame;
  const { id, period } = cycle;
  const here = organizationPaths.teamItem(slug, id, item.id);
  const shown = refused ? { ...question, ...refused.entered } : question;
  const title = { page: say("team:itemTitle", { number: item.number, title: cycle.shortTitle, period }), name };
  return (
    <Workspace frame={frame}>
      {/* Not by `meta`, which does not know what an action found. */}
      <title>{problems.length > 0 ? say("workspace:pageTitleError", title) : say("workspace:pageTitle", title)}</title>
      <ErrorSummary problems={problems} />
      {refused?.differences && <Conflict rows={refused.differences} form={CONSENSUS_FORM} back={here} />}
      {done && !refused && <Done>{say(`team:${done}`)}</Done>}
      <p className="no-print mb-2 text-sm">
        <Link to={organizationPaths.teamResult(slug, id)} className="inline-block py-1">
          {say("team:toResult")}
        </Link>
      </p>
      <p className="mb-2 text-sm text-quiet">{say("team:itemOf", { period, part: cycle.part, number: item.number })}</p>
      <h1 className="max-w-[34ch] text-3xl">{item.text}</h1>
      {figures && (
        <section className="mt-8 border-t border-rule pt-6">
          <h2 className="text-xl">{say("team:distribution")}</h2>
          <Distribution figures={figures} item={item} respondents={respondents} />
        </section>
      )}
      <section className="mt-10 border-t border-rule pt-6">
        <h2 className="text-xl">{say("team:agreedHeading")}</h2>
        <p className="measure mt-2 text-quiet">{say("team:agreedText")}</p>
        {agreed ? (
          <div className="measure mt-4 border-l-4 border-accent pl-3">
            <p className="font-semibold">{say("team:agreedAnswer", { answer: agreed.answer })}</p>
            <bdi className="block whitespace-pre-line">{agreed.reason}</bdi>
            <p className="text-sm text-quiet">{say("team:agreedBy", { person: agreed.setBy, day: dayOf(agreed.setAt) })}</p>
          </div>
        ) : (
          <p className="measure mt-4">{say("team:agreedNothing")}</p>
        )}
        {mayAgree && (
          <ConsensusForm
            key={refused ? "refused" : revision}
            question={shown}
            reason={refused?.entered.reason ?? agreed?.reason ?? ""}
            revision={refused?.entered.revision ?? revision}
            problems={problems}
            isAgreed={isAgreed(question.answer)}
          />
        )}
      </section>
      {evidence && <ItemEvidence pieces={evidence} slug={slug} add={addEvidence} />}
      <TeamNotes notes={notes} isShown={cycle.isShown} isAnonymous={cycle.isAnonymous} page={page} to={(other) => `${here}?page=${other}`} />
    </Workspace>
  );
}
