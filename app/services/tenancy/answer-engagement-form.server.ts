import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import type { Action } from "#app/domain/access/can.ts";
import { database } from "../db/database-instance.server.ts";
import { publicOrigin } from "../env/public-origin-instance.server.ts";
import { nudgeMail } from "../jobs/jobs-instance.server.ts";
import { wordsIn } from "../words/words-in.server.ts";
import { changeEngagements } from "./change-engagements.server.ts";
import { requireAccess } from "./require-access.server.ts";
import { requireKind } from "./require-kind.server.ts";

type EngagementPage = {
  /** What it takes to send something there. */
  action: Action;
  /** Of the organisations that have the page. */
  kind: "company" | "consultancy";
  path: (slug: string) => string;
};

/** Does what was sent on one of the two pages of engagements, and leads back to it; or gives the form again with what is wrong. */
export async function answerEngagementForm({ params, request, context: { language } }: ActionFunctionArgs, { action, kind, path }: EngagementPage) {
  const access = await requireAccess(request, params["org"], action);
  requireKind(access, kind);
  const sending = { now: new Date(), language, origin: publicOrigin() };
  const { done, problems, typed } = await changeEngagements(database(), access, request, sending, wordsIn(language));
  if (problems) return data({ problems, typed }, { status: 422 });
  nudgeMail();
  return redirect(`${path(access.organization.slug)}?done=${done}`, 303);
}
