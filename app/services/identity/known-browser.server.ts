import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { cookiePrefix } from "./create-auth.server.ts";
import type { Identity } from "./identity-instance.server.ts";

const YEAR_SECONDS = 365 * 24 * 60 * 60;
/** Accounts that one browser is known to; the one that signed in longest ago is forgotten first. */
const MOST_ACCOUNTS = 5;
/** One account: 128 random bits, and what signs them together with its address. */
const MARK = /^([\w-]{22})\.([\w-]{43})$/;

/**
 * Which browser a request comes from, as far as it has signed in to the account of this address before: an id of its own, null for a
 * stranger. Nobody can make one up, so whoever fills the strangers' count of wrong passwords does not fill a known browser's.
 */
export async function knownBrowser(identity: Identity, address: string, request: Request): Promise<string | null> {
  const sign = await signer(identity, address);
  return marksIn(identity, request).find(({ id, signature }) => isSame(signature, sign(id)))?.id ?? null;
}

/** The cookie by which the browser of a request is known to the account from now on. It says nothing to whoever reads it: random bits and signatures. */
export async function rememberBrowser(identity: Identity, address: string, request: Request): Promise<string> {
  const sign = await signer(identity, address);
  const id = (await knownBrowser(identity, address, request)) ?? randomBytes(16).toString("base64url");
  return cookieOf(identity, [{ id, signature: sign(id) }, ...marksIn(identity, request).filter((mark) => mark.id !== id)].slice(0, MOST_ACCOUNTS));
}

/** The cookie without this account, for one that is erased. */
export async function forgetBrowser(identity: Identity, address: string, request: Request): Promise<string> {
  const id = await knownBrowser(identity, address, request);
  return cookieOf(
    identity,
    marksIn(identity, request).filter((mark) => mark.id !== id),
  );
}

type Mark = { id: string; signature: string };

function cookieOf(identity: Identity, marks: Mark[]): string {
  const text = marks.map(({ id, signature }) => `${id}.${signature}`).join("~");
  const secure = identity.origin.startsWith("https:") ? "; Secure" : "";
  return `${cookieName(identity)}=${text}; Max-Age=${marks.length > 0 ? YEAR_SECONDS : 0}; Path=/; HttpOnly; SameSite=Lax${secure}`;
}

function marksIn(identity: Identity, request: Request): Mark[] {
  const start = `${cookieName(identity)}=`;
  const cookie = (request.headers.get("Cookie") ?? "").split("; ").find((each) => each.startsWith(start));
  return (cookie?.slice(start.length).split("~") ?? []).slice(0, MOST_ACCOUNTS).flatMap((text) => {
    const [, id, signature] = MARK.exec(text) ?? [];
    return id !== undefined && signature !== undefined ? [{ id, signature }] : [];
  });
}

async function signer({ auth }: Identity, address: string): Promise<(id: string) => string> {
  const { secret } = await auth.$context;
  return (id) => createHmac("sha256", secret).update(`known browser\n${address}\n${id}`).digest("base64url");
}

function isSame(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one), Buffer.from(other));
}

function cookieName({ origin }: Identity): string {
  return `${cookiePrefix(origin)}.known_browser`;
}
