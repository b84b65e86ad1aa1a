import { Form, Link } from "@remix-run/react";
import { CoreAssessments, FirstSteps } from "#app/components/organization/first-steps.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { firstSteps } from "#app/domain/cycles/first-steps.ts";
import type { WorkspaceFrame } from "#app/domain/tenancy/places.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { paths } from "#app/paths.ts";

type FirstRunProps = {
  frame: WorkspaceFrame;
  standing: { openCycles: { id: string; title: string; period: string }[]; cycles: number };
  core: { slug: string; title: string; minutes: number }[];
  /** The present quarter, which a cycle is opened for here. */
  period: string;
  may: { invite: boolean; run: boolean; answer: boolean };
};

/** The first page of an organisation in which nobody has answered yet: the next step to a first result, for whoever looks. */
export function FirstRun({ frame: { name, slug }, standing, core, period, may }: FirstRunProps) {
  const { say } = useWords();
  const { openCycles, cycles } = standing;
  const openCycle = openCycles[0];
  const [organization, assessment, answer] = firstSteps({ hasOrganization: true, hasCycle: cycles > 0, hasResult: false });
  const open = (choice: string, title: string) => (
    <Form method="post" action={organizationPaths.cycles(slug)}>
      <input type="hidden" name="assessment" value={choice} />
      <input type="hidden" name="period" value={period} />
      <button type="submit" className="button button-quiet" aria-label={say("cycles:openThisNamed", { title })}>
        {say("cycles:openThis")}
      </button>
    </Form>
  );
  return (
    <>
      <h1 className="max-w-[34ch] text-3xl">{say("workspace:homeEmpty", { name })}</h1>
      <p className="measure mt-4">{say("workspace:homeEmptyText", { name })}</p>
      <FirstSteps
        steps={[
          {
            title: say("cycles:organizationStep"),
            state: organization!,
            children: <p className="measure mt-1">{say("cycles:organizationStepDone", { name })}</p>,
          },
          {
            title: say("cycles:assessmentStep"),
            state: assessment!,
            children:
              cycles > 0 ? (
                <p className="measure mt-1">{openCycle ? say("cycles:assessmentStepDone", openCycle) : say("cycles:assessmentStepOver")}</p>
              ) : may.run ? (
                <>
                  <CoreAssessments assessments={core} action={open} />
                  <Link to={organizationPaths.cycles(slug)} className="inline-flex min-h-11 items-center">
                    {say("cycles:openAnother")}
                  </Link>
                </>
              ) : (
                <>
                  <p className="measure mt-1">{say("cycles:assessmentStepWaits", { name })}</p>
                  <Link to={paths.assessments} className="inline-flex min-h-11 items-center">
                    {say("cycles:seeAll")}
                  </Link>
                </>
              ),
          },
          {
            title: say(may.invite ? "cycles:answerStep" : "cycles:answerItStep"),
            state: answer!,
            children: (
              <>
                <p className="measure mt-1">{say(may.invite ? "cycles:answerStepText" : "cycles:answerItStepText")}</p>
                <p className="mt-2 flex flex-wrap items-center gap-x-6 gap-y-3">
                  {openCycle && (
                    <Link to={organizationPaths.cycle(slug, openCycle.id)} className="button">
                      {say(may.answer ? "cycles:answerYourself" : "cycles:goToCycle")}
                    </Link>
                  )}
                  {may.invite && (
                    <Link to={organizationPaths.invitations(slug)} className="button button-quiet">
                      {say("cycles:invite")}
                    </Link>
                  )}
                </p>
              </>
            ),
          },
        ]}
      />
    </>
  );
}
