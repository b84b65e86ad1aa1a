import { publicOrigin } from "./public-origin-instance.server.ts";

/**
 * A page of ours in an address that came from outside, as browsers read it, with its dots and backslashes settled; null where it leads to
 * another host, or would for whoever decodes it once more.
 */
export function ownPath(address: string): string | null {
  const origin = publicOrigin();
  if (!address.startsWith("/") || !URL.canParse(address, origin)) return null;
  const read = new URL(address, origin);
  return read.origin === origin && !/^\/(\/|\\|%(25)*(2f|5c))/i.test(read.pathname) ? read.pathname + read.search : null;
}
