/** Characters of a browser's description that are kept with a session. */
const LONGEST_DESCRIPTION = 400;

/**
 * Of a request's headers what the identity library may see: a description of the browser that fits its column, and the cookies
 * named, for it takes whatever session or challenge it finds.
 */
export function browserHeaders(request: Request, cookieNames: readonly string[] = []): Headers {
  const headers = new Headers({ "user-agent": (request.headers.get("User-Agent") ?? "").slice(0, LONGEST_DESCRIPTION) });
  const cookies = (request.headers.get("Cookie") ?? "").split("; ").filter((cookie) => cookieNames.includes(cookie.slice(0, cookie.indexOf("="))));
  if (cookies.length > 0) headers.set("cookie", cookies.join("; "));
  return headers;
}

/** Of the library's answer only the cookies go to the browser: its body holds the session's token. */
export function cookiesFrom(answered: Headers | null | undefined): Headers {
  const headers = new Headers();
  for (const cookie of answered?.getSetCookie() ?? []) headers.append("Set-Cookie", cookie);
  return headers;
}
