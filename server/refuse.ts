import type { Request, Response } from "express";
import { problemBody } from "#app/services/api/problem.server.ts";

/** Refuses a request before Remix sees it: in the API's own form under /api, else as a line of text. Nothing was changed. */
export function refuse(request: Request, response: Response, status: number, code: string, detail: string): void {
  response.status(status);
  if (request.path.startsWith("/api/")) response.type("application/problem+json").send(JSON.stringify(problemBody(status, code, detail)));
  else response.type("text/plain").send(`${detail}\n`);
}
