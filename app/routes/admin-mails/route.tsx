import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { AdminPage } from "#app/components/operator/admin-page.tsx";
import { ListSearch, pageOf } from "#app/components/operator/list-search.tsx";
import { WideTable } from "#app/components/operator/wide-table.tsx";
import { Done } from "#app/components/ui/done.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { ADMIN_PAGE_SIZE, MAIL_STANDINGS, readAdminQuery } from "#app/domain/operator/admin-query.ts";
import { displayMoment } from "#app/domain/report/display.ts";
import { paths } from "#app/paths.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { nudgeMail } from "#app/services/jobs/jobs-instance.server.ts";
import { listMails } from "#app/services/operator/list-mails.server.ts";
import { readMailForm } from "#app/services/operator/read-admin-form.server.ts";
import { requireOperator } from "#app/services/operator/require-operator.server.ts";
import { retryMail } from "#app/services/operator/retry-mail.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

export async function loader({ request, context: { language } }: LoaderFunctionArgs) {
  await requireOperator(request);
  const search = new URL(request.url).searchParams;
  const query = readAdminQuery(search, "standing", MAIL_STANDINGS);
  const { rows, total } = await listMails(database(), query);
  return {
    words: pageWords(language, "admin", "people"),
    query,
    total,
    mails: rows.map(({ id, kind, address, attempts, problem, createdAt, dueAt, sentAt, failedAt }) => ({
      ...{ id, kind, address, attempts, problem, createdAt: createdAt.toISOString(), isFailed: failedAt !== null },
      next: (sentAt ?? failedAt ?? dueAt).toISOString(),
    })),
    isRetried: search.has("retried"),
  };
}

export async function action({ request, context: { language } }: ActionFunctionArgs) {
  const operator = await requireOperator(request);
  const { mail } = await readMailForm(request, wordsIn(language));
  if (!(await retryMail(database(), operator, mail, new Date()))) throw new Response("Not found", { status: 404 });
  nudgeMail();
  return redirect(`${paths.adminMails}?retried=yes`, 303);
}

export default function AdminMails() {
  const { say } = useWords();
  const { query, total, mails, isRetried } = useLoaderData<typeof loader>();
  return (
    <AdminPage place="mails" heading={say(`admin:mailsHeading_${query.choice}`, { total })}>
      <p className="measure mt-4">{say("admin:mailsText")}</p>
      {isRetried && (
        <div className="mt-6">
          <Done>{say("admin:retried")}</Done>
        </div>
      )}
      <ListSearch
        query={query}
        label={say("admin:mailSearch")}
        choice={{ name: "standing", label: say("admin:standing"), options: MAIL_STANDINGS.map((value) => ({ value, label: say(`admin:standing_${value}`) })) }}
      />
      {mails.length === 0 ? <p className="measure mt-6">{say("admin:noMails")}</p> : <MailTable mails={mails} standing={query.choice} />}
      <Pager page={query.page} pages={Math.ceil(total / ADMIN_PAGE_SIZE)} to={pageOf(paths.adminMails, query, "standing")} />
    </AdminPage>
  );
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>["mails"][number];

function MailTable({ mails, standing }: { mails: Row[]; standing: (typeof MAIL_STANDINGS)[number] }) {
  const { say, language } = useWords();
  const columns = [say("admin:address"), say("admin:mailKind"), say("admin:queued"), say(`admin:next_${standing}`), say("admin:attempts"), say("admin:reason")];
  return (
    <WideTable caption={say("admin:mails")} columns={columns}>
      {mails.map(({ id, address, kind, createdAt, next, attempts, problem, isFailed }) => (
        <tr key={id}>
          <th scope="row" className="max-w-[18rem] wrap-anywhere">
            {address}
          </th>
          <td>{kind}</td>
          <td>{displayMoment(createdAt, language)}</td>
          <td>{displayMoment(next, language)}</td>
          <td className="tabular-nums">{attempts}</td>
          <td className="wrap-anywhere">
            {problem ?? say("admin:noProblem")}
            {isFailed && (
              <Form method="post">
                <button type="submit" name="mail" value={id} aria-label={say("admin:retryTo", { address })} className="button-plain">
                  {say("admin:retry")}
                </button>
              </Form>
            )}
          </td>
        </tr>
      ))}
    </WideTable>
  );
}
