import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { LabelledField, SelectField } from "#app/components/forms/labelled-field.tsx";
import { LocalTimeField } from "#app/components/forms/local-time-field.tsx";
import { SharedLink } from "#app/components/ui/shared-link.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { LONGEST_REASON } from "#app/domain/cycles/cycle-change-form.ts";
import { MOST_ADDRESSES } from "#app/domain/cycles/opening-form.ts";
import { displayMomentIn } from "#app/domain/report/display.ts";
import { LONGEST_LIST } from "#app/domain/tenancy/invitation-form.ts";
import { RESPONDENT_ROLES, WORK_FUNCTIONS } from "#app/domain/tenancy/profile-choices.ts";
import { LANGUAGES } from "#app/words/language.ts";

type RunCycleProps = {
  cycle: { state: string; isAnonymous: boolean; timeZone: string; revision: number; remindEveryDays: number | null };
  running: {
    /** Null where it is not said. */
    remindable: number | null;
    openLink: { link: string; qr: { size: number; path: string }; expiresAt: string } | null;
    series: { nextOpensAt: string } | null;
    /** What the organisation's clock shows now, and when it will show that the cycle closes (empty: not by itself). */
    clock: string;
    closesAt: string;
  };
  /** What was entered, where a form came back. */
  fields: Record<string, string>;
  problems: { field: string; message: string }[];
};

