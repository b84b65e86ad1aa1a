import { createHash } from "node:crypto";
import { canonicalJson } from "#app/domain/report/canonical-json.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { problem, problemBody } from "./problem.server.ts";
import type { KeyAccess } from "./require-api-key.server.ts";

/** An answer as it is kept, for whoever sends the same again. */
export type KeptAnswer = { status: number; body: Record<string, unknown> };

const KEY = /^[\x21-\x7e]{1,100}$/;

/** The key that makes a request one that can be sent again. @throws Response 400 without one */
export function requireIdempotencyKey(request: Request): string {
  const key = request.headers.get("Idempotency-Key") ?? "";
  if (!KEY.test(key)) throw problem(400, "idempotency-key-missing", "Send an Idempotency-Key of 1 to 100 visible ASCII letters, a new one for each change.");
  return key;
}

/**
 * Does something once for an idempotency key, however many send it at once, and gives everybody the answer of that once. The key's row is
 * written first: whoever comes second waits for it. It goes with the effect, so that neither is there without the other.
 * @param asked what the request asks for, as it was read
 * @param work its effect, inside the organisation; what it throws undoes everything, the key's row too
 * @throws Response 401 and 403 where key or organisation have changed meanwhile, 422 for the same key with another request
 */
export function answerOnce(
  db: Database,
  { organizationId, keyId: apiKeyId }: KeyAccess,
  { key, asked }: { key: string; asked: unknown },
  now: Date,
  work: (tx: Transaction) => Promise<KeptAnswer>,
): Promise<KeptAnswer> {
  const requestHash = createHash("sha256").update(canonicalJson(asked)).digest("hex");
  const where = { organizationId, apiKeyId, key };
  return withTenant(db, { organizationId }, async (tx) => {
    await requireStillOpen(tx, organizationId, apiKeyId);
    const { count } = await tx.idempotentRequest.createMany({
      data: [{ apiKeyId, key, requestHash, status: 0, answer: {}, createdAt: now }],
      skipDuplicates: true,
    });
    if (count === 0) {
      const kept = await tx.idempotentRequest.findUniqueOrThrow({
        where: { organizationId_apiKeyId_key: where },
        select: { requestHash: true, status: true, answer: true },
      });
      if (kept.requestHash !== requestHash)
        return { status: 422, body: problemBody(422, "idempotency-key-reused", "This Idempotency-Key came with another request before.") };
      return { status: kept.status, body: kept.answer as KeptAnswer["body"] };
    }
    const answer = await work(tx);
    await tx.idempotentRequest.updateMany({ where, data: { status: answer.status, answer: JSON.parse(JSON.stringify(answer.body)) as object } });
    return answer;
  });
}

async function requireStillOpen(tx: Transaction, organizationId: string, id: string): Promise<void> {
  const key = await tx.apiKey.findUnique({
    where: { organizationId_id: { organizationId, id } },
    select: { revokedAt: true, organization: { select: { eraseAfter: true } } },
  });
  if (!key || key.revokedAt) throw problem(401, "unknown-key", "This key is unknown or revoked.", undefined, { "WWW-Authenticate": "Bearer" });
  if (key.organization.eraseAfter) throw problem(403, "organization-leaving", "The organisation waits to be erased; nothing in it changes any more.");
}

/** A kept answer as it is sent: its keys in the order of their names, so that it is the same whether it comes from the database or not. */
export function keptResponse({ status, body }: KeptAnswer): Response {
  const type = status < 400 ? "application/json; charset=utf-8" : "application/problem+json; charset=utf-8";
  return new Response(canonicalJson(body), { status, headers: { "Content-Type": type } });
}
