import type { ReactNode } from "react";
import { useWords } from "#app/components/words/use-words.tsx";
import type { Answer } from "#app/domain/assessment/answer.ts";
import { PLACES } from "#app/domain/assessment/entered-value.ts";
import { fieldName, OPTION_PREFIX } from "#app/domain/assessment/form-fields.ts";
import type { QuestionView } from "#app/domain/assessment/question-screen.ts";
import { Choice } from "./choice.tsx";
import { figureText } from "./figure-text.ts";
import { WAYS_OUT } from "./ways-out.ts";

type FieldsProps = {
  question: QuestionView;
  answer: Answer;
  /** What the fields held when the screen was refused; it goes before the answer. */
  entered: readonly string[] | undefined;
};

/** The fields that answer a question, by its kind, and the two ways out. */
export function AnswerFields(props: FieldsProps) {
  const { say } = useWords();
  const { question, answer } = props;
  // Boxes and typed fields can be taken back without script; a radio button only by choosing another of its group.
  const type = ["multi", "number", "ranking"].includes(question.kind) ? "checkbox" : "radio";
  return (
    <>
      <Given {...props} />
      <div className="mt-2 border-t border-dotted border-rule pt-2 sm:flex sm:gap-8">
        {WAYS_OUT.map((state) => (
          <Choice
            key={state.id}
            id={`${question.id}-${state.id}`}
            type={type}
            name={fieldName("answer", question.id)}
            value={state.id}
            label={say(state.label)}
            checked={answer.state === state.id || question.alsoChosen?.includes(state.id) === true}
            alone={type === "checkbox"}
            quiet
          />
        ))}
      </div>
    </>
  );
}

function Given(props: FieldsProps) {
  switch (props.question.kind) {
    case "shift":
      return <ShiftFields {...props} />;
    case "number":
      return <NumberField {...props} />;
    case "ranking":
      return <RankingFields {...props} />;
    default:
      return <Choices {...props} />;
  }
}

function Choices({ question, answer }: FieldsProps) {
  const { id, kind, options } = question;
  const chosen = answer.state === "answered" ? [answer.value].flat().map(String) : [];
  return (
    <div>
      {options.map((option, i) => (
        <Choice
          key={option.id}
          id={`${id}-${i + 1}`}
          type={kind === "multi" ? "checkbox" : "radio"}
          name={fieldName("answer", id)}
          value={`${OPTION_PREFIX}${option.id}`}
          label={option.label}
          checked={chosen.includes(option.id)}
          alone={kind === "multi" && option.alone === true}
        />
      ))}
    </div>
  );
}

/** The same positions twice, one group under the other; the wish can be left open and taken back. */
function ShiftFields(props: FieldsProps) {
  const { say } = useWords();
  const { question, answer, entered } = props;
  const { id, options, ends } = question;
  const wanted = entered?.[0] ?? (answer.state === "answered" && answer.target !== undefined ? String(answer.target) : undefined);
  return (
    <>
      {ends && <p className="mb-3 text-sm text-quiet">{say("kinds:shiftEnds", ends)}</p>}
      <Group legend={say("kinds:today")}>
        <Choices {...props} />
      </Group>
      <Group legend={say("kinds:wanted")} keys={`${id}-target`}>
        {options.map((option, i) => (
          <Choice
            key={option.id}
            id={`${id}-target-${i + 1}`}
            type="radio"
            name={fieldName("target", id)}
            value={option.id}
            label={option.label}
            checked={wanted === option.id}
            alone={false}
          />
        ))}
        <Choice
          id={`${id}-target-none`}
          type="radio"
          name={fieldName("target", id)}
          value=""
          label={say("kinds:noTarget")}
          checked={wanted === ""}
          alone={false}
          quiet
        />
      </Group>
    </>
  );
}

/** `keys`: what the ids begin with that the number keys choose from while the focus is in this group. */
function Group({ legend, keys, children }: { legend: string; keys?: string; children: ReactNode }) {
  return (
    <fieldset className="mb-3" data-keys={keys}>
      <legend className="font-semibold">{legend}</legend>
      {children}
    </fieldset>
  );
}

function NumberField({ question, answer, entered }: FieldsProps) {
  const { say, language } = useWords();
  const { id, unit, range } = question;
  const typed = entered?.[0] ?? (answer.state === "answered" ? String(answer.value) : "");
  return (
    <div className="text-sm">
      <label htmlFor={`${id}-1`} className="block font-semibold">
        {unit && say(`kinds:${unit}Figure`)}
      </label>
      {range && (
        <p id={`${id}-hint`} className="text-quiet">
          {say("kinds:range", { min: figureText(range.min, language), max: figureText(range.max, language) })}
        </p>
      )}
      <input
        id={`${id}-1`}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        name={fieldName("number", id)}
        defaultValue={typed}
        maxLength={20}
        aria-describedby={`${id}-hint`}
        className="field mt-1 w-full max-w-40 tabular-nums"
      />
    </div>
  );
}

function RankingFields({ question, answer, entered }: FieldsProps) {
  const { say } = useWords();
  const { id, options, pick = 0 } = question;
  const places = entered ?? (answer.state === "answered" ? [answer.value].flat().map(String) : []);
  return (
    <div className="grid gap-3">
      <p className="text-sm text-quiet">{say("kinds:rank", { pick })}</p>
      {PLACES.slice(0, pick).map((place) => (
        <label key={place} htmlFor={`${id}-${place}`} className="block text-sm">
          <span className="block font-semibold">{say(`kinds:place${place}`)}</span>
          <select id={`${id}-${place}`} name={fieldName("place", id)} defaultValue={places[place - 1] ?? ""} className="field mt-1 min-h-11 w-full">
            <option value="">{say("kinds:notChosenYet")}</option>
            {options.map((option) => (
              <option key={option.id} value={option.id}>
                {option.label}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  );
}
