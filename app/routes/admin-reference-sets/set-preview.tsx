import { Form, Link } from "@remix-run/react";
import { WideTable } from "#app/components/operator/wide-table.tsx";
import { ProvenanceList } from "#app/components/result/reference-set.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import type { ReferenceSet } from "#app/domain/benchmark/reference-set.ts";
import { displayExact } from "#app/domain/report/display.ts";
import { paths } from "#app/paths.ts";

/** All that an import would add, as it would be shown, before anything is kept. */
export function SetPreview({ step: { set, title, content } }: { step: { set: ReferenceSet; title: string; content: string } }) {
  const { say, language } = useWords();
  const columns = (["part", "kind", "at", "value"] as const).map((column) => say(`referenceImport:${column}`));
  return (
    <>
      <h2 className="mt-6 text-2xl wrap-anywhere">{set.name}</h2>
      <p className="mt-1 text-quiet">{title}</p>
      <ProvenanceList provenance={set} />
      <Form method="post" encType="multipart/form-data" className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-2">
        <input type="hidden" name="content" value={content} />
        <button type="submit" name="intent" value="confirm" className="button">
          {say("referenceImport:confirm")}
        </button>
        {/* A whole visit: the page keeps what an action found until it is left. */}
        <Link to={paths.adminReferenceSets} reloadDocument className="inline-flex min-h-11 items-center">
          {say("referenceImport:another")}
        </Link>
      </Form>
      <WideTable caption={say("referenceImport:preview")} columns={columns}>
        {set.values.map(({ part, kind, at, value }) => (
          <tr key={`${part} ${kind} ${at}`}>
            <th scope="row" className="font-normal wrap-anywhere">
              {part}
            </th>
            <td>{kind}</td>
            <td>{at}</td>
            <td className="tabular-nums">{displayExact(value, language)}</td>
          </tr>
        ))}
      </WideTable>
    </>
  );
}
