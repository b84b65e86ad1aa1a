import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { AdminPage } from "#app/components/operator/admin-page.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayCount, displayMoment } from "#app/domain/report/display.ts";
import { paths } from "#app/paths.ts";
import { catalog } from "#app/services/content/catalog-instance.server.ts";
import { database, databaseKind } from "#app/services/db/database-instance.server.ts";
import { readHealth } from "#app/services/operator/read-health.server.ts";
import { requireOperator } from "#app/services/operator/require-operator.server.ts";
import { pageWords } from "#app/services/words/words-in.server.ts";

export async function loader({ request, context: { language } }: LoaderFunctionArgs) {
  await requireOperator(request);
  const { software, queues, ...health } = await readHealth(database(), databaseKind(), new Date());
  const { assessments, initiatives, kpis } = catalog();
  return {
    words: pageWords(language, "admin"),
    ...health,
    software: { ...software, upSince: software.upSince.toISOString() },
    queues: queues.map(({ lastDone, ...queue }) => ({ ...queue, lastDone: lastDone?.toISOString() ?? null })),
    content: { assessments: assessments.length, initiatives: initiatives.length, kpis: kpis.length },
  };
}

export default function Admin() {
  const { say, language } = useWords();
  const { counts, mails, queues, database: kept, migrations, software, content } = useLoaderData<typeof loader>();
  const figure = (value: number) => displayCount(value, language);
  const failedJobs = queues.reduce((sum, { failed }) => sum + failed, 0);
  const troubles = [
    ...(mails.failed > 0 ? [{ text: say("admin:mailsFailed", { count: mails.failed }), to: paths.adminMails }] : []),
    ...(failedJobs > 0 ? [{ text: say("admin:jobsFailed", { count: failedJobs }), to: paths.adminJobs }] : []),
  ];
  return (
    <AdminPage place="overview" heading={troubles.length > 0 ? say("admin:troubleHeading") : say("admin:calmHeading")}>
      {troubles.length > 0 && (
        <ul className="mt-4">
          {troubles.map(({ text, to }) => (
            <li key={to}>
              <Link to={to} className="inline-block py-1">
                {text}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <Facts
        heading={say("admin:whatThereIs")}
        facts={[
          [say("admin:organizations"), figure(counts.organizations)],
          [say("admin:leavingCount"), figure(counts.leaving)],
          [say("admin:people"), figure(counts.people)],
          [say("admin:operators"), figure(counts.operators)],
          [say("admin:responses"), figure(counts.responses)],
        ]}
      />
      <Facts
        heading={say("admin:onTheirWay")}
        facts={[
          [say("admin:mailsWaiting"), figure(mails.waiting)],
          [say("admin:mailsFailedLabel"), figure(mails.failed)],
          ...queues.map(({ queue, waiting, running, lastDone }): Fact => [
            queue,
            say("admin:queueStands", { waiting, running, last: lastDone ? displayMoment(lastDone, language) : say("admin:notKnown") }),
          ]),
        ]}
      />
      <Facts
        heading={say("admin:health")}
        facts={[
          [say("admin:database"), `${say(`admin:database_${kept.kind}`)}, PostgreSQL ${kept.version}`],
          [say("admin:migrations"), say("admin:migrationsApplied", { applied: migrations.applied, newest: migrations.newest ?? say("admin:notKnown") })],
          [say("admin:contentLoaded"), say("admin:contentCounts", content)],
          [say("admin:software"), `Pinhigh ${software.version}, Node ${software.node}`],
          [say("admin:upSince"), displayMoment(software.upSince, language)],
        ]}
      />
    </AdminPage>
  );
}

type Fact = [string, string];

function Facts({ heading, facts }: { heading: string; facts: Fact[] }) {
  return (
    <section className="mt-8 border-t border-rule pt-4">
      <h2 className="text-xl">{heading}</h2>
      <dl className="mt-2 grid gap-x-6 sm:grid-cols-[16rem_minmax(0,1fr)]">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="pt-2 text-quiet sm:py-1">{name}</dt>
            <dd className="tabular-nums wrap-anywhere sm:py-1">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
