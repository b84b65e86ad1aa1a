import { Form } from "@remix-run/react";
import { useWords } from "#app/components/words/use-words.tsx";
import { browserName } from "#app/domain/access/browser-name.ts";
import { displayDate } from "#app/domain/report/display.ts";

type SessionListProps = { sessions: { id: string; browser: string; since: string; isThis: boolean }[] };

/** Where somebody is signed in, with a button to end each. */
export function SessionList({ sessions }: SessionListProps) {
  const { say, language } = useWords();
  const nameOf = (description: string) => {
    const { browser, system } = browserName(description);
    if (browser === null) return say("account:unknownBrowser");
    return system === null ? browser : say("account:browserOn", { browser, system });
  };
  return (
    <section className="mt-12 border-t border-rule pt-8">
      <h2 className="text-xl">{say("account:sessionsHeading")}</h2>
      <p className="measure mt-2">{say("account:sessionsText")}</p>
      <ul className="mt-3 max-w-[42rem]">
        {sessions.map(({ id, browser, since, isThis }) => {
          const day = displayDate(since, language);
          return (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 border-t border-rule py-2">
              <span className="py-2">
                {nameOf(browser)}{" "}
                <span className="text-sm text-quiet">
                  {say("account:since", { day })}
                  {isThis && `, ${say("account:thisSession")}`}
                </span>
              </span>
              {!isThis && (
                <Form method="post">
                  <input type="hidden" name="session" value={id} />
                  <button
                    type="submit"
                    name="intent"
                    value="end-session"
                    className="button-plain"
                    aria-label={say("account:endSessionNamed", { browser: nameOf(browser), day })}
                  >
                    {say("account:endSession")}
                  </button>
                </Form>
              )}
            </li>
          );
        })}
      </ul>
      {sessions.length > 1 && (
        <Form method="post" className="mt-4">
          <button type="submit" name="intent" value="end-others" className="button button-quiet">
            {say("account:endOthers")}
          </button>
        </Form>
      )}
    </section>
  );
}
