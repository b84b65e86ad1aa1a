import type { ActionFunctionArgs } from "@remix-run/node";
import { readJson } from "#app/services/api/read-json.server.ts";
import { requireApiAssessment } from "#app/services/api/require-api-assessment.server.ts";
import { onlyPost } from "#app/services/api/require-method.server.ts";
import { scoreBodySchema } from "#app/services/api/schemas.server.ts";
import { scoreAnswers } from "#app/services/api/score-answers.server.ts";

export async function action({ params, request }: ActionFunctionArgs) {
  if (request.method !== "POST") onlyPost();
  const entry = requireApiAssessment(params["slug"]);
  const { answers } = await readJson(request, scoreBodySchema);
  return Response.json(scoreAnswers(entry, answers, new Date().toISOString().slice(0, 10)));
}

export const loader = onlyPost;
