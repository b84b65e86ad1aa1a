import { isId } from "../db/is-id.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";

/** What no header may hold besides plain letters (RFC 8187 says the rest). */
const NOT_PLAIN = /[^\x20-\x7e]|["\\%]/g;
/** Signs that `encodeURIComponent` leaves and RFC 8187 does not. */
const LEFT = /['()*]/g;

/**
 * The answer that gives somebody the file of an evidence: to be saved and never shown, under its name, kept by nobody on the way.
 * @throws Response 404 for an id of none, of another organisation's, and of an evidence without a file
 */
export async function evidenceFileResponse(db: Database, { organization }: Access, id: string | undefined): Promise<Response> {
  const organizationId = organization.id;
  const file =
    id && isId(id)
      ? await withTenant(db, { organizationId }, (tx) =>
          tx.evidenceFile.findUnique({
            where: { organizationId_evidenceId: { organizationId, evidenceId: id } },
            select: { name: true, mediaType: true, content: true },
          }),
        )
      : null;
  if (!file) throw new Response("Not found", { status: 404 });
  return new Response(file.content, {
    headers: {
      "Content-Type": file.mediaType,
      "Content-Length": String(file.content.length),
      "Content-Disposition": dispositionOf(file.name),
      // Beside the one of every page: where it is opened all the same, it is in nobody's name.
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Cache-Control": "private",
    },
  });
}

/** RFC 6266: the name in plain letters, and as it is. */
export function dispositionOf(name: string): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").replace(NOT_PLAIN, "_");
  const whole = encodeURIComponent(name).replace(LEFT, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
