import type { LoaderFunctionArgs } from "@remix-run/node";
import { onlyGet } from "#app/services/api/require-method.server.ts";
import { problem } from "#app/services/api/problem.server.ts";
import { planDesk } from "#app/services/roadmap/plan-desk-instance.server.ts";

const HELD_FOR_MS = 800;

/** How far the search for a plan has come; held back for a moment, so that a page can ask again at once. */
export async function loader({ params }: LoaderFunctionArgs) {
  const hash = params["hash"] ?? "";
  const state = /^[0-9a-f]{64}$/.test(hash) ? await planDesk().look(hash, HELD_FOR_MS) : null;
  if (!state) throw problem(404, "not-found", "There is no plan at this address.");
  return Response.json({ finished: state.finished, progress: state.progress });
}

export const action = onlyGet;
