import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { LabelledField, SelectField } from "#app/components/forms/labelled-field.tsx";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { TakeFile } from "#app/components/organization/take-file.tsx";
import { Done } from "#app/components/ui/done.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { can } from "#app/domain/access/can.ts";
import { EVIDENCE_A_PAGE, EVIDENCE_SORTS, type EvidenceQuery, readEvidenceQuery } from "#app/domain/evidence/evidence-query.ts";
import { EVIDENCE_STATES, evidenceState } from "#app/domain/evidence/evidence-state.ts";
import { LONGEST_SEARCH } from "#app/domain/tenancy/people-query.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { assessmentTitle } from "#app/services/content/assessment-title.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { claimedAssessments } from "#app/services/evidence/claimed-assessments.server.ts";
import { listEvidence } from "#app/services/evidence/list-evidence.server.ts";
import { allQuestions, questionText } from "#app/services/evidence/question-texts.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords } from "#app/services/words/words-in.server.ts";
import { EvidenceTable } from "./evidence-table.tsx";

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "evidence.view");
  const search = new URL(request.url).searchParams;
  const query = readEvidenceQuery(search);
  const today = new Date().toISOString().slice(0, 10);
  const { rows, total } = await listEvidence(database(), access, query, { today, questions: allQuestions(language) });
  const title = (slug: string) => assessmentTitle(slug, language);
  return {
    words: pageWords(language, "workspace", "people", "evidence"),
    frame: workspaceFrame(access),
    query,
    total,
    evidence: rows.map((row) => ({
      ...row,
      assessment: title(row.slug),
      question: questionText(row.slug, row.item, language),
      state: evidenceState(row.expires, today),
    })),
    audits: (await claimedAssessments(database(), access)).map((slug) => ({ slug, title: title(slug) })),
    mayAdd: access.organization.eraseAfter === null && can(access.actor, "evidence.edit"),
    mayTake: can(access.actor, "evidence.export"),
    isRemoved: search.get("done") === "removed",
  };
}

export default function Evidence() {
  const { say } = useWords();
  const { frame, query, total, evidence, audits, mayAdd, mayTake, isRemoved } = useLoaderData<typeof loader>();
  const { slug, name } = frame;
  const wished = wishesOf(query);
  const isAll = wished.q === "" && wished.state === "";
  const to = (page: number) => `${organizationPaths.evidence(slug)}?${new URLSearchParams({ ...wished, page: String(page) }).toString()}`;
  const isEmpty = total === 0 && isAll;
  return (
    <Workspace frame={frame}>
      <title>{say("workspace:pageTitle", { page: say("evidence:name"), name })}</title>
      {isRemoved && <Done>{say("evidence:removed")}</Done>}
      <h1 className="max-w-[34ch] text-3xl">
        {isEmpty ? say("evidence:none", { name }) : isAll ? say("evidence:heading", { count: total, name }) : say("evidence:found", { count: total })}
      </h1>
      {isEmpty && <p className="measure mt-4">{say("evidence:noneText")}</p>}
      {mayAdd && (
        <p className="mt-4">
          <Link to={organizationPaths.newEvidence(slug)} className="button">
            {say("evidence:add")}
          </Link>
        </p>
      )}
      {!isEmpty && <SearchForm query={wished} />}
      {!isEmpty && (evidence.length === 0 ? <p className="mt-6">{say("evidence:noneFound")}</p> : <EvidenceTable slug={slug} evidence={evidence} />)}
      <Pager page={query.page} pages={Math.ceil(total / EVIDENCE_A_PAGE)} to={to} />
      {total > 0 && mayTake && (
        <TakeFile frame={frame} to={`${organizationPaths.evidenceFile(slug)}?${new URLSearchParams(wished).toString()}`} text={say("evidence:toFile")} />
      )}
      {audits.length > 0 && (
        <section className="mt-10 border-t border-rule pt-6">
          <h2 className="text-xl">{say("evidence:auditsHeading")}</h2>
          <p className="measure mt-2">{say("evidence:auditsText")}</p>
          <ul className="mt-2">
            {audits.map((audit) => (
              <li key={audit.slug}>
                <Link to={organizationPaths.evidenceAudit(slug, audit.slug)} className="inline-block py-1">
                  {audit.title}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Workspace>
  );
}

type Wishes = { q: string; sort: string; state: string };

function wishesOf({ q, sort, state }: Omit<EvidenceQuery, "page">): Wishes {
  return { q, sort, state: state ?? "" };
}

function SearchForm({ query }: { query: Wishes }) {
  const { say } = useWords();
  return (
    <Form
      key={JSON.stringify(query)}
      method="get"
      role="search"
      aria-label={say("evidence:search")}
      className="mt-6 flex flex-wrap items-end gap-x-6 gap-y-4 border-t border-ink pt-4 text-sm"
    >
      <LabelledField id="q" label={say("evidence:searchLabel")}>
        {(ties) => <input {...ties} type="search" defaultValue={query.q} maxLength={LONGEST_SEARCH} />}
      </LabelledField>
      <SelectField
        id="state"
        label={say("evidence:stateFilter")}
        value={query.state}
        options={[
          { value: "", label: say("evidence:anyState") },
          ...EVIDENCE_STATES.map((value) => ({ value: value as string, label: say(`evidence:state_${value}`) })),
        ]}
      />
      <SelectField
        id="sort"
        label={say("evidence:sort")}
        value={query.sort}
        options={EVIDENCE_SORTS.map((value) => ({ value, label: say(`evidence:sort_${value}`) }))}
      />
      <button type="submit" className="button button-quiet">
        {say("evidence:show")}
      </button>
    </Form>
  );
}
