import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { AdminPage } from "#app/components/operator/admin-page.tsx";
import { ListSearch, pageOf } from "#app/components/operator/list-search.tsx";
import { WideTable } from "#app/components/operator/wide-table.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { ADMIN_PAGE_SIZE, ORGANIZATION_SORTS, readAdminQuery } from "#app/domain/operator/admin-query.ts";
import { displayDate, displayMoment } from "#app/domain/report/display.ts";
import { paths } from "#app/paths.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { listAllOrganizations } from "#app/services/operator/list-all-organizations.server.ts";
import { requireOperator } from "#app/services/operator/require-operator.server.ts";
import { pageWords } from "#app/services/words/words-in.server.ts";

export async function loader({ request, context: { language } }: LoaderFunctionArgs) {
  await requireOperator(request);
  const query = readAdminQuery(new URL(request.url).searchParams, "sort", ORGANIZATION_SORTS);
  const { rows, total } = await listAllOrganizations(database(), query, new Date());
  return {
    words: pageWords(language, "admin", "organizations", "people"),
    query,
    total,
    organizations: rows.map(({ createdAt, eraseAfter, supportUntil, ...row }) => ({
      ...row,
      createdAt: createdAt.toISOString(),
      eraseAfter: eraseAfter?.toISOString() ?? null,
      supportUntil: supportUntil?.toISOString() ?? null,
    })),
  };
}

export default function AdminOrganizations() {
  const { say } = useWords();
  const { query, total, organizations } = useLoaderData<typeof loader>();
  const isAll = query.q === "";
  return (
    <AdminPage place="organizations" heading={isAll ? say("admin:organizationsHeading", { count: total }) : say("admin:found", { count: total })}>
      <p className="measure mt-4">{say("admin:organizationsText")}</p>
      <ListSearch
        query={query}
        label={say("admin:organizationSearch")}
        choice={{ name: "sort", label: say("admin:sort"), options: ORGANIZATION_SORTS.map((value) => ({ value, label: say(`admin:sort_${value}`) })) }}
      />
      {organizations.length > 0 ? (
        <OrganizationTable organizations={organizations} />
      ) : (
        <p className="measure mt-6">{isAll ? say("admin:noOrganizations") : say("admin:noneFound")}</p>
      )}
      <Pager page={query.page} pages={Math.ceil(total / ADMIN_PAGE_SIZE)} to={pageOf(paths.adminOrganizations, query, "sort")} />
    </AdminPage>
  );
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>["organizations"][number];

function OrganizationTable({ organizations }: { organizations: Row[] }) {
  const { say, language } = useWords();
  const columns = [say("admin:name"), say("admin:kind"), say("admin:members"), say("admin:created"), say("admin:erased"), say("admin:support")];
  return (
    <WideTable caption={say("admin:organizations")} columns={columns}>
      {organizations.map(({ id, slug, name, kind, isSynthetic, members, createdAt, eraseAfter, supportUntil }) => (
        <tr key={id}>
          <th scope="row" className="max-w-[20rem] wrap-anywhere">
            {name}
            <span className="block text-xs font-normal text-quiet">{slug}</span>
          </th>
          <td>
            {say(`organizations:kindName_${kind}`)}
            {isSynthetic && `, ${say("admin:synthetic")}`}
          </td>
          <td className="tabular-nums">{members}</td>
          <td>{displayDate(createdAt, language)}</td>
          <td>{eraseAfter ? displayDate(eraseAfter, language) : say("admin:stays")}</td>
          <td>
            {supportUntil ? (
              <>
                <Link to={paths.organization(slug)} aria-label={say("admin:lookInsideOf", { name })} className="inline-block py-0.5">
                  {say("admin:lookInside")}
                </Link>
                <span className="block text-xs text-quiet">{say("admin:until", { until: displayMoment(supportUntil, language) })}</span>
              </>
            ) : (
              say("admin:notAllowed")
            )}
          </td>
        </tr>
      ))}
    </WideTable>
  );
}
