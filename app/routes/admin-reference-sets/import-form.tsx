import { Form } from "@remix-run/react";
import { ErrorSummary } from "#app/components/forms/error-summary.tsx";
import { LabelledField } from "#app/components/forms/labelled-field.tsx";
import { WideTable } from "#app/components/operator/wide-table.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { COLUMNS, type FileProblem, HEADING, LARGEST_REFERENCE_FILE } from "#app/domain/benchmark/reference-file.ts";

type Refused = { refusal: string } | { problems: FileProblem[]; total: number };

/** Choosing a file, with what was wrong with the one that was chosen. */
export function ImportForm({ step }: { step: Refused | null }) {
  const { say } = useWords();
  const error = step && ("refusal" in step ? step.refusal : say("referenceImport:wrong", { count: step.total }));
  return (
    <section className="mt-12 border-t border-rule pt-6">
      <h2 className="text-2xl">{say("referenceImport:importHeading")}</h2>
      {error !== null && <ErrorSummary problems={[{ field: "file", message: error }]} />}
      {step && "problems" in step && <ProblemTable problems={step.problems} total={step.total} />}
      <p className="measure mt-4">{say("referenceImport:importText", { heading: HEADING.join(", "), columns: COLUMNS.join(", ") })}</p>
      <Form method="post" encType="multipart/form-data" className="mt-6 flex flex-col gap-y-6">
        <LabelledField
          id="file"
          label={say("referenceImport:file")}
          hint={say("referenceImport:fileHint", { most: LARGEST_REFERENCE_FILE / 1_000 })}
          error={error ?? undefined}
        >
          {(ties) => <input {...ties} type="file" accept=".csv,.txt,.tsv,text/csv,text/plain" />}
        </LabelledField>
        <p>
          <button type="submit" name="intent" value="look" className="button">
            {say("referenceImport:look")}
          </button>
        </p>
      </Form>
    </section>
  );
}

function ProblemTable({ problems, total }: { problems: readonly FileProblem[]; total: number }) {
  const { say } = useWords();
  const columns = [say("referenceImport:line"), say("referenceImport:problem"), say("referenceImport:cell")];
  return (
    <>
      {problems.length < total && <p className="mt-4 text-sm text-quiet">{say("referenceImport:shown", { shown: problems.length, total })}</p>}
      <WideTable caption={say("referenceImport:problems")} columns={columns}>
        {problems.map(({ line, name, problem, shown }, i) => {
          const said = say(`referenceImport:problem_${problem}`);
          return (
            <tr key={i}>
              <th scope="row" className="font-normal tabular-nums">
                {line ?? say("referenceImport:wholeFile")}
              </th>
              <td className="font-semibold text-alert">{name === null ? said : say("referenceImport:ofLine", { name, problem: said })}</td>
              <td className="font-mono text-xs wrap-anywhere">{shown}</td>
            </tr>
          );
        })}
      </WideTable>
    </>
  );
}
