import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { Done } from "#app/components/ui/done.tsx";
import { UnbrokenPeriods } from "#app/components/ui/unbroken-periods.tsx";
import { ChoiceLinks } from "#app/components/ui/choice-links.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { can } from "#app/domain/access/can.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { benchmarkPage } from "#app/services/benchmark/benchmark-page.server.ts";
import { changeConsent } from "#app/services/benchmark/change-consent.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";
import { ClientsTogether } from "./clients-together.tsx";
import { Consent } from "./consent.tsx";
import { OwnPast } from "./own-past.tsx";
import { Standing } from "./standing.tsx";

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "benchmarks.view");
  const query = new URL(request.url).searchParams;
  const asked = { slug: query.get("assessment"), cohort: query.get("cohort") };
  const { organization, actor } = access;
  return {
    words: pageWords(language, "workspace", "terms", "benchmarks"),
    frame: workspaceFrame(access),
    isConsultancy: organization.kind === "consultancy",
    mayDecide: can(actor, "benchmarks.consent"),
    mayGive: organization.eraseAfter === null && !organization.isSynthetic,
    done: (["given", "revoked"] as const).find((name) => name === query.get("done")) ?? null,
    ...(await benchmarkPage(database(), access, asked, wordsIn(language))),
  };
}

export async function action({ params, request, context: { language } }: ActionFunctionArgs) {
  const access = await requireAccess(request, params["org"], "benchmarks.consent");
  const done = await changeConsent(database(), access, request, new Date(), wordsIn(language));
  return redirect(`${organizationPaths.benchmarks(access.organization.slug)}?done=${done}`, 303);
}

export default function Benchmarks() {
  const { say } = useWords();
  const { frame, isConsultancy, mayDecide, mayGive, done, consentAt, choices, heading, shown, clients } = useLoaderData<typeof loader>();
  const { name, slug, isSynthetic } = frame;
  return (
    <Workspace frame={frame}>
      <title>{say("workspace:pageTitle", { page: say("workspace:benchmarks"), name })}</title>
      {done && <Done>{say(`benchmarks:${done}`)}</Done>}
      <h1 className="max-w-[34ch] text-3xl">
        <UnbrokenPeriods text={heading} />
      </h1>
      {isSynthetic && <p className="measure mt-4">{say("benchmarks:inventedText")}</p>}
      {!isSynthetic && !shown && (
        <>
          <p className="measure mt-4">{say("benchmarks:noneText")}</p>
          <p className="mt-6">
            <Link to={organizationPaths.cycles(slug)} className="button">
              {say("benchmarks:toCycles")}
            </Link>
          </p>
        </>
      )}
      {shown && (
        <>
          <ChoiceLinks
            label={say("benchmarks:whichAssessment")}
            choices={choices.map(({ slug: id, title }) => ({ id, title }))}
            current={shown.slug}
            to={(assessment) => organizationPaths.benchmarksOf(slug, assessment, null)}
          />
          <Standing slug={slug} shown={shown} />
          <OwnPast slug={slug} shown={shown} />
        </>
      )}
      {isConsultancy && !isSynthetic && <ClientsTogether clients={clients} />}
      {!isSynthetic && <Consent name={name} consentAt={consentAt} mayDecide={mayDecide} mayGive={mayGive} />}
    </Workspace>
  );
}
