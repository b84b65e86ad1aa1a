import { Form } from "@remix-run/react";
import { WideTable } from "#app/components/operator/wide-table.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayCount, displayDate } from "#app/domain/report/display.ts";

type Row = {
  id: string | null;
  slug: string;
  title: string;
  name: string;
  source: string;
  year: number | null;
  n: number;
  figures: number;
  addedAt: string | null;
};

/** Every set there is; one that comes with the content is not removed here. */
export function SetTable({ sets }: { sets: readonly Row[] }) {
  const { say, language } = useWords();
  const columns = (["name", "assessment", "n", "year", "figures", "since", "remove"] as const).map((column) => say(`referenceImport:${column}`));
  return (
    <WideTable caption={say("referenceImport:list")} columns={columns}>
      {sets.map(({ id, slug, title, name, source, year, n, figures, addedAt }) => (
        <tr key={`${slug} ${name}`}>
          <th scope="row" className="max-w-[20rem] wrap-anywhere">
            {name}
            <span className="block text-xs font-normal text-quiet">{source}</span>
          </th>
          <td>{title}</td>
          <td className="tabular-nums">{displayCount(n, language)}</td>
          <td className="tabular-nums">{year ?? say("reference:notStated")}</td>
          <td className="tabular-nums">{displayCount(figures, language)}</td>
          <td>{addedAt === null ? say("referenceImport:shipped") : displayDate(addedAt, language)}</td>
          <td>
            {id !== null && (
              <details>
                <summary className="inline-flex min-h-11 items-center text-accent" aria-label={say("referenceImport:removeOf", { name })}>
                  {say("referenceImport:remove")}
                </summary>
                <Form method="post" encType="multipart/form-data">
                  <p className="max-w-[16rem]">{say("referenceImport:removeText")}</p>
                  <input type="hidden" name="intent" value="remove" />
                  <button type="submit" name="set" value={id} className="button-plain mt-2">
                    {say("referenceImport:removeNow")}
                  </button>
                </Form>
              </details>
            )}
          </td>
        </tr>
      ))}
    </WideTable>
  );
}
