import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Choice } from "#app/components/forms/choice.tsx";
import { LabelledField, SelectField } from "#app/components/forms/labelled-field.tsx";
import { LocalTimeField } from "#app/components/forms/local-time-field.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { HEAVIEST } from "#app/domain/agreement/role-weights.ts";
import { CORE_ASSESSMENTS } from "#app/domain/cycles/first-steps.ts";
import { REMINDER_DAYS, WEIGHT_FIELDS } from "#app/domain/cycles/opening-form.ts";
import { LONGEST_LIST } from "#app/domain/tenancy/invitation-form.ts";
import { RESPONDENT_ROLES, WORK_FUNCTIONS } from "#app/domain/tenancy/profile-choices.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { LANGUAGES } from "#app/words/language.ts";

type OpeningFormProps = {
  slug: string;
  assessments: { slug: string; title: string; minutes: number }[];
  periods: string[];
  timeZone: string;
  /** What the organisation's clock shows now. */
  clock: string;
  mostAddresses: number;
  /** What was entered before, where the form came back. */
  entries: { name: string; value: string }[];
  problems: { field: string; message: string }[];
};

/** What is asked, who answers, how and when. */
export function OpeningForm({ slug, assessments, periods, timeZone, clock, mostAddresses, entries, problems }: OpeningFormProps) {
  const { say, language } = useWords();
  const error = (name: string) => problems.find(({ field }) => field === name)?.message;
  const given = (name: string) => entries.find((entry) => entry.name === name)?.value;
  const isGiven = (name: string, value: string) => entries.some((entry) => entry.name === name && entry.value === value);
  const one = (name: string, value: string, label: string, isFirst = false) => (
    <Choice
      key={value}
      {...{ id: isFirst ? name : `${name}-${value}`, type: "radio", name, value, label, checked: given(name) === undefined ? isFirst : isGiven(name, value) }}
    />
  );
  const core = CORE_ASSESSMENTS.flatMap((known) => assessments.find((assessment) => assessment.slug === known) ?? []);
  const others = assessments.filter((assessment) => !core.includes(assessment));
  const asked = ({ slug: value, title, minutes }: OpeningFormProps["assessments"][number], index?: number) => (
    <Choice
      key={value}
      id={index === 0 ? "assessment" : `assessment-${value}`}
      {...{ type: "checkbox", name: "assessment", value, label: say("cycles:takes", { title, count: minutes }), checked: isGiven("assessment", value) }}
    />
  );
  const notSaid = { value: "", label: say("cycles:theySay") };
  const time = { clock, hint: say("cycles:timeHint", { timeZone }) };
  return (
    <Form method="post" className="mt-8 flex flex-col gap-y-8">
      <Group legend={say("cycles:whatAsked")} field="assessment" error={error("assessment")}>
        {core.map(asked)}
        <Fold title={say("cycles:moreAssessments", { count: others.length })} isOpen={others.some((other) => isGiven("assessment", other.slug))}>
          {others.map((other) => asked(other))}
        </Fold>
      </Group>
      <SelectField
        id="period"
        label={say("cycles:period")}
        value={given("period") ?? periods[0]!}
        error={error("period")}
        options={periods.map((value) => ({ value, label: value }))}
      />
      <Group legend={say("cycles:whoAnswers")} field="who" error={error("who")}>
        {one("who", "everybody", say("cycles:who_everybody"), true)}
        {one("who", "functions", say("cycles:who_functions"))}
        <div className="ml-9 hidden group-has-[#who-functions:checked]:block">
          <Group legend={say("cycles:whichFunctions")} field="function" error={error("function")} isQuiet>
            <div className="grid sm:grid-cols-2">
              {WORK_FUNCTIONS.map((value, index) => (
                <Choice
                  key={value}
                  id={index === 0 ? "function" : `function-${value}`}
                  {...{ type: "checkbox", name: "function", value, label: say(`people:workFunction_${value}`), checked: isGiven("function", value) }}
                />
              ))}
            </div>
          </Group>
        </div>
        {one("who", "listed", say("cycles:who_listed"))}
      </Group>
      <Fold
        title={say("cycles:alsoAddresses")}
        isOpen={isGiven("who", "listed") || error("addresses") !== undefined || ["addresses", "respondentRole", "workFunction"].some((name) => given(name))}
        isApart
      >
        <div className="mt-2 flex flex-col gap-y-4">
          <LabelledField id="addresses" label={say("people:addresses")} hint={say("cycles:addressesHint", { most: mostAddresses })} error={error("addresses")}>
            {(ties) => <textarea {...ties} rows={4} maxLength={LONGEST_LIST} defaultValue={given("addresses")} autoComplete="off" spellCheck={false} />}
          </LabelledField>
          <SelectField
            id="respondentRole"
            label={say("cycles:theyAnswerAs")}
            value={given("respondentRole") ?? ""}
            options={[notSaid, ...RESPONDENT_ROLES.map((value) => ({ value, label: say(`people:respondentRole_${value}`) }))]}
          />
          <SelectField
            id="workFunction"
            label={say("cycles:theyWorkIn")}
            value={given("workFunction") ?? ""}
            options={[notSaid, ...WORK_FUNCTIONS.map((value) => ({ value, label: say(`people:workFunction_${value}`) }))]}
          />
          <SelectField
            id="language"
            label={say("cycles:mailLanguage")}
            value={given("language") ?? language}
            options={LANGUAGES.map((value) => ({ value, label: say(`cycles:language_${value}`) }))}
          />
        </div>
      </Fold>
      <Fold title={say("cycles:openLink")} isOpen={isGiven("who", "listed") || isGiven("openLink", "yes")} isApart>
        <p className="measure">
          {say("cycles:openLinkText")} {say("cycles:openLinkApart")}
        </p>
        <Choice
          {...{ id: "openLink", type: "checkbox", name: "openLink", value: "yes", label: say("cycles:openLinkYes"), checked: isGiven("openLink", "yes") }}
        />
        <div className="hidden group-has-[#openLink:checked]:block">
          <LocalTimeField id="openLinkUntil" label={say("cycles:openLinkUntil")} {...time} value={given("openLinkUntil")} error={error("openLinkUntil")} />
        </div>
      </Fold>
      <Group legend={say("cycles:names")} field="names" error={error("names")}>
        {one("names", "anonymous", say("cycles:names_anonymous"), true)}
        {one("names", "named", say("cycles:names_named"))}
        <p className="measure text-sm text-quiet">{say("cycles:namesText")}</p>
      </Group>
      <Group legend={say("cycles:whenOpens")} field="opens" error={error("opens")}>
        {one("opens", "now", say("cycles:opens_now"), true)}
        {one("opens", "later", say("cycles:opens_later"))}
        <div className="ml-9 hidden group-has-[#opens-later:checked]:block">
          <LocalTimeField id="opensAt" label={say("cycles:opensAt")} {...time} value={given("opensAt")} error={error("opensAt")} />
        </div>
      </Group>
      <LocalTimeField
        id="closesAt"
        label={say("cycles:closesAtLabel")}
        clock={clock}
        hint={`${say("cycles:closesAtHint")} ${time.hint}`}
        value={given("closesAt")}
        error={error("closesAt")}
      />
      <SelectField
        id="remind"
        label={say("cycles:remindLabel")}
        value={given("remind") ?? ""}
        options={[
          { value: "", label: say("cycles:remindByHand") },
          ...REMINDER_DAYS.map((days) => ({ value: String(days), label: say("cycles:remindEvery", { days }) })),
        ]}
      />
      <details
        className="border-t border-rule pt-4"
        open={Object.values(WEIGHT_FIELDS).some((field) => error(field) !== undefined || (given(field) ?? "1") !== "1")}
      >
        <summary className="inline-flex min-h-11 items-center text-accent">{say("cycles:weights")}</summary>
        <p className="measure mt-2">{say("cycles:weightsText")}</p>
        <div className="mt-4 flex flex-col gap-y-4">
          {RESPONDENT_ROLES.map((role) => {
            const field = WEIGHT_FIELDS[role];
            return (
              <LabelledField
                key={role}
                id={field}
                label={say(`cycles:weightOf_${role}`)}
                hint={say("cycles:weightHint", { most: HEAVIEST })}
                error={error(field)}
              >
                {(ties) => <input {...ties} inputMode="numeric" maxLength={2} defaultValue={given(field) ?? "1"} autoComplete="off" />}
              </LabelledField>
            );
          })}
        </div>
      </details>
      <Group legend={say("cycles:again")} field="repeat-group">
        <Choice
          {...{ id: "repeat", type: "checkbox", name: "repeat", value: "quarter", label: say("cycles:quarterly"), checked: isGiven("repeat", "quarter") }}
        />
        <p className="measure text-sm text-quiet">{say("cycles:quarterlyText")}</p>
      </Group>
      <p className="flex flex-wrap items-center gap-x-6 gap-y-3 border-t border-ink pt-4">
        <button type="submit" className="button">
          {say("cycles:openIt")}
        </button>
        <Link to={organizationPaths.cycles(slug)} className="inline-flex min-h-11 items-center">
          {say("cycles:notNow")}
        </Link>
      </p>
    </Form>
  );
}

