import type { ReactNode } from "react";
import { Choice } from "#app/components/forms/choice.tsx";
import { LabelledField, SelectField } from "#app/components/forms/labelled-field.tsx";
import { TextArea } from "#app/components/forms/text-area.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { type Pillar, PILLARS } from "#app/domain/assessment/vocabulary.ts";
import { LONGEST_INITIATIVE_TITLE, LONGEST_PROSE, LONGEST_STEP, MOST_FIRST_STEPS } from "#app/domain/board/own-initiative-form.ts";
import type { FieldProblems } from "#app/domain/tenancy/organization-form.ts";
import { RaiseRow, type RaiseQuestion } from "./raise-row.tsx";

type Listed = { id: string; title: string };
export type OwnFieldsProps = {
  /** What the fields show, by name: as it is saved, or as it came back. */
  values: Readonly<Record<string, string>>;
  problems: FieldProblems;
  lists: {
    library: { pillar: Pillar; initiatives: Listed[] }[];
    owns: Listed[];
    kpis: { pillar: Pillar; kpis: Listed[] }[];
    questions: { title: string; questions: Listed[] }[];
  };
  /** What has been chosen so far. */
  chosen: { requires: Listed[]; kpis: Listed[]; raises: RaiseQuestion[] };
  /** Whether it begins: then what it bets on and its checklist are asked too. */
  isNew: boolean;
  /** The field in which something was just chosen to be added: one goes on there. */
  added: string | null;
};

const ENDS = ["low", "likely", "high"] as const;

/** Everything that an initiative of one's own is. */
export function OwnFields({ values, problems, lists, chosen, isNew, added }: OwnFieldsProps) {
  const { say } = useWords();
  const value = (name: string) => values[name] ?? "";
  const error = (name: string) => problems.find(({ field }) => field === name)?.message;
  const pillars = PILLARS.map((pillar) => ({ value: pillar, label: say(`terms:${pillar}`) }));
  const area = (name: "problem" | "done" | "effortReason" | "chanceReason" | "pilot" | "byHand" | "hypothesis" | "refutedBy", hint?: string) => (
    <TextArea name={name} label={say(`initiatives:${name}`)} value={value(name)} maxLength={LONGEST_PROSE} problems={problems} {...(hint ? { hint } : {})} />
  );
  return (
    <>
      <LabelledField id="title" label={say("initiatives:title")} hint={say("initiatives:titleHint")} error={error("title")}>
        {(ties) => <input {...ties} defaultValue={value("title")} maxLength={LONGEST_INITIATIVE_TITLE} autoComplete="off" />}
      </LabelledField>
      <SelectField
        id="pillar"
        label={say("initiatives:pillar")}
        value={value("pillar")}
        options={[{ value: "", label: say("initiatives:choose") }, ...pillars]}
        error={error("pillar")}
      />
      <SelectField
        id="pillar2"
        label={say("initiatives:pillar2")}
        value={value("pillar2")}
        options={[{ value: "", label: say("initiatives:none") }, ...pillars]}
      />
      {area("problem", say("initiatives:problemHint"))}
      {area("done", say("initiatives:doneHint"))}
      <fieldset id="quarters" {...(error("quarters") ? { "aria-describedby": "quarters-error" } : {})}>
        <legend className="font-semibold">{say("initiatives:quarters")}</legend>
        <Problem id="quarters-error" message={error("quarters")} />
        {[1, 2, 3].map((count) => (
          <Choice
            key={count}
            id={`quarters-${count}`}
            type="radio"
            name="quarters"
            value={String(count)}
            label={say("initiatives:quartersCount", { count })}
            checked={value("quarters") === String(count)}
          />
        ))}
      </fieldset>
      <Effort value={value} error={error} />
      {area("effortReason")}
      <fieldset className="min-w-0">
        <legend className="font-semibold">{say("initiatives:cost")}</legend>
        <p className="measure text-sm text-quiet">{say("initiatives:costHint")}</p>
        <div className="mt-1 flex flex-wrap gap-x-4 gap-y-2">
          {ENDS.map((end) => (
            <Figure key={end} name={`cost.${end}`} label={say("initiatives:costOf", { end: say(`initiatives:${end}`) })} value={value} error={error} />
          ))}
        </div>
      </fieldset>
      <Part heading={say("initiatives:requires")} hint={say("initiatives:requiresHint")}>
        <Ticked name="requires" listed={chosen.requires} />
        <More
          id="requiresMore"
          isNext={added === "requiresMore"}
          label={say("initiatives:requiresMore")}
          button={say("initiatives:addRequires")}
          error={error("requiresMore")}
          count={chosen.requires.length}
        >
          {lists.owns.length > 0 && <Group label={say("initiatives:ownsGroup")} listed={lists.owns} />}
          {lists.library.map(({ pillar, initiatives }) => (
            <Group key={pillar} label={say(`terms:${pillar}`)} listed={initiatives} />
          ))}
        </More>
      </Part>
      <Part heading={say("initiatives:raises")} hint={say("initiatives:raisesHint")}>
        {chosen.raises.map((question) => (
          <RaiseRow key={`${question.assessment}.${question.item}`} question={question} value={value} error={error} />
        ))}
        <More
          id="raiseMore"
          isNext={added === "raiseMore"}
          label={say("initiatives:raiseMore")}
          button={say("initiatives:addRaise")}
          error={error("raiseMore")}
          count={chosen.raises.length}
        >
          {lists.questions.map(({ title, questions }) => (
            <Group key={title} label={title} listed={questions} />
          ))}
        </More>
      </Part>
      <Part heading={say("initiatives:kpis")} hint={say("initiatives:kpisHint")}>
        <Ticked name="kpis" listed={chosen.kpis} />
        <More
          id="kpisMore"
          isNext={added === "kpisMore"}
          label={say("initiatives:kpisMore")}
          button={say("initiatives:addKpi")}
          error={error("kpisMore")}
          count={chosen.kpis.length}
        >
          {lists.kpis.map(({ pillar, kpis }) => (
            <Group key={pillar} label={say(`terms:${pillar}`)} listed={kpis} />
          ))}
        </More>
      </Part>
      <LabelledField id="chance" label={say("initiatives:chance")} hint={say("initiatives:chanceHint")} error={error("chance")}>
        {(ties) => <input {...ties} inputMode="numeric" defaultValue={value("chance")} maxLength={3} autoComplete="off" />}
      </LabelledField>
      {area("chanceReason")}
      {area("pilot")}
      {area("byHand")}
      {isNew && (
        <>
          {area("hypothesis", say("initiatives:hypothesisHint"))}
          {area("refutedBy", say("initiatives:refutedByHint"))}
          <TextArea
            name="checklist"
            label={say("initiatives:checklist")}
            hint={say("initiatives:checklistHint", { most: MOST_FIRST_STEPS })}
            value={value("checklist")}
            maxLength={MOST_FIRST_STEPS * (LONGEST_STEP + 2)}
            rows={6}
            problems={problems}
          />
        </>
      )}
    </>
  );
}

