import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AdminPage } from "#app/components/operator/admin-page.tsx";
import { ListSearch, pageOf } from "#app/components/operator/list-search.tsx";
import { WideTable } from "#app/components/operator/wide-table.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { ADMIN_PAGE_SIZE, readAdminQuery } from "#app/domain/operator/admin-query.ts";
import { OPERATOR_ACTION_CHOICES, OPERATOR_ACTIONS } from "#app/domain/operator/operator-actions.ts";
import { displayMoment } from "#app/domain/report/display.ts";
import { paths } from "#app/paths.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { listOperatorEvents } from "#app/services/operator/list-operator-events.server.ts";
import { requireOperator } from "#app/services/operator/require-operator.server.ts";
import { pageWords } from "#app/services/words/words-in.server.ts";

export async function loader({ request, context: { language } }: LoaderFunctionArgs) {
  await requireOperator(request);
  const query = readAdminQuery(new URL(request.url).searchParams, "action", OPERATOR_ACTION_CHOICES);
  const { rows, total } = await listOperatorEvents(database(), query);
  return {
    words: pageWords(language, "admin", "people"),
    query,
    total,
    events: rows.map(({ at, ...event }) => ({ ...event, at: at.toISOString() })),
  };
}

export default function AdminEvents() {
  const { say } = useWords();
  const { query, total, events } = useLoaderData<typeof loader>();
  const isAll = query.q === "" && query.choice === "all";
  return (
    <AdminPage place="events" heading={isAll ? say("admin:eventsHeading", { count: total }) : say("admin:found", { count: total })}>
      <p className="measure mt-4">{say("admin:eventsText")}</p>
      <ListSearch
        query={query}
        label={say("admin:eventSearch")}
        choice={{ name: "action", label: say("admin:what"), options: OPERATOR_ACTION_CHOICES.map((value) => ({ value, label: say(`admin:did_${value}`) })) }}
      />
      {events.length > 0 ? <EventTable events={events} /> : <p className="measure mt-6">{isAll ? say("admin:noEvents") : say("admin:noneDone")}</p>}
      <Pager page={query.page} pages={Math.ceil(total / ADMIN_PAGE_SIZE)} to={pageOf(paths.adminEvents, query, "action")} />
    </AdminPage>
  );
}

type Event = ReturnType<typeof useLoaderData<typeof loader>>["events"][number];

function EventTable({ events }: { events: Event[] }) {
  const { say, language } = useWords();
  /** Only what is done on the machine has no actor from the start. */
  const nobody = (action: string) => (action === "operator.granted" ? say("admin:theMachine") : say("admin:erasedPerson"));
  const done = (action: string) => {
    const known = OPERATOR_ACTIONS.find((each) => each === action);
    return known ? say(`admin:did_${known}`) : action;
  };
  const object = ({ action, objectName }: Event) => objectName ?? (action === "operator.granted" ? say("admin:erasedPerson") : null);
  return (
    <WideTable caption={say("admin:events")} columns={[say("admin:when"), say("admin:who"), say("admin:what"), say("admin:toWhat"), say("admin:session")]}>
      {events.map((event) => (
        <tr key={event.id}>
          <th scope="row">{displayMoment(event.at, language)}</th>
          <td className="max-w-[20rem] wrap-anywhere">{event.actorName || nobody(event.action)}</td>
          <td>{done(event.action)}</td>
          <td className="max-w-[20rem] wrap-anywhere">
            {object(event)}
            {/* Enough of it to tell two apart, and the whole for whoever copies it. */}
            {event.objectId && (
              <span className="block text-xs text-quiet" title={event.objectId}>
                {event.objectId.slice(-12)}
              </span>
            )}
          </td>
          <td title={event.sessionId ?? undefined}>{event.sessionId && <code>{event.sessionId.slice(-12)}</code>}</td>
        </tr>
      ))}
    </WideTable>
  );
}
