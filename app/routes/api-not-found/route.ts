import { problem } from "#app/services/api/problem.server.ts";

/** An unknown address of the API answers in the API's own form. */
export function loader(): never {
  throw problem(404, "not-found", "There is nothing at this address. The operations are listed at /api/v1/openapi.json.");
}

export const action = loader;
