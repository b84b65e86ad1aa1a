import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { ClaimedAndShown } from "#app/components/evidence/claimed-and-shown.tsx";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { UnbrokenPeriods } from "#app/components/ui/unbroken-periods.tsx";
import { useDays } from "#app/components/words/use-days.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { can } from "#app/domain/access/can.ts";
import { displayScore } from "#app/domain/report/display.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { assessmentTitle } from "#app/services/content/assessment-title.server.ts";
import { requireAssessment } from "#app/services/content/require-assessment.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { readAuditList } from "#app/services/evidence/read-audit-list.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords } from "#app/services/words/words-in.server.ts";

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "evidence.view");
  const { slug } = requireAssessment(params["slug"], language).definition;
  const list = await readAuditList(database(), access, slug, new Date().toISOString().slice(0, 10), language);
  return {
    words: pageWords(language, "workspace", "evidence"),
    frame: workspaceFrame(access),
    assessment: { slug, title: assessmentTitle(slug, language) },
    list: list && { ...list, basis: list.basis.kind === "cycle" ? list.basis : { ...list.basis, submittedAt: list.basis.submittedAt.toISOString() } },
    mayAdd: access.organization.eraseAfter === null && can(access.actor, "evidence.edit"),
  };
}

export default function EvidenceAudit() {
  const { say } = useWords();
  const { dayOf } = useDays();
  const { frame, assessment, list } = useLoaderData<typeof loader>();
  const { slug, name } = frame;
  const { title } = assessment;
  const heading =
    list === null
      ? say("evidence:auditNone", { title })
      : list.lines.length === 0
        ? say("evidence:auditAllShown", { title })
        : say("evidence:auditHeading", { count: list.lines.length, title });
  return (
    <Workspace frame={frame}>
      <title>{say("workspace:pageTitle", { page: say("evidence:auditPage"), name })}</title>
      <p className="mb-2 text-sm">
        <Link to={organizationPaths.evidence(slug)} className="inline-block py-1">
          {say("evidence:all")}
        </Link>
      </p>
      <h1 className="max-w-[34ch] text-3xl">{heading}</h1>
      {list === null ? (
        <>
          <p className="measure mt-4">{say("evidence:auditNoneText")}</p>
          <p className="mt-6">
            <Link to={organizationPaths.cycles(slug)} className="button">
              {say("evidence:toCycles")}
            </Link>
          </p>
        </>
      ) : (
        <>
          <p className="measure mt-4 text-quiet">
            <UnbrokenPeriods
              text={
                list.basis.kind === "cycle"
                  ? say("evidence:auditBasisCycle", { count: list.basis.count, period: list.basis.period })
                  : say("evidence:auditBasisResult", { day: dayOf(list.basis.submittedAt) })
              }
            />
          </p>
          <p className="measure mt-4">{say("evidence:claimedText")}</p>
          {list.claimed === null || list.evidenced === null || list.distance === null ? (
            <p className="measure mt-4">{say("evidence:noScore")}</p>
          ) : (
            <ClaimedAndShown claimed={list.claimed} evidenced={list.evidenced} distance={list.distance} />
          )}
          {list.lines.length > 0 && <AuditTable />}
        </>
      )}
    </Workspace>
  );
}

function AuditTable() {
  const { say, language } = useWords();
  const { frame, assessment, list, mayAdd } = useLoaderData<typeof loader>();
  return (
    <div className="mt-8 overflow-x-auto" tabIndex={0} role="region" aria-label={say("evidence:auditTable")}>
      <table className="figures min-w-[30rem]">
        <caption className="sr-only">{say("evidence:auditTable")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("evidence:question")}</th>
            <th scope="col">{say("evidence:wouldAdd")}</th>
            <th scope="col">{say("evidence:whatToDo")}</th>
          </tr>
        </thead>
        <tbody>
          {list!.lines.map(({ item, question, wouldShow, points, hasExpired }) => (
            <tr key={item}>
              <th scope="row" className="min-w-56 wrap-anywhere">
                {question}
                <span className="block text-xs font-normal text-quiet">{say("evidence:wouldShow", { evidence: wouldShow })}</span>
              </th>
              <td className="whitespace-nowrap">
                {points > 0 ? say("evidence:pointsAdded", { points: displayScore(points, language) }) : say("evidence:addsNothing")}
              </td>
              <td>
                {hasExpired && <strong className="block">{say("evidence:renew")}</strong>}
                {mayAdd && (
                  <Link
                    to={organizationPaths.newEvidenceFor(frame.slug, assessment.slug, item)}
                    aria-label={say("evidence:addForQuestion", { question })}
                    className="inline-block py-1"
                  >
                    {say("evidence:addFor")}
                  </Link>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
