import type { Answers } from "#app/domain/assessment/answer.ts";
import type { Definition } from "#app/domain/assessment/definition.ts";
import type { Initiative } from "#app/domain/roadmap/initiative.ts";
import type { PlanRequest } from "#app/domain/roadmap/plan.ts";
import type { PlanSettings } from "#app/domain/roadmap/plan-settings.ts";

/**
 * A request on its way to a thread. Definitions and initiatives are content: hundreds of kilobytes, and the same objects
 * from the start of the server to its end. So a thread is sent each of them once, with a number, and then the number.
 */
export type SentRequest = {
  readonly assessments: readonly { readonly definition: number; readonly answers: Answers }[];
  readonly initiatives: number;
  readonly settings: PlanSettings;
  /** What the thread has not seen before, by number. */
  readonly newDefinitions: readonly (readonly [number, Definition])[];
  readonly newInitiatives: readonly (readonly [number, readonly Initiative[]])[];
};

/** What one thread has been sent; a new thread needs a new one. */
export class RequestSender {
  readonly #numbers = new WeakMap<object, number>();
  #last = 0;

  send({ assessments, initiatives, settings }: PlanRequest): SentRequest {
    const newDefinitions: [number, Definition][] = [];
    const newInitiatives: [number, readonly Initiative[]][] = [];
    return {
      assessments: assessments.map(({ definition, answers }) => ({
        definition: this.#numberOf(definition, (number) => newDefinitions.push([number, definition])),
        answers,
      })),
      initiatives: this.#numberOf(initiatives, (number) => newInitiatives.push([number, initiatives])),
      settings,
      newDefinitions,
      newInitiatives,
    };
  }

  #numberOf(content: object, isNew: (number: number) => void): number {
    const known = this.#numbers.get(content);
    if (known !== undefined) return known;
    this.#numbers.set(content, ++this.#last);
    isNew(this.#last);
    return this.#last;
  }
}

/** The thread's side: keeps what it was sent. */
export class RequestReceiver {
  readonly #definitions = new Map<number, Definition>();
  readonly #initiatives = new Map<number, readonly Initiative[]>();

  receive({ assessments, initiatives, settings, newDefinitions, newInitiatives }: SentRequest): PlanRequest {
    for (const [number, definition] of newDefinitions) this.#definitions.set(number, definition);
    for (const [number, list] of newInitiatives) this.#initiatives.set(number, list);
    return {
      assessments: assessments.map(({ definition, answers }) => ({ definition: this.#definitions.get(definition)!, answers })),
      initiatives: this.#initiatives.get(initiatives)!,
      settings,
    };
  }
}
