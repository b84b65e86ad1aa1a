import { randomUUID } from "node:crypto";
import type { ImportedSet } from "#app/domain/benchmark/reference-file.ts";
import type { ReferenceSet } from "#app/domain/benchmark/reference-set.ts";
import { catalog } from "../content/catalog-instance.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withOperator } from "../db/with-operator.server.ts";
import type { SignedIn } from "../identity/signed-in-person.server.ts";
import { recordOperatorEvent } from "../operator/record-operator-event.server.ts";

/** Whether an assessment has a set of this name, shipped or imported: under one name there is never more than one. */
export async function isNameTaken(db: Database, { slug, name }: Pick<ReferenceSet, "slug" | "name">): Promise<boolean> {
  if (isShipped({ slug, name })) return true;
  return (await withOperator(db, (tx) => tx.referenceSet.count({ where: { slug, name } }))) > 0;
}

/** Imports a set that was checked, all of it or nothing, and writes down who did. @returns false where the name is taken */
export function importReferenceSet(db: Database, operator: SignedIn, { values, ...set }: ImportedSet): Promise<boolean> {
  return withOperator(db, async (tx) => {
    if (isShipped(set)) return false;
    const id = randomUUID();
    const { count } = await tx.referenceSet.createMany({ data: [{ id, ...set }], skipDuplicates: true });
    if (count === 0) return false;
    await tx.referenceValue.createMany({ data: values.map((value) => ({ setId: id, ...value })) });
    await recordOperatorEvent(tx, operator, { action: "reference_set.imported", object: { id, name: set.name } });
    return true;
  });
}

function isShipped({ slug, name }: Pick<ReferenceSet, "slug" | "name">): boolean {
  return catalog().references.some((set) => set.slug === slug && set.name === name);
}
