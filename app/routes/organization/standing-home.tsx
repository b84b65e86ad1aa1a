import { Link } from "@remix-run/react";
import { DueList } from "#app/components/organization/due-list.tsx";
import { StandingLine } from "#app/components/organization/standing-line.tsx";
import { useDays } from "#app/components/words/use-days.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayScore } from "#app/domain/report/display.ts";
import type { NextStep as Step } from "#app/domain/organization-home/next-step.ts";
import type { WorkspaceFrame } from "#app/domain/tenancy/places.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import type { Home } from "#app/services/home/read-home.server.ts";

/** Where an organisation stands, what changed, what is due and what to do next: one screen. */
export function StandingHome({ frame: { name, slug }, home }: { frame: WorkspaceFrame; home: Home }) {
  const { say, language } = useWords();
  const { dayOf } = useDays();
  const { lines, changes, isKnown, due, step, tooSmall } = home;
  const [only] = lines;
  const heading =
    only !== undefined && lines.length === 1
      ? say("standing:headingOne", { name, score: displayScore(only.mean, language) })
      : say("standing:heading", { name });
  return (
    <>
      <h1 className="max-w-[34ch] text-3xl">{heading}</h1>
      {only === undefined && <p className="measure mt-2">{say("standing:noneText")}</p>}
      {tooSmall && only === undefined && <p className="measure mt-2">{say("standing:tooSmall", tooSmall)}</p>}
      <NextStep slug={slug} step={step} />
      {lines.map((line) => (
        <StandingLine key={line.slug} slug={slug} line={line} />
      ))}
      <div className="mt-6 grid gap-x-12 gap-y-6 border-t border-rule pt-4 md:grid-cols-2">
        <section>
          <h2 className="text-xl">{say("standing:changed")}</h2>
          {changes.length > 0 ? (
            <ul className="mt-2 space-y-2">
              {changes.map((change, index) => (
                <li key={`${change.title} ${change.sentence}`}>
                  {lines.length > 1 && change.title !== changes[index - 1]?.title && <span className="block text-sm text-quiet">{change.title}</span>}
                  {change.sentence}
                </li>
              ))}
            </ul>
          ) : (
            <p className="mt-2">{say(isKnown ? "standing:changedNothing" : "standing:changedUnknown")}</p>
          )}
          {isKnown && (
            <Link to={organizationPaths.trends(slug)} className="inline-flex min-h-11 items-center">
              {say("standing:toTrends")}
            </Link>
          )}
        </section>
        <section>
          <h2 className="text-xl">{say("standing:due")}</h2>
          <DueList slug={slug} due={due} />
        </section>
      </div>
      {only !== undefined && (
        <p className="mt-4">
          <Link to={organizationPaths.summary(slug)} className="inline-flex min-h-11 items-center">
            {say("standing:toSummary")}
          </Link>
        </p>
      )}
    </>
  );

  function NextStep({ slug: at, step: next }: { slug: string; step: Step }) {
    const { title, why, to } = saidOf(next, at);
    return (
      <section className="mt-4 border-l-4 border-accent py-1 pl-4">
        <h2 className="text-sm font-semibold text-quiet">{say("standing:next")}</h2>
        <p className="font-serif text-lg font-semibold wrap-anywhere">{to === null ? title : <Link to={to}>{title}</Link>}</p>
        <p className="measure">{why}</p>
      </section>
    );
  }

  function saidOf(next: Step, at: string): { title: string; why: string; to: string | null } {
    switch (next.kind) {
      case "answer":
        return { title: say("standing:step_answer", next.cycle), why: say("standing:why_answer"), to: organizationPaths.cycle(at, next.cycle.id) };
      case "invite":
        return {
          title: say("standing:step_invite", { count: next.needed, title: next.cycle.title }),
          why: say("standing:why_invite"),
          to: organizationPaths.cycle(at, next.cycle.id),
        };
      case "remind":
        return {
          title: say("standing:step_remind", next.cycle),
          why: say("standing:why_remind", { ...next.cycle, day: dayOf(next.cycle.closesAt!) }),
          to: organizationPaths.cycle(at, next.cycle.id),
        };
      case "discuss":
        return { title: say("standing:step_discuss"), why: say("standing:why_discuss", next), to: organizationPaths.teamResult(at, next.cycleId) };
      case "catch_up":
        return { title: say("standing:step_catch_up", next), why: say("standing:why_catch_up"), to: organizationPaths.roadmap(at) };
      case "measure":
        return { title: say("standing:step_measure", next), why: say("standing:why_measure"), to: organizationPaths.leaps(at) };
      case "adopt":
        return { title: say("standing:step_adopt", next), why: say("standing:why_adopt"), to: organizationPaths.scenarios(at) };
      case "plan":
        return { title: say("standing:step_plan", next), why: say("standing:why_plan"), to: organizationPaths.roadmap(at) };
      case "renew":
        return { title: say("standing:step_renew", next), why: say("standing:why_renew"), to: organizationPaths.evidence(at) };
      case "read_kpis":
        return { title: say("standing:step_read", next), why: say("standing:why_read"), to: organizationPaths.kpis(at) };
      case "open":
        return { title: say("standing:step_open", next), why: say("standing:why_open", next), to: organizationPaths.cycles(at) };
      case "wait":
        return { title: say("standing:step_wait", next.cycle), why: say("standing:why_wait", next.cycle), to: organizationPaths.cycle(at, next.cycle.id) };
      case "nothing":
        return { title: say("standing:step_nothing"), why: say("standing:why_nothing"), to: null };
    }
  }
}
