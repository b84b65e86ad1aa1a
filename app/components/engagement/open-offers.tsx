import { Form } from "@remix-run/react";
import { useDays } from "#app/components/words/use-days.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import type { Scope } from "#app/domain/access/can.ts";
import { scopesInWords } from "#app/domain/engagement/scopes-in-words.ts";
import { displayDate } from "#app/domain/report/display.ts";

type Offer = { id: string; address: string; scopes: Scope[]; endsOn: string | null; offeredBy: string; expiresAt: string };

/** The offers that wait for an answer; nothing where there is none. */
export function OpenOffers({ offers, mayChange }: { offers: Offer[]; mayChange: boolean }) {
  const words = useWords();
  const { dayOf } = useDays();
  const { say, language } = words;
  if (offers.length === 0) return null;
  return (
    <section id="offers" tabIndex={-1} className="mt-12 border-t border-rule pt-8">
      <h2 className="text-2xl">{say("engagements:offersHeading")}</h2>
      <div className="mt-4 overflow-x-auto" tabIndex={0} role="region" aria-label={say("engagements:offersTable")}>
        <table className="figures min-w-[36rem]">
          <caption className="sr-only">{say("engagements:offersTable")}</caption>
          <thead>
            <tr>
              <th scope="col">{say("engagements:address")}</th>
              <th scope="col">{say("engagements:mayDo")}</th>
              <th scope="col">{say("engagements:ends")}</th>
              <th scope="col">{say("engagements:offeredBy")}</th>
              <th scope="col">{say("engagements:goodUntil")}</th>
              {mayChange && <td />}
            </tr>
          </thead>
          <tbody>
            {offers.map(({ id, address, scopes, endsOn, offeredBy, expiresAt }) => (
              <tr key={id}>
                <th scope="row" className="break-all">
                  {address}
                </th>
                <td>{scopesInWords(scopes, words)}</td>
                <td>{endsOn ? say("engagements:until", { day: displayDate(endsOn, language) }) : say("engagements:openEnd")}</td>
                <td>{offeredBy}</td>
                <td>{dayOf(expiresAt)}</td>
                {mayChange && (
                  <td>
                    <Form method="post">
                      <input type="hidden" name="offer" value={id} />
                      <button type="submit" name="intent" value="withdraw" className="button-plain" aria-label={say("engagements:withdrawTo", { address })}>
                        {say("engagements:withdraw")}
                      </button>
                    </Form>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
