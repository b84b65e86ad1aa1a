import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AdminPage } from "#app/components/operator/admin-page.tsx";
import { ListSearch, pageOf } from "#app/components/operator/list-search.tsx";
import { WideTable } from "#app/components/operator/wide-table.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { ADMIN_PAGE_SIZE, PERSON_SORTS, readAdminQuery } from "#app/domain/operator/admin-query.ts";
import { displayDate } from "#app/domain/report/display.ts";
import { paths } from "#app/paths.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { listAllPeople } from "#app/services/operator/list-all-people.server.ts";
import { requireOperator } from "#app/services/operator/require-operator.server.ts";
import { pageWords } from "#app/services/words/words-in.server.ts";

export async function loader({ request, context: { language } }: LoaderFunctionArgs) {
  await requireOperator(request);
  const query = readAdminQuery(new URL(request.url).searchParams, "sort", PERSON_SORTS);
  const { rows, total } = await listAllPeople(database(), query);
  return {
    words: pageWords(language, "admin", "people"),
    query,
    total,
    people: rows.map(({ createdAt, ...row }) => ({ ...row, createdAt: createdAt.toISOString() })),
  };
}

export default function AdminPeople() {
  const { say, language } = useWords();
  const { query, total, people } = useLoaderData<typeof loader>();
  const columns = [say("admin:name"), say("admin:verified"), say("admin:secondFactor"), say("admin:memberships"), say("admin:since"), say("admin:operator")];
  const yesOrNo = (is: boolean) => (is ? say("admin:yes") : say("admin:no"));
  return (
    <AdminPage place="people" heading={query.q === "" ? say("admin:peopleHeading", { count: total }) : say("admin:found", { count: total })}>
      <ListSearch
        query={query}
        label={say("admin:personSearch")}
        choice={{ name: "sort", label: say("admin:sort"), options: PERSON_SORTS.map((value) => ({ value, label: say(`admin:sort_${value}`) })) }}
      />
      {people.length === 0 ? (
        <p className="measure mt-6">{say("admin:noneFound")}</p>
      ) : (
        <WideTable caption={say("admin:people")} columns={columns}>
          {people.map(({ id, name, address, isVerified, hasSecondFactor, isOperator, memberships, createdAt }) => (
            <tr key={id}>
              <th scope="row" className="max-w-[20rem] wrap-anywhere">
                {name}
                <span className="block text-xs font-normal text-quiet">{address}</span>
              </th>
              <td>{yesOrNo(isVerified)}</td>
              <td>{yesOrNo(hasSecondFactor)}</td>
              <td className="tabular-nums">{memberships}</td>
              <td>{displayDate(createdAt, language)}</td>
              <td>{yesOrNo(isOperator)}</td>
            </tr>
          ))}
        </WideTable>
      )}
      <Pager page={query.page} pages={Math.ceil(total / ADMIN_PAGE_SIZE)} to={pageOf(paths.adminPeople, query, "sort")} />
    </AdminPage>
  );
}
