import { Form, Link } from "@remix-run/react";
import { LabelledField, SelectField } from "#app/components/forms/labelled-field.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import type { InitiativeState } from "#app/domain/board/initiative-state.ts";
import { type Pillar, PILLARS } from "#app/domain/assessment/vocabulary.ts";
import { quarterAfter } from "#app/domain/cycles/period.ts";
import { displayAmount, displayScore } from "#app/domain/report/display.ts";
import { DEFAULT_PERSON_WEEKS } from "#app/domain/roadmap/capacity-form.ts";
import { DEFAULT_QUARTERS, MAX_QUARTERS } from "#app/domain/roadmap/plan-settings.ts";
import { IMPORTANCES, LONGEST_NAME } from "#app/domain/scenarios/wishes.ts";
import { fieldOf } from "#app/domain/scenarios/wishes-form.ts";

type ScenarioFormProps = {
  /** What hides in it: `once`, or `revision`. */
  hidden: Record<string, string>;
  /** What the fields hold. */
  fields: Record<string, string>;
  problems: readonly { field: string; message: string }[];
  assessments: {
    slug: string;
    title: string;
    results: { cycle: string; period: string; respondents: number; mean: number | null }[];
    dimensions: { id: string; title: string }[];
    levels: string[];
  }[];
  firstQuarters: string[];
  initiatives: { pillar: Pillar; initiatives: { id: string; title: string; state: InitiativeState | null }[] }[];
  isNew: boolean;
  /** Where it leads when nothing is to be done. */
  back: string;
};

