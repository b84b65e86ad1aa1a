import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { LabelledField, SelectField } from "#app/components/forms/labelled-field.tsx";
import { Page } from "#app/components/layout/page.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { CLIENT_SORTS, CLIENTS_A_PAGE, readClientsQuery } from "#app/domain/engagement/clients-query.ts";
import { LONGEST_SEARCH } from "#app/domain/tenancy/people-query.ts";
import { paths } from "#app/paths.ts";
import { assessmentTitle } from "#app/services/content/assessment-title.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { requirePerson } from "#app/services/identity/require-person.server.ts";
import { listClients } from "#app/services/tenancy/list-clients.server.ts";
import { pageWords } from "#app/services/words/words-in.server.ts";
import { ClientTable } from "./client-table.tsx";

export async function loader({ request, context: { language } }: LoaderFunctionArgs) {
  const person = await requirePerson(request);
  const query = readClientsQuery(new URL(request.url).searchParams);
  const { rows, total } = await listClients(database(), person, query, new Date());
  const titled = <Of extends { assessment: string }>(of: Of | null) => of && { ...of, title: assessmentTitle(of.assessment, language) };
  return {
    words: pageWords(language, "clients", "engagements", "people"),
    query,
    total,
    clients: rows.map(({ result, cycle, ...client }) => ({ ...client, result: titled(result), cycle: titled(cycle) })),
  };
}

export default function Clients() {
  const { say } = useWords();
  const { query, total, clients } = useLoaderData<typeof loader>();
  const to = (page: number) => `${paths.clients}?${new URLSearchParams({ q: query.q, sort: query.sort, page: String(page) }).toString()}`;
  const isSearched = query.q !== "";
  return (
    <Page>
      <title>{`${say("clients:title")} · Pinhigh`}</title>
      <h1 className="text-3xl">
        {total === 0
          ? say(isSearched ? "clients:noneFoundHeading" : "clients:none")
          : isSearched
            ? say("clients:found", { count: total })
            : say("clients:heading", { count: total })}
      </h1>
      {total === 0 && !isSearched ? (
        <>
          <p className="measure mt-4">{say("clients:empty")}</p>
          <p className="mt-6">
            <Link to={paths.organizations}>{say("clients:yourOrganizations")}</Link>
          </p>
        </>
      ) : (
        <>
          <Form
            method="get"
            role="search"
            aria-label={say("clients:search")}
            className="mt-6 flex flex-wrap items-end gap-x-6 gap-y-4 border-t border-ink pt-4 text-sm"
          >
            <LabelledField id="q" label={say("clients:searchLabel")}>
              {(ties) => <input key={query.q} {...ties} type="search" defaultValue={query.q} maxLength={LONGEST_SEARCH} />}
            </LabelledField>
            <SelectField
              key={query.sort}
              id="sort"
              label={say("clients:sort")}
              value={query.sort}
              options={CLIENT_SORTS.map((value) => ({ value, label: say(`clients:sort_${value}`) }))}
            />
            <button type="submit" className="button button-quiet">
              {say("clients:show")}
            </button>
          </Form>
          {total === 0 ? <p className="mt-6">{say("clients:noneFound")}</p> : <ClientTable clients={clients} />}
          <Pager page={query.page} pages={Math.ceil(total / CLIENTS_A_PAGE)} to={to} />
        </>
      )}
    </Page>
  );
}
