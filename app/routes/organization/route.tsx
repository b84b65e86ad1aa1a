import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { can } from "#app/domain/access/can.ts";
import { paths } from "#app/paths.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { readProfile } from "#app/services/tenancy/read-profile.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords } from "#app/services/words/words-in.server.ts";

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "organization.view");
  const { actor, organization } = access;
  const stays = organization.eraseAfter === null;
  return {
    words: pageWords(language, "workspace", "organizations"),
    frame: workspaceFrame(access),
    profile: await readProfile(database(), access),
    may: { edit: stays && can(actor, "organization.edit"), invite: stays && can(actor, "members.manage") },
  };
}

export default function Organization() {
  const { say } = useWords();
  const { frame, profile, may } = useLoaderData<typeof loader>();
  const { name, slug } = frame;
  const { kind, industry, sizeBand, region } = profile;
  const incomplete = !industry || !sizeBand || !region;
  const said = [
    say(`organizations:kindName_${kind}`),
    ...(industry ? [say(`organizations:industry_${industry}`)] : []),
    ...(sizeBand ? [`${say("organizations:sizeBand")}: ${say(`organizations:sizeBand_${sizeBand}`)}`] : []),
    ...(region ? [`${say("organizations:region")}: ${say(`organizations:region_${region}`)}`] : []),
  ];
  const steps = [
    ...(may.edit && incomplete ? [{ text: say("workspace:profileStep", { name }), link: say("workspace:profileStepLink"), path: paths.profile(slug) }] : []),
    ...(may.invite ? [{ text: say("workspace:peopleStep"), link: say("workspace:peopleStepLink"), path: paths.invitations(slug) }] : []),
    { text: say("workspace:assessmentStep"), link: say("workspace:assessmentStepLink"), path: paths.assessments },
  ];
  return (
    <Workspace frame={frame}>
      <title>{say("workspace:pageTitle", { page: say("workspace:standing"), name })}</title>
      <h1 className="max-w-[34ch] text-3xl">{say("workspace:homeEmpty", { name })}</h1>
      <p className="measure mt-4">{say("workspace:homeEmptyText", { name })}</p>
      <section className="mt-10 border-t border-rule pt-6">
        <h2 className="text-xl">{say("workspace:nextSteps")}</h2>
        <ol className="measure mt-2 list-decimal space-y-4 pl-5">
          {steps.map(({ text, link, path }) => (
            <li key={path}>
              <p>{text}</p>
              <Link to={path} className="inline-block py-1">
                {link}
              </Link>
            </li>
          ))}
        </ol>
      </section>
      <section className="mt-10 border-t border-rule pt-6">
        <h2 className="text-xl">{say("workspace:whoWeAre")}</h2>
        <ul className="mt-2">
          {said.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </section>
    </Workspace>
  );
}
