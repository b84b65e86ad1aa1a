import { zodResolver } from "@hookform/resolvers/zod";
import { useSubmit } from "@remix-run/react";
import { type FormEvent, useMemo, useState } from "react";
import { type FieldErrors, useForm } from "react-hook-form";
import type { FieldProblem } from "#app/components/forms/error-summary.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { PILLARS } from "#app/domain/assessment/vocabulary.ts";
import { type CapacityFields, capacityFormSchema } from "#app/domain/roadmap/capacity-form.ts";
import { MAX_QUARTERS } from "#app/domain/roadmap/plan-settings.ts";
import type { Words } from "#app/words/say.ts";
import type { RoadmapPage } from "./roadmap-page.ts";

/** The state of the form of capacities, checked in the browser by the schema of the server. Fields are named by their ids: `people-1`, `quarters`, `budget`. */
export function useCapacityForm(page: RoadmapPage) {
  const submit = useSubmit();
  const words = useWords();
  const schema = useMemo(() => capacityFormSchema(words), [words]);
  const { register, handleSubmit, formState } = useForm<CapacityFields>({
    defaultValues: page.fields,
    // The next plan's figures come into the same form, so that the focus stays where it is.
    values: page.fields,
    resolver: zodResolver(schema, undefined, { raw: true }),
    reValidateMode: "onSubmit",
    // The summary takes the focus, and leads to the fields.
    shouldFocusError: false,
  });
  const loaded = useMemo(() => refusal(page.errors, words), [page.errors, words]);
  // Kept as it was found, for the summary takes the focus whenever it is given another list.
  const [found, setFound] = useState<Refusal>(loaded);
  const { messages, problems } = formState.isSubmitted ? found : loaded;
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const send = () => {
      setFound(refusal({}, words));
      submit(form, { preventScrollReset: true });
    };
    void handleSubmit(send, (errors) => setFound(refusal(messagesOf(errors), words)))(event);
  };
  return { register, messages, problems, onSubmit };
}

type Refusal = {
  /** By field. */
  messages: Record<string, string>;
  /** In the order of the fields on the page. */
  problems: FieldProblem[];
};

function messagesOf({ quarters, weeks, budget }: FieldErrors<CapacityFields>): Record<string, string> {
  const ofWeeks = PILLARS.flatMap((pool) => Array.from({ length: MAX_QUARTERS }, (_, i) => [`${pool}-${i + 1}`, weeks?.[pool]?.[i]?.message] as const));
  const all = [...ofWeeks, ["quarters", quarters?.message] as const, ["budget", budget?.message] as const];
  return Object.fromEntries(all.flatMap(([field, message]) => (message === undefined ? [] : [[field, message]])));
}

function refusal(messages: Record<string, string>, { say }: Words): Refusal {
  const ofWeeks = PILLARS.flatMap((pool) =>
    Array.from({ length: MAX_QUARTERS }, (_, i) => ({
      field: `${pool}-${i + 1}`,
      name: say("roadmap:poolInQuarter", { pool: say(`terms:${pool}`), quarter: i + 1 }),
    })),
  );
  const fields = [
    ...ofWeeks,
    { field: "quarters", name: say("roadmap:quartersAhead", { most: MAX_QUARTERS }) },
    { field: "budget", name: say("roadmap:budget") },
  ];
  const problems = fields.flatMap(({ field, name }) => {
    const problem = messages[field];
    return problem === undefined ? [] : [{ field, message: say("roadmap:problemWith", { field: name, problem }) }];
  });
  return { messages, problems };
}
