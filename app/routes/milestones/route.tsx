import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { Conflict } from "#app/components/forms/conflict.tsx";
import { ErrorSummary } from "#app/components/forms/error-summary.tsx";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { Done } from "#app/components/ui/done.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { can } from "#app/domain/access/can.ts";
import { displayDate } from "#app/domain/report/display.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { changeMilestones } from "#app/services/milestones/change-milestones.server.ts";
import { initiativeChoices, initiativeTitle } from "#app/services/milestones/initiative-choices.server.ts";
import { listMilestones } from "#app/services/milestones/list-milestones.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";
import { MilestoneForm } from "./milestone-form.tsx";

const DONE = ["added", "changed", "restored"] as const;

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "results.view");
  const query = new URL(request.url).searchParams;
  const milestones = await listMilestones(database(), access);
  const mayEdit = access.organization.eraseAfter === null && can(access.actor, "cycles.run");
  return {
    words: pageWords(language, "workspace", "organizations", "milestones", "terms"),
    frame: workspaceFrame(access),
    milestones: milestones.map((milestone) => ({ ...milestone, initiativeTitle: milestone.initiative && initiativeTitle(milestone.initiative, language) })),
    mayEdit,
    choices: mayEdit ? initiativeChoices(language) : [],
    editing: mayEdit ? (milestones.find(({ id }) => id === query.get("edit")) ?? null) : null,
    once: randomUUID(),
    done: DONE.find((name) => name === query.get("done")) ?? null,
  };
}

export async function action({ params, request, context: { language } }: ActionFunctionArgs) {
  const access = await requireAccess(request, params["org"], "cycles.run");
  const outcome = await changeMilestones(database(), access, request, new Date(), wordsIn(language));
  if (outcome.kind === "done") return redirect(`${organizationPaths.milestones(access.organization.slug)}?done=${outcome.done}`, 303);
  if (outcome.kind === "removed") return data({ ...outcome, problems: NONE, differences: null, entered: null });
  return data({ ...outcome, was: null }, { status: outcome.differences ? 409 : 422 });
}

const NONE: { field: string; message: string }[] = [];

export default function Milestones() {
  const { say, language } = useWords();
  const { frame, milestones, mayEdit, choices, editing, once, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { name, slug } = frame;
  const entered: Record<string, string> | null = answer?.entered ?? null;
  const changed = entered?.["intent"] === "change" ? { id: entered["id"] ?? "", revision: entered["revision"] ?? "", title: entered["title"] ?? "" } : editing;
  const title = { page: say("milestones:title"), name };
  return (
    <Workspace frame={frame}>
      {/* Not by `meta`, which does not know what an action found. */}
      <title>{entered ? say("workspace:pageTitleError", title) : say("workspace:pageTitle", title)}</title>
      <ErrorSummary problems={answer?.problems ?? NONE} />
      {answer?.differences && <Conflict rows={answer.differences} form="milestone" back={organizationPaths.milestone(slug, changed?.id ?? "")} />}
      {answer?.was && (
        <Form method="post" className="mb-6 flex flex-wrap items-center gap-x-6 border-l-4 border-accent py-1 pl-4">
          <p role="status">{say("milestones:done_removed", { title: answer.was.title })}</p>
          {(["id", "on", "title"] as const).map((field) => (
            <input key={field} type="hidden" name={field} value={answer.was[field]} />
          ))}
          <input type="hidden" name="initiative" value={answer.was.initiative ?? ""} />
          <button type="submit" name="intent" value="restore" className="button-plain">
            {say("milestones:undo")}
          </button>
        </Form>
      )}
      {done && !answer && <Done>{say(`milestones:done_${done}`)}</Done>}
      <h1 className="max-w-[34ch] text-3xl">
        {milestones.length === 0 ? say("milestones:none", { name }) : say("milestones:heading", { count: milestones.length, name })}
      </h1>
      <p className="measure mt-4">{say("milestones:text")}</p>
      <p className="mt-2">
        <Link to={organizationPaths.trends(slug)} className="inline-flex min-h-11 items-center">
          {say("milestones:toTrends")}
        </Link>
      </p>
      {milestones.length > 0 && (
        <div className="mt-4 overflow-x-auto" tabIndex={0} role="region" aria-label={say("milestones:table")}>
          <table className="figures max-w-[48rem] min-w-[30rem]">
            <caption className="sr-only">{say("milestones:table")}</caption>
            <thead>
              <tr>
                <th scope="col">{say("milestones:day")}</th>
                <th scope="col">{say("milestones:what")}</th>
                <th scope="col">{say("milestones:addedBy")}</th>
                {mayEdit && <th scope="col">{say("milestones:change")}</th>}
              </tr>
            </thead>
            <tbody>
              {milestones.map(({ id, on, title: what, initiativeTitle: initiative, addedBy }) => (
                <tr key={id}>
                  <td className="whitespace-nowrap">{displayDate(on, language)}</td>
                  <th scope="row" className="wrap-anywhere">
                    {what}
                    {initiative !== null && <span className="block font-normal text-quiet">{say("milestones:ofInitiative", { title: initiative })}</span>}
                  </th>
                  <td className="wrap-anywhere">{addedBy}</td>
                  {mayEdit && (
                    <td>
                      <Link
                        to={organizationPaths.milestone(slug, id)}
                        className="inline-block py-0.5"
                        aria-label={say("milestones:changeNamed", { title: what })}
                      >
                        {say("milestones:change")}
                      </Link>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {mayEdit && (
        <MilestoneForm slug={slug} editing={changed} saved={editing} once={once} choices={choices} entered={entered} problems={answer?.problems ?? NONE} />
      )}
    </Workspace>
  );
}
