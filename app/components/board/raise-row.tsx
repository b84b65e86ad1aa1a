import { Choice } from "#app/components/forms/choice.tsx";
import { LabelledField, SelectField } from "#app/components/forms/labelled-field.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { raiseField, reachedField } from "#app/domain/board/raise-fields.ts";

/** A question as the form asks which answer will be reached: out of a list, several of it, one for each place, or a figure. */
export type RaiseQuestion = {
  assessment: string;
  item: string;
  text: string;
  kind: "one" | "several" | "places" | "figure";
  /** In how many places, for `places`. */
  places: number;
  options: { id: string; label: string }[];
};

type RaiseRowProps = { question: RaiseQuestion; value: (name: string) => string; error: (name: string) => string | undefined };

/** One question that an initiative raises, to be taken out again by its box, and the answer reached. */
export function RaiseRow({ question, value, error }: RaiseRowProps) {
  const { say } = useWords();
  const { text, kind, options, places } = question;
  const [named, reached] = [raiseField(question), reachedField(question)];
  const labels = options.map(({ id, label }) => ({ value: id, label }));
  const empty = { value: "", label: say("initiatives:choose") };
  const message = error(reached);
  return (
    <div className="border-b border-dotted border-rule py-3">
      <Choice id={named} type="checkbox" name={named} value="yes" label={text} checked />
      <div className="pl-9">
        {kind === "one" && <SelectField id={reached} label={say("initiatives:reached")} value={value(reached)} options={[empty, ...labels]} error={message} />}
        {kind === "figure" && (
          <LabelledField id={reached} label={say("initiatives:reachedFigure")} error={message}>
            {(ties) => <input {...ties} inputMode="decimal" defaultValue={value(reached)} maxLength={20} autoComplete="off" />}
          </LabelledField>
        )}
        {(kind === "several" || kind === "places") && (
          <fieldset id={reached} tabIndex={-1} {...(message ? { "aria-describedby": `${reached}-error` } : {})}>
            <legend className="font-semibold">{say("initiatives:reachedOf")}</legend>
            {message && (
              <p id={`${reached}-error`} className="border-l-4 border-alert pl-3 font-semibold text-alert">
                {say("frame:error", { message })}
              </p>
            )}
            {kind === "several"
              ? options.map(({ id, label }) => (
                  <Choice
                    key={id}
                    id={`${reached}.${id}`}
                    type="checkbox"
                    name={`${reached}.${id}`}
                    value="yes"
                    label={label}
                    checked={value(`${reached}.${id}`) !== ""}
                  />
                ))
              : Array.from({ length: places }, (_, place) => (
                  <SelectField
                    key={place}
                    id={`${reached}.${place + 1}`}
                    label={say("initiatives:reachedPlace", { place: place + 1 })}
                    value={value(`${reached}.${place + 1}`)}
                    options={[empty, ...labels]}
                  />
                ))}
          </fieldset>
        )}
      </div>
    </div>
  );
}
