import type { Prisma } from "@prisma/client";
import { REFERENCE_FIGURES, type ReferenceSet } from "#app/domain/benchmark/reference-set.ts";
import { catalog } from "../content/catalog-instance.server.ts";
import type { Database } from "../db/open-database.server.ts";

const REFERENCE_SET = {
  ...{ slug: true, name: true, source: true, url: true, year: true, n: true, method: true, licence: true },
  values: { select: { part: true, kind: true, at: true, value: true } },
} as const satisfies Prisma.ReferenceSetSelect;

/** What others published for an assessment: the sets that come with the content first, then those an operator imported, by name. */
export async function referenceSetsOf(db: Database, slug: string): Promise<ReferenceSet[]> {
  const imported = await db.referenceSet.findMany({ where: { slug }, select: REFERENCE_SET, orderBy: [{ name: "asc" }] });
  return [...catalog().references.filter((set) => set.slug === slug), ...imported.map(setOfRow)];
}

function setOfRow({ values, ...row }: Prisma.ReferenceSetGetPayload<{ select: typeof REFERENCE_SET }>): ReferenceSet {
  return { ...row, values: values.map(({ kind, ...value }) => ({ ...value, kind: REFERENCE_FIGURES.find((each) => each === kind)! })) };
}
