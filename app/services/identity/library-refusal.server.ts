import { APIError } from "better-auth/api";

/** The code of a refusal of the identity library, such as INVALID_TOKEN. Anything else is thrown on. */
export function refusalCode(error: unknown): string {
  if (!(error instanceof APIError) || error.statusCode >= 500) throw error;
  return String(error.body?.code ?? error.status);
}
