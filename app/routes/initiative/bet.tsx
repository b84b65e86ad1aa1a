import { Form } from "@remix-run/react";
import { Choice } from "#app/components/forms/choice.tsx";
import type { FieldProblem } from "#app/components/forms/error-summary.tsx";
import { LabelledField } from "#app/components/forms/labelled-field.tsx";
import { TextArea } from "#app/components/forms/text-area.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { BET_TEXTS, LONGEST_BET, VERDICTS, type Verdict } from "#app/domain/board/initiative-page-form.ts";
import { displayDate } from "#app/domain/report/display.ts";
import type { Entered } from "./sent.ts";

type BetProps = {
  bet: Record<(typeof BET_TEXTS)[number], string | null> & {
    measureOn: string | null;
    verdict: Verdict | null;
    measured: string | null;
    decidedOn: string | null;
    revision: number;
  };
  today: string;
  mayEdit: boolean;
  /** What was sent before, where one of its two forms came back. */
  entered: Entered | null;
  problems: readonly FieldProblem[];
};

/** Evidence-based planning: what has to be true, what would refute it, and what the measurement showed. */
export function Bet({ bet, today, mayEdit, entered, problems }: BetProps) {
  const { say, language } = useWords();
  const { verdict, measured, decidedOn, measureOn, leapOfFaith } = bet;
  const said = BET_TEXTS.filter((name) => bet[name] !== null);
  const isOverdue = verdict === null && leapOfFaith !== null && measureOn !== null && measureOn < today;
  const revision = entered?.["revision"] ?? String(bet.revision);
  return (
    <section id="bet" className="mt-10 border-t border-rule pt-6">
      <h2 className="text-xl">{say("initiatives:betHeading")}</h2>
      <p className="measure mt-2 text-quiet">{say("initiatives:betText")}</p>
      {(said.length > 0 || measureOn !== null) && (
        <dl className="mt-4 grid max-w-[56rem] gap-x-10 gap-y-4 sm:grid-cols-2 [&_dt]:font-semibold">
          {said.map((name) => (
            <div key={name} className="min-w-0 wrap-anywhere">
              <dt>{say(`initiatives:${name}`)}</dt>
              <dd className="whitespace-pre-line">{bet[name]}</dd>
            </div>
          ))}
          {measureOn !== null && (
            <div>
              <dt>{say("initiatives:measureOn")}</dt>
              <dd className={isOverdue ? "font-semibold" : ""}>
                {isOverdue ? say("initiatives:overdueSince", { day: displayDate(measureOn, language) }) : displayDate(measureOn, language)}
              </dd>
            </div>
          )}
        </dl>
      )}
      {verdict !== null && decidedOn !== null && (
        <div className="measure mt-4 border-l-4 border-accent py-1 pl-4">
          <p className="font-semibold">
            {say("initiatives:decidedAs", { verdict: say(`initiatives:verdict_${verdict}`), day: displayDate(decidedOn, language) })}
          </p>
          <p className="whitespace-pre-line">{measured}</p>
        </div>
      )}
      {mayEdit && (
        <>
          {/* Anew when something was saved, so that the fields show it and fold away. */}
          <details key={`bet ${revision}`} className="mt-4" open={entered?.["intent"] === "bet"}>
            <summary className="inline-flex min-h-11 items-center text-accent">
              {say(said.length > 0 ? "initiatives:betChange" : "initiatives:betOpen")}
            </summary>
            <Form id="bet-form" method="post" className="mt-2 flex flex-col gap-y-4">
              <input type="hidden" name="intent" value="bet" />
              <input type="hidden" name="revision" value={revision} />
              {BET_TEXTS.map((name) => (
                <TextArea
                  key={name}
                  name={name}
                  label={say(`initiatives:${name}`)}
                  hint={say(`initiatives:${name}Hint`)}
                  value={(entered?.["intent"] === "bet" ? entered[name] : bet[name]) ?? ""}
                  maxLength={LONGEST_BET}
                  problems={problems}
                />
              ))}
              <LabelledField
                id="measureOn"
                label={say("initiatives:measureOn")}
                hint={say("initiatives:measureOnHint")}
                error={problems.find(({ field }) => field === "measureOn")?.message}
              >
                {(ties) => <input {...ties} type="date" defaultValue={entered?.["measureOn"] ?? measureOn ?? ""} />}
              </LabelledField>
              <p>
                <button type="submit" className="button button-quiet">
                  {say("initiatives:save")}
                </button>
              </p>
            </Form>
          </details>
          {(leapOfFaith !== null || verdict !== null) && <Decide bet={bet} revision={revision} today={today} entered={entered} problems={problems} />}
        </>
      )}
    </section>
  );
}

type DecideProps = { bet: BetProps["bet"]; revision: string; today: string; entered: Entered | null; problems: readonly FieldProblem[] };

/** What the measurement showed. */
function Decide({ bet, revision, today, entered, problems }: DecideProps) {
  const { say } = useWords();
  const own = entered?.["intent"] === "decide" ? entered : null;
  const error = (name: string) => problems.find(({ field }) => field === name)?.message;
  const chosen = own ? own["verdict"] : bet.verdict;
  const problem = error("verdict");
  return (
    <details key={`decide ${revision}`} open={own !== null}>
      <summary className="inline-flex min-h-11 items-center text-accent">
        {say(bet.verdict === null ? "initiatives:decideHeading" : "initiatives:decideChange")}
      </summary>
      <Form id="decide-form" method="post" className="mt-2 flex flex-col gap-y-4">
        <input type="hidden" name="intent" value="decide" />
        <input type="hidden" name="revision" value={revision} />
        <fieldset id="verdict" tabIndex={-1} {...(problem ? { "aria-describedby": "verdict-error" } : {})}>
          <legend className="font-semibold">{say("initiatives:verdict")}</legend>
          {problem && (
            <p id="verdict-error" className="border-l-4 border-alert pl-3 font-semibold text-alert">
              {say("frame:error", { message: problem })}
            </p>
          )}
          {[...VERDICTS, ...(bet.verdict === null ? [] : (["open"] as const))].map((each) => (
            <Choice
              key={each}
              id={`verdict-${each}`}
              type="radio"
              name="verdict"
              value={each}
              label={say(`initiatives:verdict_${each}`)}
              checked={chosen === each}
            />
          ))}
        </fieldset>
        <TextArea
          name="measured"
          label={say("initiatives:measured")}
          hint={say("initiatives:measuredHint")}
          value={own?.["measured"] ?? bet.measured ?? ""}
          maxLength={LONGEST_BET}
          problems={problems}
        />
        <LabelledField id="decidedOn" label={say("initiatives:decidedOn")} error={error("decidedOn")}>
          {(ties) => <input {...ties} type="date" defaultValue={own?.["decidedOn"] ?? bet.decidedOn ?? today} max={today} />}
        </LabelledField>
        <p>
          <button type="submit" className="button button-quiet">
            {say("initiatives:decide")}
          </button>
        </p>
      </Form>
    </details>
  );
}
