import { Form } from "@remix-run/react";
import { EvidenceFields } from "#app/components/evidence/evidence-fields.tsx";
import type { FieldProblem } from "#app/components/forms/error-summary.tsx";
import { useWords } from "#app/components/words/use-words.tsx";

type ChangeFormProps = {
  evidence: {
    item: string;
    title: string;
    link: string | null;
    file: { name: string } | null;
    owner: { id: string } | null;
    expires: string | null;
    revision: number;
  };
  groups: { title: string; questions: { item: string; text: string }[] }[];
  owners: { id: string; name: string }[];
  /** What was entered before, where the form came back. */
  entered: Record<string, string> | null;
  problems: readonly FieldProblem[];
};

/** Changes what is said of an evidence, and its file. */
export function ChangeForm({ evidence, groups, owners, entered, problems }: ChangeFormProps) {
  const { say } = useWords();
  const { item, title, link, file, owner, expires, revision } = evidence;
  const saved: Record<string, string> = { item, title, link: link ?? "", owner: owner?.id ?? "", expires: expires ?? "", revision: String(revision) };
  const of = (field: string) => entered?.[field] ?? saved[field]!;
  return (
    <details className="mt-10 border-t border-rule pt-6" open={entered !== null}>
      <summary className="inline-flex min-h-11 items-center text-accent">{say("evidence:change")}</summary>
      <Form id="evidence" method="post" encType="multipart/form-data" className="mt-4 flex flex-col gap-y-6">
        <input type="hidden" name="intent" value="change" />
        <input type="hidden" name="revision" value={of("revision")} />
        <EvidenceFields
          groups={groups}
          owners={owners}
          values={{ item: of("item"), title: of("title"), link: of("link"), owner: of("owner"), expires: of("expires") }}
          problems={problems}
          keptFile={file?.name ?? null}
        />
        <p>
          <button type="submit" className="button">
            {say("evidence:save")}
          </button>
        </p>
      </Form>
    </details>
  );
}
