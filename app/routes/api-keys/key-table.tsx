import { Form } from "@remix-run/react";
import { useDays } from "#app/components/words/use-days.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayDate } from "#app/domain/report/display.ts";

type Key = {
  id: string;
  name: string;
  prefix: string;
  scope: "read" | "write";
  createdBy: string;
  createdAt: string;
  lastUsedOn: string | null;
  revokedAt: string | null;
};

/** The keys there are, by what people tell them apart, with what has become of each. */
export function KeyTable({ keys }: { keys: readonly Key[] }) {
  const { say, language } = useWords();
  const { dayOf } = useDays();
  return (
    <div className="mt-4 overflow-x-auto" tabIndex={0} role="region" aria-label={say("apiKeys:table")}>
      <table className="figures min-w-[40rem]">
        <caption className="sr-only">{say("apiKeys:table")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("apiKeys:name")}</th>
            <th scope="col">{say("apiKeys:scope")}</th>
            <th scope="col">{say("apiKeys:madeBy")}</th>
            <th scope="col">{say("apiKeys:lastUsed")}</th>
            <th scope="col">{say("apiKeys:state")}</th>
          </tr>
        </thead>
        <tbody>
          {keys.map(({ id, name, prefix, scope, createdBy, createdAt, lastUsedOn, revokedAt }) => (
            <tr key={id}>
              <th scope="row" className="words">
                {name}
                <span className="block font-mono text-xs font-normal text-quiet">{prefix}…</span>
              </th>
              <td>{say(`apiKeys:scope_${scope}`)}</td>
              <td className="words">{say("apiKeys:madeByOn", { person: createdBy, day: dayOf(createdAt) })}</td>
              <td>{lastUsedOn ? displayDate(lastUsedOn, language) : say("apiKeys:never")}</td>
              <td>
                {revokedAt ? (
                  say("apiKeys:revokedOn", { day: dayOf(revokedAt) })
                ) : (
                  <Form method="post">
                    <input type="hidden" name="key" value={id} />
                    <button type="submit" name="intent" value="revoke" aria-label={say("apiKeys:revokeNamed", { name })} className="button-plain">
                      {say("apiKeys:revoke")}
                    </button>
                  </Form>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
