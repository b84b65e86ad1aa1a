import { useState } from "react";
import type { FieldProblem } from "#app/components/forms/error-summary.tsx";
import { LabelledField, SelectField } from "#app/components/forms/labelled-field.tsx";
import { TextField } from "#app/components/forms/text-field.tsx";
import { AfterHydration } from "#app/components/ui/after-hydration.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { LONGEST_LINK } from "#app/domain/assessment/answer.ts";
import { LONGEST_TITLE } from "#app/domain/evidence/evidence-form.ts";
import { ACCEPTED, LARGEST_EVIDENCE_MB } from "#app/domain/evidence/file-types.ts";

type EvidenceFieldsProps = {
  groups: readonly { title: string; questions: readonly { item: string; text: string }[] }[];
  owners: readonly { id: string; name: string }[];
  /** What stands in the fields; empty: nothing. */
  values: { item: string; title: string; link: string; owner: string; expires: string };
  problems: readonly FieldProblem[];
  /** The name of the file that is there already; null: none. */
  keptFile: string | null;
};

/** What is said of an evidence: for which question, what it is, and who keeps it up to date until when. */
export function EvidenceFields({ groups, owners, values, problems, keptFile }: EvidenceFieldsProps) {
  const { say } = useWords();
  const [item, setItem] = useState(values.item);
  const text = groups.flatMap(({ questions }) => questions).find((question) => question.item === item)?.text;
  const error = (field: string) => problems.find((problem) => problem.field === field)?.message;
  return (
    <>
      <LabelledField id="item" label={say("evidence:itemLabel")} error={error("item")}>
        {(ties) => (
          <select {...ties} defaultValue={values.item} onChange={(event) => setItem(event.currentTarget.value)}>
            <option value="">{say("evidence:chooseHint")}</option>
            {groups.map(({ title, questions }) => (
              <optgroup key={title} label={title}>
                {questions.map(({ item, text }) => (
                  <option key={item} value={item}>
                    {text}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        )}
      </LabelledField>
      {/* In full: most are longer than the field is wide. */}
      {text && <AfterHydration>{() => <p className="measure -mt-4 text-quiet">{text}</p>}</AfterHydration>}
      <TextField
        name="title"
        label={say("evidence:titleLabel")}
        hint={say("evidence:titleHint")}
        value={values.title}
        maxLength={LONGEST_TITLE}
        autoComplete="off"
        problems={problems}
      />
      <LabelledField id="link" label={say("evidence:linkLabel")} hint={say("evidence:linkHint")} error={error("link")}>
        {(ties) => <input {...ties} inputMode="url" defaultValue={values.link} maxLength={LONGEST_LINK} autoComplete="off" spellCheck={false} />}
      </LabelledField>
      <LabelledField
        id="file"
        label={say(keptFile === null ? "evidence:fileLabel" : "evidence:replaceLabel")}
        hint={`${keptFile === null ? "" : `${say("evidence:replaceHint", { file: keptFile })} `}${say("evidence:fileHint", { limit: LARGEST_EVIDENCE_MB })}`}
        error={error("file")}
      >
        {(ties) => <input {...ties} type="file" accept={ACCEPTED} />}
      </LabelledField>
      <SelectField
        id="owner"
        label={say("evidence:ownerLabel")}
        hint={say("evidence:ownerHint")}
        value={values.owner}
        options={[{ value: "", label: say("evidence:nobody") }, ...owners.map(({ id, name }) => ({ value: id, label: name }))]}
        error={error("owner")}
      />
      <LabelledField id="expires" label={say("evidence:expiresLabel")} hint={say("evidence:expiresHint")} error={error("expires")}>
        {(ties) => <input {...ties} type="date" defaultValue={values.expires} />}
      </LabelledField>
    </>
  );
}
