import { fromAnotherAddress, send } from "./load.ts";

/** Begins a response as a visitor does and returns the path of its first question screen. */
export async function beginResponse(origin: string, slug: string): Promise<string> {
  const { status, headers } = await send(origin, { method: "POST", path: `/assessments/${slug}`, headers: fromAnotherAddress() });
  if (status !== 303 || !headers.location) throw new Error(`beginning a response was answered ${status}`);
  return new URL(headers.location, origin).pathname;
}

/** Saves answers the way the browser does while somebody answers. */
export async function saveAnswers(origin: string, takePath: string, answers: Record<string, unknown>): Promise<void> {
  const body = JSON.stringify({ changes: Object.entries(answers).map(([itemId, answer]) => ({ itemId, answer, basedOn: 0 })) });
  const headers = { ...fromAnotherAddress(), "content-type": "application/json" };
  const { status } = await send(origin, { method: "POST", path: `${takePath}/answers`, headers, body });
  if (status !== 200) throw new Error(`saving answers was answered ${status}`);
}

/** Submits a response and returns the path of its result. */
export async function submitResponse(origin: string, takePath: string): Promise<string> {
  const { status, headers } = await send(origin, { method: "POST", path: `${takePath}/check`, headers: fromAnotherAddress() });
  if (status !== 303 || !headers.location) throw new Error(`submitting was answered ${status}`);
  return new URL(headers.location, origin).pathname;
}
