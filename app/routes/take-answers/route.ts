import type { ActionFunctionArgs } from "@remix-run/node";
import { readAnswerChanges } from "#app/services/api/read-answer-changes.server.ts";
import { problem } from "#app/services/api/problem.server.ts";
import { onlyPost } from "#app/services/api/require-method.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { saveAnswers } from "#app/services/responses/save-answers.server.ts";

/** Autosave: `{changes: [{itemId, answer, basedOn}]}`; answers with what was saved and what another device has changed. */
export async function action({ params, request }: ActionFunctionArgs) {
  const changes = await readAnswerChanges(request);
  const outcome = await saveAnswers(database(), params["token"]!, changes);
  switch (outcome.kind) {
    case "saved":
      return Response.json({ saved: outcome.saved, conflicts: outcome.conflicts });
    case "invalid":
      throw problem(422, "invalid-answers", "Some answers do not fit their questions.", outcome.problems);
    case "submitted":
      throw problem(409, "already-submitted", "These answers were submitted and can no longer be changed.");
    case "closed":
      throw problem(409, "closed", "These questions are closed, so nothing more can be answered.");
    case "unknown":
      throw problem(404, "not-found", "There is nothing at this address.");
  }
}

export const loader = onlyPost;
