import type { Database } from "../db/open-database.server.ts";
import { catalog } from "../content/catalog-instance.server.ts";
import { withOperator } from "../db/with-operator.server.ts";

/** `id` and `addedAt` are null for one that comes with the content, which no operator removes. */
export type ReferenceSetRow = {
  id: string | null;
  slug: string;
  name: string;
  source: string;
  year: number | null;
  n: number;
  figures: number;
  addedAt: Date | null;
};

/** Every reference set: those that come with the content first, then by assessment and name. */
export async function listReferenceSets(db: Database): Promise<ReferenceSetRow[]> {
  const imported = await withOperator(db, (tx) =>
    tx.referenceSet.findMany({
      select: { id: true, slug: true, name: true, source: true, year: true, n: true, addedAt: true, _count: { select: { values: true } } },
      orderBy: [{ slug: "asc" }, { name: "asc" }],
    }),
  );
  return [
    ...catalog().references.map(({ slug, name, source, year, n, values }) => ({
      id: null,
      addedAt: null,
      slug,
      name,
      source,
      year,
      n,
      figures: values.length,
    })),
    ...imported.map(({ _count, ...row }) => ({ ...row, figures: _count.values })),
  ];
}
