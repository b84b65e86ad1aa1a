import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AdminPage } from "#app/components/operator/admin-page.tsx";
import { WideTable } from "#app/components/operator/wide-table.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayCount, displayDate } from "#app/domain/report/display.ts";
import { catalog } from "#app/services/content/catalog-instance.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { listVersions } from "#app/services/operator/list-versions.server.ts";
import { requireOperator } from "#app/services/operator/require-operator.server.ts";
import { pageWords } from "#app/services/words/words-in.server.ts";

export async function loader({ request, context: { language } }: LoaderFunctionArgs) {
  await requireOperator(request);
  const versions = await listVersions(database(), catalog());
  return { words: pageWords(language, "admin"), versions: versions.map(({ createdAt, ...version }) => ({ ...version, createdAt: createdAt.toISOString() })) };
}

export default function AdminContent() {
  const { say, language } = useWords();
  const { versions } = useLoaderData<typeof loader>();
  const current = versions.filter(({ isCurrent }) => isCurrent).length;
  const columns = [say("admin:assessment"), say("admin:version"), say("admin:hash"), say("admin:storedOn"), say("admin:responses"), say("admin:cycles")];
  return (
    <AdminPage place="content" heading={say("admin:contentHeading", { count: current })}>
      <p className="measure mt-4">{say("admin:contentText")}</p>
      <WideTable caption={say("admin:content")} columns={columns}>
        {versions.map(({ slug, version, hash, createdAt, responses, cycles, isCurrent }) => (
          <tr key={hash}>
            <th scope="row">
              {slug}
              <span className="block text-xs font-normal text-quiet">{isCurrent ? say("admin:current") : say("admin:former")}</span>
            </th>
            <td className="tabular-nums">{version}</td>
            {/* Enough of it to tell two apart, and the whole for whoever copies it. */}
            <td title={hash}>
              <code>{hash.slice(0, 12)}</code>
            </td>
            <td>{displayDate(createdAt, language)}</td>
            <td className="tabular-nums">{displayCount(responses, language)}</td>
            <td className="tabular-nums">{displayCount(cycles, language)}</td>
          </tr>
        ))}
      </WideTable>
    </AdminPage>
  );
}
