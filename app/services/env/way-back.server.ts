import { ownPath } from "./own-path.server.ts";

/** Longer than any page of ours that asks somebody to sign in; it may travel in a mail. */
const LONGEST = 1_000;

/** The page of ours that a request wants to go back to (`?to=`); null where it names none, or one that is not ours. */
export function wayBack(request: Request): string | null {
  const given = new URL(request.url).searchParams.get("to") ?? "";
  return given.length > LONGEST ? null : ownPath(given);
}
