import { Link } from "@remix-run/react";
import { useWords } from "#app/components/words/use-words.tsx";
import type { Scope } from "#app/domain/access/can.ts";
import type { NextStep } from "#app/domain/engagement/next-step.ts";
import { scopesInWords } from "#app/domain/engagement/scopes-in-words.ts";
import { displayDate, displayScore } from "#app/domain/report/display.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { paths } from "#app/paths.ts";
import type { Words } from "#app/words/say.ts";

type Client = {
  engagementId: string;
  slug: string;
  name: string;
  isSynthetic: boolean;
  firm: string;
  scopes: Scope[];
  endsOn: string | null;
  result: { title: string; score: number | null; level: number | null; on: string; people: number | null } | null;
  cycle: { id: string; title: string; period: string; answered: number | null } | null;
  next: NextStep;
};

/** Each client with where it stands and what there is to do next. */
export function ClientTable({ clients }: { clients: Client[] }) {
  const { say } = useWords();
  return (
    <div className="mt-4 overflow-x-auto" tabIndex={0} role="region" aria-label={say("clients:table")}>
      <table className="figures min-w-[48rem]">
        <caption className="sr-only">{say("clients:table")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("clients:client")}</th>
            <th scope="col">{say("clients:state")}</th>
            <th scope="col">{say("clients:cycle")}</th>
            <th scope="col">{say("clients:nextStep")}</th>
            <th scope="col">{say("clients:mayDo")}</th>
            <th scope="col">{say("clients:ends")}</th>
          </tr>
        </thead>
        <tbody>
          {clients.map((client) => (
            <ClientLine key={client.engagementId} client={client} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ClientLine({ client }: { client: Client }) {
  const words = useWords();
  const { say, language } = words;
  const { slug, name, isSynthetic, firm, scopes, endsOn, cycle } = client;
  return (
    <tr>
      <th scope="row">
        <Link to={paths.organization(slug)} className="inline-block py-0.5">
          {name}
        </Link>
        {isSynthetic && ` (${say("clients:example")})`}
        <span className="block text-xs font-normal text-quiet">{say("clients:forFirm", { firm })}</span>
      </th>
      <td>
        <State client={client} />
      </td>
      <td>
        {cycle ? (
          // Whoever is engaged may look at the cycles.
          <Link to={organizationPaths.cycle(slug, cycle.id)} className="inline-block py-0.5">
            {say("clients:cycleOf", { title: cycle.title, period: cycle.period })}
          </Link>
        ) : (
          say("clients:noCycle")
        )}
      </td>
      <td>{nextInWords(client, words)}</td>
      <td>{scopesInWords(scopes, words)}</td>
      <td>{endsOn ? say("engagements:until", { day: displayDate(endsOn, language) }) : say("engagements:openEnd")}</td>
    </tr>
  );
}

function State({ client: { result, scopes } }: { client: Client }) {
  const { say, language } = useWords();
  if (!result) return say(scopes.includes("see_results") ? "clients:noResult" : "clients:resultHidden");
  const { score, level, title, on, people } = result;
  const shown = score === null ? null : displayScore(score, language);
  return (
    <>
      {shown !== null && people !== null
        ? say("clients:mean", { score: shown, people })
        : shown !== null && level !== null
          ? say("clients:score", { score: shown, level })
          : say("clients:scoreWithout")}
      <span className="block text-xs text-quiet">{say("clients:resultOf", { title, day: displayDate(on, language) })}</span>
    </>
  );
}

function nextInWords({ next, cycle }: Client, { say }: Words): string {
  const answered = cycle?.answered ?? null;
  if (next !== "open" || answered === null) return say(`clients:next_${next}`);
  return answered === 0 ? say("clients:next_openUnanswered") : say("clients:next_openAnswered", { count: answered });
}
