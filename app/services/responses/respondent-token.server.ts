import { createHash, createHmac, randomBytes } from "node:crypto";

/** 176 random bits in 30 letters: what a respondent holds to go on answering, and whoever keeps a portfolio to come back to it. */
export function newToken(): string {
  return randomBytes(22).toString("base64url");
}

/** Letters of a take token that an open link gave: two more than any other has, so that it can be told from that of somebody who was asked. */
const OPEN_LETTERS = 32;

/** What somebody holds who began to answer by a cycle's open link: random, for nobody in particular was asked. */
export function newOpenTakeToken(): string {
  return randomBytes(24).toString("base64url");
}

/** Whether a take token was given by an open link. */
export function isOpenTakeToken(takeToken: string): boolean {
  return takeToken.length === OPEN_LETTERS;
}

/**
 * The take token of somebody who is asked in a cycle. Computed, so that their page leads back to answers that were begun elsewhere, while
 * the database alone opens nothing, and does not say whose answers are whose.
 * @param secret of the installation
 * @param asked `whom`: the id of the member, or of the respondent that an address is
 */
export function cycleTokenOf(secret: string, { organizationId, cycleId, whom }: { organizationId: string; cycleId: string; whom: string }): string {
  return computed(secret, `take:${organizationId}:${cycleId}:${whom}`);
}

/** The token of the personal link of an address that a cycle asks; computed, so that a reminder can hold it again. */
export function personalTokenOf(secret: string, { organizationId, respondentId }: { organizationId: string; respondentId: string }): string {
  return computed(secret, `answer:${organizationId}:${respondentId}`);
}

/** The token of a cycle's open link; computed, so that the cycle's page can show it again. */
export function openLinkTokenOf(secret: string, { organizationId, linkId }: { organizationId: string; linkId: string }): string {
  return computed(secret, `open:${organizationId}:${linkId}`);
}

function computed(secret: string, text: string): string {
  return createHmac("sha256", secret).update(text).digest("base64url").slice(0, 30);
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

/**
 * What the database stores at a respondent to know them by when they submit: another hash of the token of their result than the one at the
 * response, so that only whoever holds the token can bring the two together.
 */
export function markHash(resultToken: string): string {
  return createHash("sha256").update(`mark:${resultToken}`).digest("hex");
}

/** The three hashes of a take token. */
export function hashesOf(takeToken: string): { takeTokenHash: string; resultTokenHash: string; mark: string } {
  const resultToken = resultTokenOf(takeToken);
  return { takeTokenHash: tokenHash(takeToken), resultTokenHash: tokenHash(resultToken), mark: markHash(resultToken) };
}
