import { Form, Link } from "@remix-run/react";
import { KpiFields } from "#app/components/kpis/kpi-fields.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import type { FieldProblems } from "#app/domain/tenancy/organization-form.ts";
import { organizationPaths } from "#app/organization-paths.ts";

type NewKpiFormProps = {
  slug: string;
  /** What it begins with: an entry of the library, or nothing. */
  start: { once: string; library: string | null; title: string | null; fields: Record<string, string> };
  owners: readonly { id: string; name: string }[];
  problems: FieldProblems;
  /** What was entered before, where the form came back. */
  fields: Record<string, string> | undefined;
};

/** What a new KPI is. */
export function NewKpiForm({ slug, start, owners, problems, fields }: NewKpiFormProps) {
  const { say } = useWords();
  return (
    <>
      {start.title && <p className="measure mt-4">{say("kpis:fromLibrary", { title: start.title })}</p>}
      <p className="mt-2">
        <Link to={organizationPaths.newKpi(slug)} className="inline-flex min-h-11 items-center">
          {say("kpis:backToLibrary")}
        </Link>
      </p>
      <Form method="post" className="mt-6 flex flex-col gap-y-6">
        <input type="hidden" name="once" value={fields?.["once"] ?? start.once} />
        <input type="hidden" name="library" value={fields?.["library"] ?? start.library ?? ""} />
        <KpiFields values={fields ?? start.fields} problems={problems} owners={owners} />
        <p>
          <button type="submit" className="button">
            {say("kpis:makeIt")}
          </button>
        </p>
      </Form>
    </>
  );
}
