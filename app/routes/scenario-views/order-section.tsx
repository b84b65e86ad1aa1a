import { Rich } from "#app/components/words/rich.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayHundredths } from "#app/domain/report/display.ts";
import type { OrderView, ViewedInitiative } from "#app/services/scenarios/scenario-views.server.ts";
import { InitiativeCell, PlanCell } from "./initiative-cells.tsx";

export type OrderColumn = { title: string; text: string; of: (its: ViewedInitiative) => string };
type OrderSectionProps = {
  title: string;
  short: string;
  formula: string;
  source: { text: string; url: string };
  /** What goes into it, in the order of the formula. */
  columns: OrderColumn[];
  note?: string;
  caption: string;
  order: OrderView;
  initiatives: ViewedInitiative[];
};

/** The initiatives in the order of a quotient: its formula, what goes into it, and how the plan and the order go together. */
export function OrderSection({ title, short, formula, source, columns, note, caption, order, initiatives }: OrderSectionProps) {
  const { say, language } = useWords();
  const byId = new Map(initiatives.map((its) => [its.initiative, its]));
  return (
    <section className="mt-12 border-t border-rule pt-8">
      <h2 className="text-2xl">{title}</h2>
      <p className="mt-2 font-semibold">{formula}</p>
      <dl className="mt-3 grid max-w-[56rem] gap-x-10 gap-y-3 sm:grid-cols-2">
        {columns.map((column) => (
          <div key={column.title}>
            <dt className="font-semibold">{column.title}</dt>
            <dd className="text-quiet">{column.text}</dd>
          </div>
        ))}
      </dl>
      <p className="measure mt-3 text-sm text-quiet">
        {note && `${note} `}
        <Rich
          text={say("views:source", { source: source.text })}
          marks={{
            source: (text) => (
              <a href={source.url} rel="noreferrer" lang="en">
                {text}
              </a>
            ),
          }}
        />
      </p>
      <ul className="measure mt-4 list-disc space-y-1 pl-5">
        {order.notes.map((text) => (
          <li key={text}>{text}</li>
        ))}
        {order.rows.some(({ place }) => place === null) && <li>{say("views:noEffort")}</li>}
      </ul>
      <div className="mt-4 overflow-x-auto" tabIndex={0} role="region" aria-label={caption}>
        <table className="figures min-w-[44rem]">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              <th scope="col" className="figure">
                {say("views:place")}
              </th>
              <th scope="col">{say("views:initiative")}</th>
              {columns.map((column) => (
                <th key={column.title} scope="col" className="figure">
                  {column.title}
                </th>
              ))}
              <th scope="col" className="figure">
                {short}
              </th>
              <th scope="col">{say("views:inThePlan")}</th>
            </tr>
          </thead>
          <tbody>
            {order.rows.map(({ initiative, quotient, place }) => {
              const its = byId.get(initiative)!;
              return (
                <tr key={initiative}>
                  <td className="figure">{place ?? say("views:noPlace")}</td>
                  <InitiativeCell its={its} />
                  {columns.map((column) => (
                    <td key={column.title} className="figure">
                      {column.of(its)}
                    </td>
                  ))}
                  <td className="figure font-semibold">{quotient === null ? say("views:noPlace") : displayHundredths(quotient, language)}</td>
                  <PlanCell its={its} />
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
