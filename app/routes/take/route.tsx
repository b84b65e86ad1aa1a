import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ClientActionFunctionArgs, type ShouldRevalidateFunctionArgs, useActionData, useLoaderData } from "@remix-run/react";
import { useState } from "react";
import type { FieldProblem } from "#app/components/forms/error-summary.tsx";
import { QuestionForm } from "#app/components/forms/question-form.tsx";
import { isUnreachable, orUnreachable } from "#app/components/forms/unreachable.ts";
import { useWords } from "#app/components/words/use-words.tsx";
import { Page } from "#app/components/layout/page.tsx";
import { type QuestionScreen, questionScreen, screenItems } from "#app/domain/assessment/question-screen.ts";
import type { CarriedNote } from "#app/domain/report/carried-notes.ts";
import type { Namespace } from "#app/words/say.ts";
import { paths } from "#app/paths.ts";
import { readFormEntries } from "#app/services/api/read-form-entries.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { carryIntoDraft } from "#app/services/portfolios/carry-into-draft.server.ts";
import { notesOfCarried } from "#app/services/responses/notes-of-carried.server.ts";
import { requireResponse } from "#app/services/responses/require-response.server.ts";
import { resultTokenOf } from "#app/services/responses/respondent-token.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";
import { saveScreen } from "#app/services/responses/save-screen.server.ts";
import { FocusOnArrival } from "#app/components/ui/focus-on-arrival.tsx";

const NO_PROBLEMS: readonly FieldProblem[] = [];

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const response = await carryIntoDraft(database(), await requireResponse(params["token"], context.language), new Date());
  if (response.submitted) return redirect(paths.takeCheck(response.takeToken));
  const screen = questionScreen(response.compiled.definition, response.answers, response.revisions, screenNumber(request));
  if (!screen) throw new Response("Not found", { status: 404 });
  const carried = notesOfCarried(response.compiled.definition, response.carried, wordsIn(response.language));
  const words = pageWords(response.language, ...namespacesOf(screen, carried));
  return { words, language: response.language, takeToken: response.takeToken, screen, carried };
}

/** What a screen says depends on what it asks: nothing else travels with it. */
function namespacesOf({ sections }: QuestionScreen, carried: Record<string, CarriedNote>): Namespace[] {
  const isMoreThanOptions = sections.some(({ questions }) => questions.some(({ kind }) => ["shift", "number", "ranking"].includes(kind)));
  return ["taking", ...(isMoreThanOptions ? (["kinds"] as const) : []), ...(Object.keys(carried).length > 0 ? (["answers"] as const) : [])];
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const response = await requireResponse(params["token"], context.language);
  const number = screenNumber(request);
  const items = screenItems(response.compiled.definition, number);
  if (!items) throw new Response("Not found", { status: 404 });
  const words = wordsIn(response.language);
  const outcome = await saveScreen(database(), response, items, await readFormEntries(request, words), words);
  if (outcome.kind === "problems") return data({ problems: outcome.problems, screen: outcome.screen(number) }, { status: outcome.status });
  const { takeToken } = response;
  if (outcome.kind === "submitted") return redirect(paths.resultNotKept(resultTokenOf(takeToken)), 303);
  if (outcome.intent === "later") return redirect(paths.takeSave(takeToken), 303);
  if (outcome.intent === "back") return redirect(paths.take(takeToken, number - 1), 303);
  const next = screenItems(response.compiled.definition, number + 1);
  return redirect(next ? paths.take(takeToken, number + 1) : paths.takeCheck(takeToken), 303);
}

export function clientAction({ serverAction }: ClientActionFunctionArgs) {
  return orUnreachable(() => serverAction<typeof action>());
}

export function shouldRevalidate({ actionResult, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return isUnreachable(actionResult) ? false : defaultShouldRevalidate;
}

function screenNumber(request: Request): number {
  const given = new URL(request.url).searchParams.get("screen") ?? "1";
  return /^\d{1,2}$/.test(given) ? Number(given) : 0;
}

/**
 * What came back for this screen, until another one is shown. The router forgets it at the next navigation, and a step
 * to a problem further down the page is one.
 */
function useHeld<Reply extends { screen: { screen: number } }>(reply: Reply | undefined, screen: number): Reply | undefined {
  const [held, setHeld] = useState(reply);
  if (held && held.screen.screen !== screen) setHeld(undefined);
  else if (reply && reply !== held && reply.screen.screen === screen) setHeld(reply);
  return held?.screen.screen === screen ? held : undefined;
}

export default function Take() {
  const { say } = useWords();
  const loaded = useLoaderData<typeof loader>();
  const reply = useActionData<typeof clientAction>();
  const unreachable = isUnreachable(reply);
  const posted = useHeld(isUnreachable(reply) ? undefined : reply, loaded.screen.screen);
  const screen = posted?.screen ?? loaded.screen;
  const problems = posted?.problems ?? NO_PROBLEMS;
  return (
    <Page>
      <p className="text-sm text-quiet">{screen.title}</p>
      <FocusOnArrival on={screen.screen}>{say("taking:questions", screen)}</FocusOnArrival>
      <progress className="progress-line mt-3" value={screen.first - 1} max={screen.total} aria-label={say("taking:behindYou")} />
      <QuestionForm
        key={`${screen.screen}-${posted ? "posted" : "fresh"}`}
        takeToken={loaded.takeToken}
        screen={screen}
        carried={loaded.carried}
        problems={problems}
        unreachable={unreachable}
      />
    </Page>
  );
}