type GroupProps = { legend: string; field: string; error?: string | undefined; isQuiet?: boolean; children: ReactNode };

/** Fields that belong together, under what they are about, with what is wrong with the choice. */
function Group({ legend, field, error, isQuiet, children }: GroupProps) {
  const { say } = useWords();
  return (
    <fieldset className={isQuiet ? "min-w-0" : "group min-w-0 border-t border-rule pt-4"} {...(error ? { "aria-describedby": `${field}-error` } : {})}>
      <legend className={isQuiet ? "text-sm text-quiet" : "font-serif text-xl"}>{legend}</legend>
      {error && (
        <p id={`${field}-error`} className="border-l-4 border-alert pl-3 font-semibold text-alert">
          {say("frame:error", { message: error })}
        </p>
      )}
      {children}
    </fieldset>
  );
}

type FoldProps = { title: string; isOpen: boolean; /** A part of the form of its own. */ isApart?: boolean; children: ReactNode };

/** What most do without, folded away unless it was used. */
function Fold({ title, isOpen, isApart, children }: FoldProps) {
  return (
    <details open={isOpen} className={isApart ? "group min-w-0 border-t border-rule pt-2" : ""}>
      <summary className="inline-flex min-h-11 items-center text-accent">{title}</summary>
      {children}
    </details>
  );
}
