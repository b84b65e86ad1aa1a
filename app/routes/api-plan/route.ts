import type { ActionFunctionArgs } from "@remix-run/node";
import { planAnswers } from "#app/services/api/plan-answers.server.ts";
import { readJson } from "#app/services/api/read-json.server.ts";
import { onlyPost } from "#app/services/api/require-method.server.ts";
import { planBodySchema } from "#app/services/api/schemas.server.ts";

export async function action({ request }: ActionFunctionArgs) {
  if (request.method !== "POST") onlyPost();
  return Response.json(await planAnswers(await readJson(request, planBodySchema), request.signal));
}

export const loader = onlyPost;
