import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

const keyOf = (token: string) => createHash("sha256").update(`seal:${token}`).digest();

/** Seals one token under another (AES-256-GCM), so that the database holds neither: whoever has `under` can open it. */
export function sealToken(token: string, under: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyOf(under), nonce);
  const sealed = Buffer.concat([cipher.update(token, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** @throws Error when it was not sealed under this token, or was changed since */
export function openToken(sealed: string, under: string): string {
  const bytes = Buffer.from(sealed, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", keyOf(under), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
}