type Of = (name: string) => string;
type ErrorOf = (name: string) => string | undefined;

function Effort({ value, error }: { value: Of; error: ErrorOf }) {
  const { say } = useWords();
  return (
    <fieldset className="min-w-0">
      <legend className="font-semibold">{say("initiatives:effort")}</legend>
      <p className="measure text-sm text-quiet">{say("initiatives:effortHint")}</p>
      {PILLARS.map((pool) => (
        <div key={pool} className="mt-3 flex flex-wrap gap-x-4 gap-y-2">
          {ENDS.map((end) => (
            <Figure
              key={end}
              name={`effort.${pool}.${end}`}
              label={say("initiatives:effortOf", { pool: say(`terms:${pool}`), end: say(`initiatives:${end}`).toLocaleLowerCase() })}
              value={value}
              error={error}
            />
          ))}
        </div>
      ))}
    </fieldset>
  );
}

function Figure({ name, label, value, error }: { name: string; label: string; value: Of; error: ErrorOf }) {
  return (
    <div className="w-36 text-sm">
      <LabelledField id={name} label={label} error={error(name)}>
        {(ties) => <input {...ties} inputMode="decimal" defaultValue={value(name)} maxLength={12} autoComplete="off" />}
      </LabelledField>
    </div>
  );
}

function Part({ heading, hint, children }: { heading: string; hint: string; children: ReactNode }) {
  return (
    <fieldset className="min-w-0 border-t border-rule pt-6">
      <legend className="sr-only">{heading}</legend>
      <h2 aria-hidden className="text-lg">
        {heading}
      </h2>
      <p className="measure text-sm text-quiet">{hint}</p>
      {children}
    </fieldset>
  );
}

/** What has been chosen, each to be taken out again by its box. */
function Ticked({ name, listed }: { name: "requires" | "kpis"; listed: readonly Listed[] }) {
  return listed.map(({ id, title }) => <Choice key={id} id={`${name}.${id}`} type="checkbox" name={`${name}.${id}`} value="yes" label={title} checked />);
}

type MoreProps = { id: string; label: string; button: string; error: string | undefined; count: number; isNext: boolean; children: ReactNode };

/** Chooses another one; the button shows the form again with it, and so does sending the form. */
function More({ id, label, button, error, count, isNext, children }: MoreProps) {
  const { say } = useWords();
  return (
    <div className="mt-3 flex flex-wrap items-end gap-x-4 gap-y-2">
      <div className="w-full max-w-[28rem] min-w-0">
        <LabelledField id={id} label={label} error={error}>
          {(ties) => (
            // Anew when one was added, so that it is empty again.
            <select key={count} {...ties} defaultValue="" autoFocus={isNext}>
              <option value="">{say("initiatives:choose")}</option>
              {children}
            </select>
          )}
        </LabelledField>
      </div>
      <button type="submit" name="more" value="yes" className="button button-quiet" formNoValidate>
        {button}
      </button>
    </div>
  );
}

function Group({ label, listed }: { label: string; listed: readonly Listed[] }) {
  return (
    <optgroup label={label}>
      {listed.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </optgroup>
  );
}

function Problem({ id, message }: { id: string; message: string | undefined }) {
  const { say } = useWords();
  if (message === undefined) return null;
  return (
    <p id={id} className="border-l-4 border-alert pl-3 font-semibold text-alert">
      {say("frame:error", { message })}
    </p>
  );
}
