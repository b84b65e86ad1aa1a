import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { RoadmapViews } from "#app/components/board/roadmap-views.tsx";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { Rich } from "#app/components/words/rich.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayDate, displayScore } from "#app/domain/report/display.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { ledgerPage } from "#app/services/ledger/ledger-page.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords } from "#app/services/words/words-in.server.ts";
import { KeptTable } from "./kept-table.tsx";

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "roadmap.view");
  return {
    words: pageWords(language, "workspace", "ledger", "board", "terms"),
    frame: workspaceFrame(access),
    ...(await ledgerPage(database(), access, language)),
  };
}

export default function Ledger() {
  const { say, language } = useWords();
  const { frame, rows, kept } = useLoaderData<typeof loader>();
  const { name, slug } = frame;
  const score = (value: number) => displayScore(value, language);
  const given = new Set(rows.map(({ promise }) => say("ledger:promisedOn", { day: displayDate(promise.on, language), scenario: promise.scenario })));
  // Said once where all of it was promised at once.
  const [givenOnce] = given.size === 1 ? given : [];
  return (
    <Workspace frame={frame}>
      <title>{say("workspace:pageTitle", { page: say("ledger:title"), name })}</title>
      <h1 className="max-w-[34ch] text-3xl">
        {rows.length === 0
          ? say("ledger:headingNone", { name })
          : kept === null
            ? say("ledger:headingWaits", { name })
            : say("ledger:heading", { realised: score(kept.realised), promised: score(kept.promised) })}
      </h1>
      <RoadmapViews slug={slug} current="ledger" />
      <p className="measure mt-4">{say(rows.length === 0 ? "ledger:none" : "ledger:text")}</p>
      {givenOnce !== undefined && <p className="measure mt-2 wrap-anywhere">{say("ledger:promisedAtOnce", { given: givenOnce })}</p>}
      {rows.length === 0 && (
        <p className="mt-6">
          <Link to={organizationPaths.scenarios(slug)} className="button">
            {say("ledger:toScenarios")}
          </Link>
        </p>
      )}
      {rows.length > 0 && (
        <div className="mt-8 overflow-x-auto" tabIndex={0} role="region" aria-label={say("ledger:table")}>
          <table className="figures max-w-[60rem] min-w-[44rem]">
            <caption className="sr-only">{say("ledger:table")}</caption>
            <thead>
              <tr>
                <th scope="col">{say("ledger:initiative")}</th>
                <th scope="col">{say("ledger:state")}</th>
                <th scope="col">{say("ledger:promised")}</th>
                <th scope="col">{say("ledger:realised")}</th>
                <th scope="col">{say("ledger:against")}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ id, title, state, promise, against, outcome }) => (
                <tr key={id}>
                  <th scope="row" className="max-w-[20rem] wrap-anywhere">
                    <Link to={organizationPaths.initiative(slug, id)} className="inline-block py-0.5">
                      {title}
                    </Link>
                    {outcome && outcome.items.length > 0 && (
                      <details className="font-normal">
                        <summary className="inline-flex min-h-11 items-center text-sm text-accent">
                          <Rich text={say("ledger:openItems", { title })} marks={{ title: (text) => <span className="sr-only">{text}</span> }} />
                        </summary>
                        <ul className="list-disc space-y-1 pb-2 pl-5 text-sm">
                          {outcome.items.map(({ key, question, from, to, now }) => (
                            <li key={key}>
                              {now === null
                                ? say("ledger:itemUnknown", { question, from: score(from), to: score(to) })
                                : say("ledger:itemLine", { question, from: score(from), to: score(to), now: score(now) })}
                            </li>
                          ))}
                        </ul>
                      </details>
                    )}
                  </th>
                  <td className="whitespace-nowrap">{say(`board:state_${state}`)}</td>
                  <td>
                    <span className="whitespace-nowrap">{say("ledger:points", { points: score(promise.points) })}</span>
                    {givenOnce === undefined && (
                      <span className="block text-sm text-quiet wrap-anywhere">
                        {say("ledger:promisedOn", { day: displayDate(promise.on, language), scenario: promise.scenario })}
                      </span>
                    )}
                  </td>
                  <td className="whitespace-nowrap">{outcome && outcome.points > 0 ? say("ledger:points", { points: score(outcome.realised) }) : ""}</td>
                  <td>
                    {outcome === null
                      ? say(state === "done" ? "ledger:waits" : "ledger:notDone")
                      : outcome.points === 0
                        ? say("ledger:notComparable")
                        : against.map(({ cycle, title: assessment, period }) => (
                            <Link key={cycle} to={organizationPaths.teamResult(slug, cycle)} className="block py-0.5">
                              {assessment}, {period}
                            </Link>
                          ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {kept && <KeptTable kept={kept} />}
    </Workspace>
  );
}
