export type ProblemField = { field: string; message: string };

/** An error as RFC 9457 says it: `code` for programs, `detail` for people, `fields` for input. */
export function problem(status: number, code: string, detail: string, fields?: readonly ProblemField[], headers?: HeadersInit): Response {
  return new Response(JSON.stringify(problemBody(status, code, detail, fields)), {
    status,
    headers: { "Content-Type": "application/problem+json; charset=utf-8", ...headers },
  });
}

export function problemBody(status: number, code: string, detail: string, fields?: readonly ProblemField[]) {
  return { type: "about:blank", title: TITLES[status] ?? "Error", status, code, detail, ...(fields ? { fields } : {}) };
}

const TITLES: Record<number, string> = {
  400: "Bad request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not found",
  405: "Method not allowed",
  409: "Conflict",
  413: "Too large",
  415: "Unsupported media type",
  422: "Unprocessable content",
  429: "Too many requests",
  503: "Service unavailable",
};
