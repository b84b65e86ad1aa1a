import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useWords } from "#app/components/words/use-words.tsx";
import type { Scope } from "#app/domain/access/can.ts";
import { scopesInWords } from "#app/domain/engagement/scopes-in-words.ts";
import { displayDate } from "#app/domain/report/display.ts";

type Engagement = { id: string; other: string; scopes: Scope[]; startedOn: string; endsOn: string | null };
type EngagementEntryProps = {
  engagement: Engagement;
  /** The name of the client, on whichever side one is. */
  client: string;
  mayChange: boolean;
  /** Who works on it. */
  children: ReactNode;
};

/** An engagement that runs: what it allows, since when and until when, who works on it, and the way to end it. */
export function EngagementEntry({ engagement: { id, other, scopes, startedOn, endsOn }, client, mayChange, children }: EngagementEntryProps) {
  const words = useWords();
  const { say, language } = words;
  return (
    <li className="border-t border-rule py-6">
      <h2 className="text-xl">{other}</h2>
      <dl className="mt-2 grid grid-cols-[8rem_minmax(0,1fr)] gap-x-4 gap-y-2">
        <dt className="text-quiet">{say("engagements:mayDo")}</dt>
        <dd>{scopesInWords(scopes, words)}</dd>
        <dt className="text-quiet">{say("engagements:since")}</dt>
        <dd>{displayDate(startedOn, language)}</dd>
        <dt className="text-quiet">{say("engagements:ends")}</dt>
        <dd>{endsOn ? say("engagements:until", { day: displayDate(endsOn, language) }) : say("engagements:openEnd")}</dd>
        <dt className="text-quiet">{say("engagements:assigned")}</dt>
        <dd>{children}</dd>
      </dl>
      {mayChange && (
        <details className="mt-2">
          <summary className="w-fit cursor-pointer py-1" aria-label={say("engagements:endWith", { name: other })}>
            {say("engagements:end")}
          </summary>
          <p className="measure mt-2">{say("engagements:endText", { client })}</p>
          <Form method="post" className="mt-3">
            <input type="hidden" name="engagement" value={id} />
            <button type="submit" name="intent" value="end" className="button button-quiet">
              {say("engagements:endConfirm", { name: other })}
            </button>
          </Form>
        </details>
      )}
    </li>
  );
}
