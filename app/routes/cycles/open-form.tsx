import { Form } from "@remix-run/react";
import { SelectField } from "#app/components/forms/labelled-field.tsx";
import { useWords } from "#app/components/words/use-words.tsx";

type OpenFormProps = {
  assessments: { slug: string; title: string; minutes: number }[];
  periods: string[];
  /** What was entered before, where the form came back. */
  fields: Record<string, string>;
  problems: { field: string; message: string }[];
};

/** Which assessment to open, and for which quarter. */
export function OpenForm({ assessments, periods, fields, problems }: OpenFormProps) {
  const { say } = useWords();
  const error = (name: string) => problems.find(({ field }) => field === name)?.message;
  return (
    <section className="mt-10 border-t border-rule pt-6">
      <h2 className="text-xl">{say("cycles:openHeading")}</h2>
      <p className="measure mt-2">{say("cycles:openText")}</p>
      <Form method="post" className="mt-6 flex flex-col gap-y-6">
        <SelectField
          id="assessment"
          label={say("cycles:assessment")}
          value={fields["assessment"] ?? null}
          error={error("assessment")}
          options={[
            { value: "", label: say("cycles:chooseOne") },
            ...assessments.map(({ slug, title, minutes }) => ({ value: slug, label: say("cycles:takes", { title, count: minutes }) })),
          ]}
        />
        <SelectField
          id="period"
          label={say("cycles:period")}
          value={fields["period"] ?? periods[0]!}
          error={error("period")}
          options={periods.map((value) => ({ value, label: value }))}
        />
        <p>
          <button type="submit" className="button">
            {say("cycles:openIt")}
          </button>
        </p>
      </Form>
    </section>
  );
}
