import { createHash, createHmac, randomBytes } from "node:crypto";

/** 176 random bits in 30 letters: what a respondent holds to go on answering, and whoever keeps a portfolio to come back to it. */
export function newToken(): string {
  return randomBytes(22).toString("base64url");
}

/**
 * The take token of a member in a cycle. Computed, so that the organisation's page leads back to answers that were begun there, while the
 * database alone opens nothing.
 * @param secret of the installation
 */
export function cycleTokenOf(secret: string, { organizationId, cycleId, memberId }: { organizationId: string; cycleId: string; memberId: string }): string {
  return createHmac("sha256", secret).update(`take:${organizationId}:${cycleId}:${memberId}`).digest("base64url").slice(0, 30);
}

/**
 * The token of the result that belongs to a take token. One-way, so that whoever is shown a result cannot find the
 * link that answers.
 */
export function resultTokenOf(takeToken: string): string {
  return createHash("sha256").update(`result:${takeToken}`).digest("base64url").slice(0, 30);
}

/** What the database stores instead of a token. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
