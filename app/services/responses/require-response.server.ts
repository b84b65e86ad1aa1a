import { database } from "../db/database-instance.server.ts";
import { type OpenResponse, readResponse } from "./read-response.server.ts";

/** The response of a take token. @throws Response 404, the same for a wrong token and a missing one */
export async function requireResponse(takeToken: string | undefined): Promise<OpenResponse & { takeToken: string }> {
  const response = takeToken ? await readResponse(database(), takeToken) : null;
  if (!response || !takeToken) throw new Response("Not found", { status: 404 });
  return { ...response, takeToken };
}
