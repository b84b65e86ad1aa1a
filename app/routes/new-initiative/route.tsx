import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { OwnFields } from "#app/components/board/own-fields.tsx";
import { ErrorSummary } from "#app/components/forms/error-summary.tsx";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { readInitiativeQuery } from "#app/domain/board/initiative-query.ts";
import type { FieldProblems } from "#app/domain/tenancy/organization-form.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { chosenRows } from "#app/services/board/chosen-rows.server.ts";
import { initiativeLibrary } from "#app/services/board/initiative-library.server.ts";
import { ownChoices } from "#app/services/board/own-choices.server.ts";
import { newInitiativeByForm } from "#app/services/board/own-initiative-page.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";
import { Library } from "./library.tsx";

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "roadmap.edit");
  const { own, ...query } = readInitiativeQuery(new URL(request.url).searchParams);
  return {
    words: pageWords(language, "workspace", "people", "initiatives", "terms"),
    frame: workspaceFrame(access),
    query,
    once: randomUUID(),
    lists: own ? (await ownChoices(database(), access, null, language)).lists : null,
    library: own ? null : await initiativeLibrary(database(), access, query, wordsIn(language)),
  };
}

export async function action({ params, request, context: { language } }: ActionFunctionArgs) {
  const access = await requireAccess(request, params["org"], "roadmap.edit");
  const { next, again } = await newInitiativeByForm(database(), access, request, { words: wordsIn(language), now: new Date() });
  if (next !== undefined) return redirect(next, 303);
  const { named } = await ownChoices(database(), access, null, language);
  return data({ ...again, chosen: chosenRows(again.entered, named) }, { status: again.status });
}

const NONE: FieldProblems = [];
const NOTHING = { requires: [], kpis: [], raises: [] };

export default function NewInitiative() {
  const { say } = useWords();
  const { frame, query, once, lists, library } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const problems = again?.problems ?? NONE;
  const entered: Record<string, string> = again?.entered ?? {};
  const title = { page: say("initiatives:newTitle"), name: frame.name };
  return (
    <Workspace frame={frame}>
      {/* Not by `meta`, which does not know what an action found. */}
      <title>{problems.length > 0 ? say("workspace:pageTitleError", title) : say("workspace:pageTitle", title)}</title>
      <ErrorSummary problems={problems} />
      <p className="mb-2 text-sm">
        <Link to={lists ? organizationPaths.newInitiative(frame.slug) : organizationPaths.roadmap(frame.slug)} className="inline-block py-1">
          {say(lists ? "initiatives:backToLibrary" : "initiatives:backToRoadmap")}
        </Link>
      </p>
      <h1 className="max-w-[34ch] text-3xl">{say(lists ? "initiatives:ownHeading" : "initiatives:newHeading")}</h1>
      {library && <Library slug={frame.slug} query={query} {...library} problems={problems} />}
      {lists && (
        <Form method="post" action={`${organizationPaths.newInitiative(frame.slug)}?own=yes`} preventScrollReset className="mt-6 flex flex-col gap-y-6">
          {/* First, so that Enter in a field sends it as a whole. */}
          <button type="submit" tabIndex={-1} aria-hidden className="hidden" />
          <input type="hidden" name="intent" value="own" />
          <input type="hidden" name="once" value={entered["once"] ?? once} />
          <OwnFields values={entered} problems={problems} lists={lists} chosen={again?.chosen ?? NOTHING} added={again?.added ?? null} isNew />
          <p>
            <button type="submit" className="button">
              {say("initiatives:makeIt")}
            </button>
          </p>
        </Form>
      )}
    </Workspace>
  );
}
