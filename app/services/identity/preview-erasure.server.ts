import type { Database } from "../db/open-database.server.ts";
import { withPerson } from "../db/with-person.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { ownResponses } from "../responses/own-responses.server.ts";
import { byTheirWords } from "../responses/take-words-out.server.ts";

/** What the end of an account means for one organisation. */
export type ErasureThere = {
  slug: string;
  name: string;
  /** Nobody could let others in or erase it: the account stays until somebody else is an owner, or the organisation is to be erased. */
  isLastOwner: boolean;
  /**
   * Their submitted responses, which stay without name, comments and links; those of anonymous cycles whose result is out, which stay as they
   * are, as nobody's; and their unfinished ones, which go.
   */
  submitted: number;
  published: number;
  unfinished: number;
};

/** Says in advance, organisation by organisation, what `erasePerson` will leave and take. Changes nothing. */
export async function previewErasure(db: Database, person: { personId: string }): Promise<ErasureThere[]> {
  const { personId } = person;
  const memberships = await withPerson(db, person, (tx) =>
    tx.member.findMany({
      where: { personId },
      orderBy: { organization: { name: "asc" } },
      select: { id: true, organizationId: true, role: true, organization: { select: { slug: true, name: true } } },
    }),
  );
  const preview: ErasureThere[] = [];
  for (const { id, organizationId, role, organization } of memberships) {
    const counts = await withTenant(db, { organizationId }, async (tx) => {
      const own = await ownResponses(tx, organizationId, id);
      const { kept, taken } = byTheirWords(own);
      return {
        isLastOwner: role === "owner" && (await tx.member.count({ where: { organizationId, role: "owner", id: { not: id } } })) === 0,
        submitted: await tx.response.count({ where: { ...taken, submittedAt: { not: null } } }),
        published: await tx.response.count({ where: kept }),
        unfinished: await tx.response.count({ where: { ...own, submittedAt: null } }),
      };
    });
    preview.push({ ...organization, ...counts });
  }
  return preview;
}
