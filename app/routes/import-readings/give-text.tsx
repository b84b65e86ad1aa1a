import { Form } from "@remix-run/react";
import { LabelledField } from "#app/components/forms/labelled-field.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { LONGEST_IMPORT } from "#app/domain/kpis/import-form.ts";
import type { FieldProblems } from "#app/domain/tenancy/organization-form.ts";

/** The first step: a file, or what was copied from a spreadsheet. */
export function GiveText({ fields, problems }: { fields: Record<string, string>; problems: FieldProblems }) {
  const { say } = useWords();
  return (
    <>
      <p className="measure mt-4">{say("kpiImport:text")}</p>
      <Form method="post" encType="multipart/form-data" className="mt-6 flex flex-col gap-y-6">
        <LabelledField id="file" label={say("kpiImport:file")} hint={say("kpiImport:fileHint", { most: LONGEST_IMPORT / 1_000 })}>
          {(ties) => <input {...ties} type="file" accept=".csv,.txt,.tsv,text/csv,text/plain" />}
        </LabelledField>
        <LabelledField
          id="text"
          name="content"
          label={say("kpiImport:content")}
          hint={say("kpiImport:contentHint")}
          error={problems.find(({ field }) => field === "text")?.message}
        >
          {(ties) => <textarea {...ties} rows={8} defaultValue={fields["content"]} spellCheck={false} />}
        </LabelledField>
        <p>
          <button type="submit" name="intent" value="read" className="button">
            {say("kpiImport:goOn")}
          </button>
        </p>
      </Form>
    </>
  );
}
