import { NavLink } from "@remix-run/react";
import type { ReactNode } from "react";
import { Page } from "#app/components/layout/page.tsx";
import { usePageLanguage, useWords } from "#app/components/words/use-words.tsx";
import { paths } from "#app/paths.ts";

const PLACES = [
  ["overview", paths.admin],
  ["organizations", paths.adminOrganizations],
  ["people", paths.adminPeople],
  ["jobs", paths.adminJobs],
  ["mails", paths.adminMails],
  ["content", paths.adminContent],
  ["referenceSets", paths.adminReferenceSets],
  ["events", paths.adminEvents],
] as const;

type AdminPageProps = { place: (typeof PLACES)[number][0]; heading: string; children: ReactNode };

/** The frame of an operator's page: where else one can go, and what the page says first. */
export function AdminPage({ place, heading, children }: AdminPageProps) {
  const { say } = useWords();
  const places = (
    <nav
      aria-label={say("admin:places")}
      lang={usePageLanguage()}
      className="no-print min-w-0 border-b border-rule py-4 text-sm md:border-r md:border-b-0 md:py-12 md:pr-6"
    >
      <p className="font-serif text-lg font-semibold">{say("admin:title")}</p>
      <ul className="mt-2 flex flex-wrap gap-x-6 md:mt-4 md:block">
        {PLACES.map(([name, to]) => (
          <li key={name}>
            <NavLink to={to} end={to === paths.admin} className="inline-block py-1 text-ink aria-[current=page]:font-semibold aria-[current=page]:no-underline">
              {say(`admin:${name}`)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
  return (
    <Page places={places}>
      <title>{say("admin:pageTitle", { page: say(`admin:${place}`) })}</title>
      <h1 className="max-w-[34ch] text-3xl">{heading}</h1>
      {children}
    </Page>
  );
}
