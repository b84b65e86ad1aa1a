import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { ErrorSummary } from "#app/components/forms/error-summary.tsx";
import { LabelledField } from "#app/components/forms/labelled-field.tsx";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { cursorText, readAuditQuery } from "#app/domain/tenancy/audit-query.ts";
import { eventInWords } from "#app/domain/tenancy/event-in-words.ts";
import { LONGEST_SEARCH } from "#app/domain/tenancy/people-query.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { listEvents } from "#app/services/audit/list-events.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

/** Events on a page. */
const A_PAGE = 50;

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "audit.view");
  const words = wordsIn(language);
  const { fields, wishes, problems } = readAuditQuery(new URL(request.url).searchParams, words);
  const { rows, next } = problems.length > 0 ? { rows: [], next: null } : await listEvents(database(), access, wishes, words, A_PAGE);
  const events = rows.map((row) => ({ id: row.id, at: row.at.toISOString(), session: row.sessionId, ...eventInWords(row, words) }));
  const loaded = {
    words: pageWords(language, "workspace", "audit"),
    frame: workspaceFrame(access),
    fields,
    problems,
    events,
    next: next && cursorText(next),
    isFirst: wishes.after === null,
  };
  return data(loaded, { status: problems.length > 0 ? 422 : 200 });
}

export default function Audit() {
  const { say } = useWords();
  const { frame, fields, problems, events, next, isFirst } = useLoaderData<typeof loader>();
  const { slug, name } = frame;
  const error = (id: string) => problems.find(({ field }) => field === id)?.message;
  const wished = Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== ""));
  const query = new URLSearchParams(wished).toString();
  const title = { page: say("workspace:audit"), name };
  return (
    <Workspace frame={frame}>
      <title>{problems.length > 0 ? say("workspace:pageTitleError", title) : say("workspace:pageTitle", title)}</title>
      <ErrorSummary problems={problems} />
      <h1 className="max-w-[34ch] text-3xl">{say("audit:heading", { name })}</h1>
      <p className="measure mt-4">{say("audit:text")}</p>
      <Form
        key={query}
        method="get"
        role="search"
        aria-label={say("audit:search")}
        className="mt-6 flex flex-wrap items-end gap-x-6 gap-y-4 border-t border-ink pt-4 text-sm"
      >
        <LabelledField id="q" label={say("audit:searchLabel")}>
          {(ties) => <input {...ties} type="search" defaultValue={fields.q} maxLength={LONGEST_SEARCH} />}
        </LabelledField>
        <LabelledField id="from" label={say("audit:from")} error={error("from")}>
          {(ties) => <input {...ties} type="date" defaultValue={fields.from} />}
        </LabelledField>
        <LabelledField id="to" label={say("audit:to")} error={error("to")}>
          {(ties) => <input {...ties} type="date" defaultValue={fields.to} />}
        </LabelledField>
        <button type="submit" className="button button-quiet">
          {say("audit:show")}
        </button>
        {query !== "" && (
          <Link to={organizationPaths.audit(slug)} className="inline-flex min-h-11 items-center">
            {say("audit:showAll")}
          </Link>
        )}
      </Form>
      {events.length === 0 ? problems.length === 0 && <p className="mt-6">{say("audit:none")}</p> : <EventTable events={events} />}
      <p className="mt-4 flex flex-wrap gap-x-8 text-sm">
        {!isFirst && (
          <Link to={`${organizationPaths.audit(slug)}?${query}`} className="inline-flex min-h-11 items-center">
            {say("audit:newest")}
          </Link>
        )}
        {next && (
          <Link
            to={`${organizationPaths.audit(slug)}?${new URLSearchParams({ ...wished, after: next }).toString()}`}
            rel="next"
            className="inline-flex min-h-11 items-center"
          >
            {say("audit:older")}
          </Link>
        )}
        {problems.length === 0 && (
          <a href={`${organizationPaths.auditFile(slug)}?${query}`} download className="inline-flex min-h-11 items-center">
            {say("audit:toFile")}
          </a>
        )}
      </p>
    </Workspace>
  );
}

type Event = ReturnType<typeof useLoaderData<typeof loader>>["events"][number];

function EventTable({ events }: { events: Event[] }) {
  const { say } = useWords();
  return (
    <div className="mt-6 overflow-x-auto" tabIndex={0} role="region" aria-label={say("audit:table")}>
      <table className="figures min-w-[40rem]">
        <caption className="sr-only">{say("audit:table")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("audit:when")}</th>
            <th scope="col">{say("audit:who")}</th>
            <th scope="col">{say("audit:what")}</th>
            <th scope="col">{say("audit:details")}</th>
            <th scope="col">{say("audit:session")}</th>
          </tr>
        </thead>
        <tbody>
          {events.map(({ id, at, who, what, details, session }) => (
            <tr key={id}>
              <td className="whitespace-nowrap">
                <time dateTime={at}>{at.slice(0, 19).replace("T", " ")}</time>
              </td>
              <td>{who}</td>
              <td>{what}</td>
              <td>
                {details.map((detail) => (
                  <span key={detail} className="block">
                    {detail}
                  </span>
                ))}
              </td>
              {/* Enough of it to tell two apart. */}
              <td className="text-quiet">{session?.slice(-8)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
