import { Link } from "@remix-run/react";

type ChoiceLinksProps<Id extends string | null> = {
  label: string;
  choices: readonly { id: Id; title: string }[];
  current: Id;
  to: (id: Id) => string;
  /** Whether the reader stays where they are on the page. */
  staysInPlace?: boolean;
};

/** Which of several things a page is about, as links; nothing where there is one only. */
export function ChoiceLinks<Id extends string | null>({ label, choices, current, to, staysInPlace = false }: ChoiceLinksProps<Id>) {
  if (choices.length < 2) return null;
  return (
    <nav aria-label={label} className="no-print mt-4">
      <ul className="flex flex-wrap gap-x-6">
        {choices.map(({ id, title }) => (
          <li key={id}>
            <Link
              to={to(id)}
              preventScrollReset={staysInPlace}
              aria-current={id === current ? "page" : undefined}
              className="inline-flex min-h-11 items-center aria-[current=page]:font-semibold aria-[current=page]:no-underline"
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
