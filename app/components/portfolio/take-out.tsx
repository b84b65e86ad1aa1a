import { Form } from "@remix-run/react";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayDate } from "#app/domain/report/display.ts";
import { paths } from "#app/paths.ts";

/** The field of a problem that is solved by taking something out. */
export const TAKE_OUT_ID = "take-out";

/** `on`: when it was submitted, or begun; `address`: of its result, or of its questions. */
type Member = { resultToken: string; title: string; on: string; submitted: boolean; address: string };

/** Everything in a portfolio, the older results of an assessment included, each with a way out that asks once more. */
export function TakeOut({ token, members }: { token: string; members: Member[] }) {
  const { say, language } = useWords();
  return (
    <section className="no-print mt-12 border-t border-rule pt-8">
      <h2 id={TAKE_OUT_ID} tabIndex={-1} className="text-xl">
        {say("portfolio:takeOut")}
      </h2>
      <p className="measure mt-2">{say("portfolio:takeOutText")}</p>
      <ul className="mt-3 max-w-[52rem]">
        {members.map(({ resultToken, title, on, submitted, address }) => (
          <li key={resultToken} className="border-t border-rule py-2">
            <details>
              <summary className="min-h-11 py-2">
                {title}{" "}
                <span className="text-sm text-quiet">{say(submitted ? "portfolio:submittedOn" : "portfolio:begunOn", { day: displayDate(on, language) })}</span>
              </summary>
              <p className="measure mt-1 text-sm">{say(submitted ? "portfolio:resultStays" : "portfolio:answersStay")}</p>
              <p className="mt-1 text-sm break-all">{address}</p>
              <Form method="post" action={paths.portfolio(token)} className="mt-2">
                <input type="hidden" name="intent" value="remove" />
                <input type="hidden" name="result" value={resultToken} />
                <button type="submit" className="button-plain" aria-label={say("portfolio:takeOutNamed", { title })}>
                  {say("portfolio:takeOutNow")}
                </button>
              </Form>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