/** What is asked of a plan: where it starts, how far it should go, with what, and what must be in it. */
export function ScenarioForm({ hidden, fields, problems, assessments, firstQuarters, initiatives, isNew, back }: ScenarioFormProps) {
  const { say, language } = useWords();
  const error = (name: string) => problems.find(({ field }) => field === name)?.message;
  const value = (name: string, otherwise = "") => fields[name] ?? otherwise;
  const firstQuarter = value("firstQuarter", firstQuarters[0] ?? "");
  const entered = Number(value("quarters", String(DEFAULT_QUARTERS)));
  const quarters = Number.isInteger(entered) && entered >= 1 && entered <= MAX_QUARTERS ? entered : DEFAULT_QUARTERS;
  const names = Array.from({ length: quarters }, (_, q) => (firstQuarter ? quarterAfter(firstQuarter, q) : `Q${q + 1}`));
  const target = value("target", "furthest");
  const isWeighted = Object.entries(fields).some(([name, entry]) => name.startsWith("importance:") && entry !== "1");
  const importanceText = (times: number): string => {
    if (times === 0 || times === 0.5 || times === 1) return say(`scenarios:importance_${times === 0.5 ? "half" : times}`);
    return say("scenarios:importance_times", { times: displayAmount(times, language) });
  };
  return (
    <Form method="post" id="scenario" className="mt-8 flex flex-col gap-y-10">
      {Object.entries(hidden).map(([name, held]) => (
        <input key={name} type="hidden" name={name} value={held} />
      ))}
      <div className="flex flex-col gap-y-6">
        <LabelledField id="name" label={say("scenarios:name")} hint={say("scenarios:nameHint")} error={error("name")}>
          {(ties) => <input {...ties} type="text" defaultValue={value("name")} maxLength={LONGEST_NAME} autoComplete="off" />}
        </LabelledField>
        <SelectField
          id="firstQuarter"
          label={say("scenarios:firstQuarter")}
          value={firstQuarter}
          options={firstQuarters.map((quarter) => ({ value: quarter, label: quarter }))}
          error={error("firstQuarter")}
        />
      </div>
      <fieldset className="min-w-0">
        <legend className="font-serif text-2xl font-semibold">{say("scenarios:starts")}</legend>
        <p className="measure mt-1 text-quiet">{say("scenarios:startsText")}</p>
        <div className="mt-4 flex flex-col gap-y-5">
          {assessments.map(({ slug, title, results }, i) => (
            <SelectField
              key={slug}
              id={fieldOf.from(slug)}
              label={title}
              // The first assessment is where a new scenario begins; the rest are added on purpose.
              value={value(fieldOf.from(slug), isNew && i === 0 && Object.keys(fields).length === 0 ? (results[0]?.cycle ?? "") : "")}
              options={[
                { value: "", label: say("scenarios:startNone") },
                ...results.map(({ cycle, period, respondents, mean }) => ({
                  value: cycle,
                  label: say("scenarios:startOption", { period, mean: displayScore(mean ?? 0, language), count: respondents }),
                })),
              ]}
              error={error(fieldOf.from(slug))}
            />
          ))}
        </div>
      </fieldset>
      <fieldset className="min-w-0">
        <legend className="font-serif text-2xl font-semibold">{say("scenarios:target")}</legend>
        <p className="measure mt-1 text-quiet">{say("scenarios:targetText")}</p>
        <div id="target" className="mt-3 flex flex-col gap-y-2">
          {(["furthest", "score", "level"] as const).map((kind) => (
            <label key={kind} className="inline-flex min-h-11 items-center gap-3">
              <input type="radio" name="target" value={kind} defaultChecked={target === kind} />
              {say(`scenarios:target_${kind}`)}
            </label>
          ))}
        </div>
        <div className="mt-3 flex flex-wrap gap-x-8 gap-y-4">
          <LabelledField id="score" label={say("scenarios:targetScore")} error={error("score")}>
            {(ties) => <input {...ties} className="field mt-1 w-28" inputMode="decimal" defaultValue={value("score")} autoComplete="off" />}
          </LabelledField>
          <SelectField
            id="level"
            label={say("scenarios:targetLevel")}
            value={value("level", "3")}
            options={[2, 3, 4, 5].map((level) => {
              const name = assessments.length === 1 ? assessments[0]!.levels[level - 1] : undefined;
              return { value: String(level), label: name ? say("scenarios:levelOption", { level, name }) : String(level) };
            })}
            error={error("level")}
          />
        </div>
      </fieldset>
      <fieldset className="min-w-0">
        <legend className="font-serif text-2xl font-semibold">{say("scenarios:weeks")}</legend>
        <div className="mt-3">
          <LabelledField id="quarters" label={say("scenarios:quarters")} hint={say("scenarios:quartersHint", { most: MAX_QUARTERS })} error={error("quarters")}>
            {(ties) => (
              <input {...ties} className="field mt-1 w-20" inputMode="numeric" defaultValue={value("quarters", String(DEFAULT_QUARTERS))} autoComplete="off" />
            )}
          </LabelledField>
        </div>
        <p className="measure mt-4 text-quiet">
          {say("scenarios:weeksText")} {say("scenarios:moneyText")}
        </p>
        <div className="mt-3 overflow-x-auto p-1" tabIndex={0} role="region" aria-label={say("scenarios:weeksTable")}>
          <table className="min-w-[26rem] text-sm">
            <caption className="sr-only">{say("scenarios:weeksTable")}</caption>
            <thead>
              <tr>
                <th scope="col" className="py-1 pr-6 text-left">
                  {say("roadmap:pool")}
                </th>
                {names.map((name) => (
                  <th key={name} scope="col" className="px-1 text-left whitespace-nowrap">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {([...PILLARS, "budget"] as const).map((pool) => {
                const title = pool === "budget" ? say("scenarios:money") : say(`terms:${pool}`);
                return (
                  <tr key={pool}>
                    <th scope="row" className="py-1 pr-6 text-left font-normal">
                      {title}
                    </th>
                    {names.map((name, q) => {
                      const id = fieldOf.weeks(pool, q + 1);
                      const wrong = error(id);
                      return (
                        <td key={name} className="p-1 align-top">
                          <input
                            id={id}
                            name={id}
                            defaultValue={value(id, pool === "budget" ? "" : String(DEFAULT_PERSON_WEEKS))}
                            inputMode="decimal"
                            autoComplete="off"
                            aria-label={`${title}, ${name}`}
                            {...(wrong ? { "aria-invalid": true, "aria-describedby": `${id}-error` } : {})}
                            className={`field ${pool === "budget" ? "w-24" : "w-18"}`}
                          />
                          {wrong && (
                            <p id={`${id}-error`} className="max-w-36 text-xs font-semibold text-alert">
                              {wrong}
                            </p>
                          )}
                        </td>
                      );
                    })}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      </fieldset>
      <details className="border-t border-rule pt-4" open={isWeighted || problems.some(({ field }) => field.startsWith("importance:"))}>
        <summary className="inline-flex min-h-11 items-center font-serif text-xl font-semibold">{say("scenarios:importance")}</summary>
        <p className="measure mt-1 text-quiet">{say("scenarios:importanceText")}</p>
        {assessments.map(({ slug, title, dimensions }) => (
          <fieldset key={slug} className="mt-4 min-w-0">
            <legend className="font-semibold">{title}</legend>
            <div className="mt-2 grid gap-x-8 gap-y-4 sm:grid-cols-2">
              {dimensions.map((dimension) => (
                <SelectField
                  key={dimension.id}
                  id={fieldOf.importance(slug, dimension.id)}
                  label={dimension.title}
                  value={value(fieldOf.importance(slug, dimension.id), "1")}
                  options={IMPORTANCES.map((times) => ({ value: String(times), label: importanceText(times) }))}
                  error={error(fieldOf.importance(slug, dimension.id))}
                />
              ))}
            </div>
          </fieldset>
        ))}
      </details>
      <fieldset className="min-w-0 border-t border-rule pt-4">
        <legend className="sr-only">{say("scenarios:choices")}</legend>
        <h2 className="text-xl">{say("scenarios:choices")}</h2>
        <p className="measure mt-1 text-quiet">{say("scenarios:choicesText")}</p>
        {initiatives
          .filter((of) => of.initiatives.length > 0)
          .map((of) => {
            const isOpen = of.initiatives.some(({ id }) => value(fieldOf.choice(id)) !== "" || error(fieldOf.choice(id)));
            return (
              <details key={of.pillar} open={isOpen} className="mt-2">
                <summary className="inline-flex min-h-11 items-center">
                  {say("scenarios:choicesOf", { pillar: say(`terms:${of.pillar}`), count: of.initiatives.length })}
                </summary>
                <div className="mt-2 mb-4 grid gap-x-8 gap-y-4 sm:grid-cols-2">
                  {of.initiatives.map(({ id, title, state }) => (
                    <SelectField
                      key={id}
                      id={fieldOf.choice(id)}
                      label={title}
                      {...(state ? { hint: say("scenarios:onBoard", { state: say(`board:state_${state}`) }) } : {})}
                      value={value(fieldOf.choice(id))}
                      options={[
                        { value: "", label: say("scenarios:choice_plan") },
                        { value: "in", label: say("scenarios:choice_in") },
                        ...names.map((name, q) => ({ value: String(q + 1), label: say("scenarios:choice_quarter", { quarter: name }) })),
                        { value: "out", label: say("scenarios:choice_out") },
                      ]}
                      error={error(fieldOf.choice(id))}
                    />
                  ))}
                </div>
              </details>
            );
          })}
      </fieldset>
      <div>
        <label className="inline-flex min-h-11 items-center gap-3">
          <input type="checkbox" name="usesLedger" value="yes" defaultChecked={value("usesLedger") === "yes"} aria-describedby="ledger-hint" />
          {say("scenarios:ledger")}
        </label>
        <p id="ledger-hint" className="measure text-sm text-quiet">
          {say("scenarios:ledgerHint")}
        </p>
      </div>
      <p className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <button type="submit" className="button">
          {say(isNew ? "scenarios:plan" : "scenarios:save")}
        </button>
        <Link to={back} className="inline-flex min-h-11 items-center">
          {say("scenarios:leave")}
        </Link>
      </p>
    </Form>
  );
}