/** What whoever runs a cycle can do with it, each under its own heading. */
export function RunCycle({ cycle: { state, isAnonymous, timeZone, revision, remindEveryDays }, running, fields, problems }: RunCycleProps) {
  const { say, language } = useWords();
  const { remindable, openLink, series, clock, closesAt } = running;
  const error = (name: string) => problems.find(({ field }) => field === name)?.message;
  const of = (intent: string, name: string) => (fields["intent"] === intent ? fields[name] : undefined);
  const hint = say("cycles:timeHint", { timeZone });
  const inWords = (moment: string) => displayMomentIn(moment, timeZone, language);
  const isEntered = (intent: string) => fields["intent"] === intent;
  const seen = (intent: string) => of(intent, "revision") ?? revision;
  const notSaid = { value: "", label: say("cycles:theySay") };
  return (
    <>
      {state === "open" && (
        <section className="mt-10 border-t border-rule pt-6">
          <h2 className="text-xl">{say("cycles:reminders")}</h2>
          <p className="measure mt-2">
            {remindable === null
              ? say("cycles:remindableUnsaid")
              : remindable > 0
                ? say("cycles:remindable", { count: remindable })
                : say("cycles:remindableNone")}{" "}
            {remindEveryDays !== null && say("cycles:remindsItself", { days: remindEveryDays })}
          </p>
          {remindable !== 0 && (
            <Form method="post" className="mt-2">
              <button type="submit" id="remind" name="intent" value="remind" className="button button-quiet">
                {say("cycles:remindNow")}
              </button>
            </Form>
          )}
        </section>
      )}
      {state !== "closed" && (
        <>
          <Drawer title={say("cycles:openLink")} isOpen={openLink !== null || isEntered("link")}>
            {openLink ? (
              <>
                <p className="measure mt-2">{say("cycles:openLinkGood", { moment: inWords(openLink.expiresAt) })}</p>
                {isAnonymous && <p className="measure mt-2">{say("cycles:openLinkApart")}</p>}
                <SharedLink label={say("cycles:openLink")} link={openLink.link} qr={openLink.qr} />
                <Form method="post" className="mt-2">
                  <button type="submit" name="intent" value="unlink" className="button-plain">
                    {say("cycles:openLinkEnd")}
                  </button>
                </Form>
              </>
            ) : (
              <Form method="post" className="mt-2 flex flex-col gap-y-4">
                <p className="measure">
                  {say("cycles:openLinkText")} {isAnonymous && say("cycles:openLinkApart")}
                </p>
                <LocalTimeField
                  id="openLinkUntil"
                  {...{ label: say("cycles:openLinkUntil"), hint, clock, value: of("link", "openLinkUntil"), error: error("openLinkUntil") }}
                />
                <p>
                  <button type="submit" name="intent" value="link" className="button button-quiet">
                    {say("cycles:openLinkMake")}
                  </button>
                </p>
              </Form>
            )}
          </Drawer>
          <Drawer title={say("cycles:addPeople")} isOpen={isEntered("add")}>
            <Form method="post" className="mt-2 flex flex-col gap-y-4">
              <LabelledField
                id="addresses"
                label={say("people:addresses")}
                hint={say("cycles:addressesHint", { most: MOST_ADDRESSES })}
                error={error("addresses")}
              >
                {(ties) => <textarea {...ties} rows={4} maxLength={LONGEST_LIST} defaultValue={of("add", "addresses")} autoComplete="off" spellCheck={false} />}
              </LabelledField>
              <SelectField
                id="respondentRole"
                label={say("cycles:theyAnswerAs")}
                value={of("add", "respondentRole") ?? ""}
                options={[notSaid, ...RESPONDENT_ROLES.map((value) => ({ value, label: say(`people:respondentRole_${value}`) }))]}
              />
              <SelectField
                id="workFunction"
                label={say("cycles:theyWorkIn")}
                value={of("add", "workFunction") ?? ""}
                options={[notSaid, ...WORK_FUNCTIONS.map((value) => ({ value, label: say(`people:workFunction_${value}`) }))]}
              />
              <SelectField
                id="language"
                label={say("cycles:mailLanguage")}
                value={of("add", "language") ?? language}
                options={LANGUAGES.map((value) => ({ value, label: say(`cycles:language_${value}`) }))}
              />
              <p>
                <button type="submit" name="intent" value="add" className="button button-quiet">
                  {say("cycles:askThem")}
                </button>
              </p>
            </Form>
          </Drawer>
          <Drawer title={say("cycles:changeClosing")} isOpen={isEntered("closing")}>
            <Form key={seen("closing")} id="closing" method="post" className="mt-2 flex flex-col gap-y-4">
              <input type="hidden" name="intent" value="closing" />
              <input type="hidden" name="revision" value={seen("closing")} />
              <LocalTimeField
                id="closesAt"
                label={say("cycles:closesAtLabel")}
                {...{ hint: `${say("cycles:closesAtHint")} ${hint}`, clock, value: of("closing", "closesAt") ?? closesAt, error: error("closesAt") }}
              />
              <p>
                <button type="submit" className="button button-quiet">
                  {say("cycles:saveClosing")}
                </button>
              </p>
            </Form>
          </Drawer>
        </>
      )}
      {series && (
        <section className="mt-10 border-t border-rule pt-6">
          <h2 className="text-xl">{say("cycles:series")}</h2>
          <p className="measure mt-2">{say("cycles:seriesText", { moment: inWords(series.nextOpensAt) })}</p>
          <Form method="post" className="mt-2">
            <button type="submit" name="intent" value="end-series" className="button-plain">
              {say("cycles:endSeries")}
            </button>
          </Form>
        </section>
      )}
      {state === "closed" ? (
        <Drawer key="reopen" title={say("cycles:reopen")} isOpen={isEntered("reopen")}>
          <Form id="reopen" key={seen("reopen")} method="post" className="mt-2 flex flex-col gap-y-4">
            <input type="hidden" name="intent" value="reopen" />
            <input type="hidden" name="revision" value={seen("reopen")} />
            <p className="measure">{say("cycles:reopenText")}</p>
            <LabelledField id="reason" label={say("cycles:reason")} error={error("reason")}>
              {(ties) => <input {...ties} maxLength={LONGEST_REASON} defaultValue={of("reopen", "reason")} autoComplete="off" />}
            </LabelledField>
            <LocalTimeField
              id="closesAtAgain"
              name="closesAt"
              label={say("cycles:closesAtLabel")}
              {...{ hint: `${say("cycles:closesAtHint")} ${hint}`, clock, value: of("reopen", "closesAt"), error: error("closesAtAgain") }}
            />
            <p>
              <button type="submit" className="button button-quiet">
                {say("cycles:reopenIt")}
              </button>
            </p>
          </Form>
        </Drawer>
      ) : (
        <Drawer key="close" title={say("cycles:close")} isOpen={false}>
          <p className="measure mt-2">{say("cycles:closeText")}</p>
          <Form method="post" className="mt-4">
            <button type="submit" name="intent" value="close" className="button button-quiet">
              {say("cycles:closeIt")}
            </button>
          </Form>
        </Drawer>
      )}
    </>
  );
}

/** Something that is done seldom: shut until it is wanted. */
function Drawer({ title, isOpen, children }: { title: string; isOpen: boolean; children: ReactNode }) {
  return (
    <details className="mt-10 border-t border-rule pt-6" open={isOpen}>
      <summary className="inline-flex min-h-11 items-center text-accent">{title}</summary>
      {children}
    </details>
  );
}
