import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { Page } from "#app/components/layout/page.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayDate } from "#app/domain/report/display.ts";
import { paths } from "#app/paths.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { requirePerson } from "#app/services/identity/require-person.server.ts";
import { listNotifications } from "#app/services/notifications/list-notifications.server.ts";
import { markRead } from "#app/services/notifications/mark-read.server.ts";
import { readMark } from "#app/services/notifications/read-notification-form.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";
import { Pages } from "./pages.tsx";

const PAGE = /^[1-9]\d{0,5}$/;

export async function loader({ request, context: { language } }: LoaderFunctionArgs) {
  const person = await requirePerson(request);
  const asked = new URL(request.url).searchParams.get("page") ?? "1";
  const listed = await listNotifications(database(), person, PAGE.test(asked) ? Number(asked) : 1, wordsIn(language));
  const notifications = listed.notifications.map(({ createdAt, ...rest }) => ({ ...rest, at: createdAt.toISOString() }));
  return { ...listed, notifications, words: pageWords(language, "notifications") };
}

export async function action({ request, context: { language } }: ActionFunctionArgs) {
  const person = await requirePerson(request);
  await markRead(database(), person, await readMark(request, wordsIn(language)), new Date());
  return redirect(paths.notifications, 303);
}

export default function Notifications() {
  const { say, language } = useWords();
  const { notifications, unread, page, pages } = useLoaderData<typeof loader>();
  if (notifications.length === 0) return <Empty />;
  return (
    <Page>
      <title>{`${say("notifications:title")} · Pinhigh`}</title>
      <h1 className="text-3xl">{say("notifications:title")}</h1>
      <div className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-2">
        <p role="status">{say("notifications:unread", { count: unread })}</p>
        {unread > 0 && (
          <Form method="post">
            <button type="submit" name="read" value="all" className="button-quiet">
              {say("notifications:markAllRead")}
            </button>
          </Form>
        )}
        <Link to={paths.notificationSettings}>{say("notifications:settings")}</Link>
      </div>
      <ul className="mt-6 border-t border-rule">
        {notifications.map(({ id, sentence, path, at, isRead }) => (
          <li key={id} className="border-b border-rule py-4">
            <p className={isRead ? "measure" : "measure font-semibold"} id={`sentence-${id}`}>
              {sentence}
            </p>
            <div className="mt-1 flex flex-wrap items-center gap-x-6 gap-y-2 text-sm text-quiet">
              <time dateTime={at}>{displayDate(at, language)}</time>
              {!isRead && <span>{say("notifications:unreadMark")}</span>}
              <Link to={path} aria-describedby={`sentence-${id}`} className="py-1">
                {say("notifications:open")}
              </Link>
              {!isRead && (
                <Form method="post">
                  <button type="submit" name="read" value={id} aria-describedby={`sentence-${id}`} className="button-quiet">
                    {say("notifications:markRead")}
                  </button>
                </Form>
              )}
            </div>
          </li>
        ))}
      </ul>
      <Pages page={page} pages={pages} />
    </Page>
  );
}

function Empty() {
  const { say } = useWords();
  return (
    <Page>
      <title>{`${say("notifications:title")} · Pinhigh`}</title>
      <h1 className="text-3xl">{say("notifications:empty")}</h1>
      <p className="measure mt-4">{say("notifications:emptyText")}</p>
      <p className="mt-6">
        <Link to={paths.notificationSettings} className="button">
          {say("notifications:settings")}
        </Link>
      </p>
    </Page>
  );
}
