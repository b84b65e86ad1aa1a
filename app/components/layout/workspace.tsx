import { Form, Link, NavLink, useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { Rich } from "#app/components/words/rich.tsx";
import { useDays } from "#app/components/words/use-days.tsx";
import { usePageLanguage, useWords } from "#app/components/words/use-words.tsx";
import { type Place, WORKING_PLACES, type WorkspaceFrame } from "#app/domain/tenancy/places.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { paths } from "#app/paths.ts";
import { Page } from "./page.tsx";

const PATHS: Record<Place, (slug: string) => string> = {
  standing: paths.organization,
  roadmap: organizationPaths.roadmap,
  trends: organizationPaths.trends,
  benchmarks: organizationPaths.benchmarks,
  cycles: organizationPaths.cycles,
  results: organizationPaths.organizationResults,
  kpis: organizationPaths.kpis,
  evidence: organizationPaths.evidence,
  people: organizationPaths.people,
  consultancies: organizationPaths.consultancies,
  clients: organizationPaths.clientsOf,
  profile: organizationPaths.profile,
  audit: organizationPaths.audit,
  api: organizationPaths.apiKeys,
  support: organizationPaths.support,
  data: organizationPaths.organizationData,
};

/** The frame of a page of an organisation: whose it is, where else one can go in it, and what has to be known of it wherever one is. */
export function Workspace({ frame, children }: { frame: WorkspaceFrame; children: ReactNode }) {
  return (
    <Page notice={<Notices frame={frame} />} places={<Places frame={frame} />}>
      {children}
    </Page>
  );
}

function Places({ frame: { slug, name, places, memberId, actsFor } }: { frame: WorkspaceFrame }) {
  const { say } = useWords();
  const { pathname } = useLocation();
  const [working, settings] = [true, false].map((isWork) => places.filter((place) => WORKING_PLACES.includes(place) === isWork)) as [Place[], Place[]];
  return (
    <nav
      aria-label={say("workspace:places")}
      lang={usePageLanguage()}
      className="no-print min-w-0 border-b border-rule py-4 text-sm md:border-r md:border-b-0 md:py-12 md:pr-6"
    >
      <p className="font-serif text-lg font-semibold">{name}</p>
      {actsFor && <p className="text-quiet">{say("workspace:actsFor", { firm: actsFor })}</p>}
      <PlaceList places={working} slug={slug} />
      {settings.length > 0 && (
        <>
          {/* Folded away on a phone, where they would stand between somebody and the page on every page. */}
          <details className="mt-1 md:hidden" open={settings.some((place) => pathname.startsWith(PATHS[place](slug)))}>
            <summary className="inline-flex items-center py-1 text-quiet">{say("workspace:settings")}</summary>
            <PlaceList places={settings} slug={slug} />
          </details>
          <div className="mt-6 max-md:hidden">
            <p id="settings" className="text-quiet">
              {say("workspace:settings")}
            </p>
            <PlaceList places={settings} slug={slug} labelledBy="settings" />
          </div>
        </>
      )}
      <p className="mt-2 flex flex-wrap gap-x-6 md:mt-6 md:block">
        {memberId && (
          <Link to={organizationPaths.member(slug, memberId)} className="py-1 md:block">
            {say("workspace:membership")}
          </Link>
        )}
        <Link to={paths.organizationList} className="py-1 md:block">
          {say("workspace:yourOrganizations")}
        </Link>
      </p>
    </nav>
  );
}

function PlaceList({ places, slug, labelledBy }: { places: Place[]; slug: string; labelledBy?: string }) {
  const { say } = useWords();
  return (
    <ul aria-labelledby={labelledBy} className="flex flex-wrap gap-x-6 md:mt-2 md:block">
      {places.map((place) => (
        <li key={place}>
          <NavLink
            to={PATHS[place](slug)}
            end={place === "standing"}
            className="inline-block py-1 text-ink aria-[current=page]:font-semibold aria-[current=page]:no-underline"
          >
            {say(`workspace:${place}`)}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}

function Notices({ frame: { slug, name, isSynthetic, eraseAfter, mayUndoDeletion, looksUntil } }: { frame: WorkspaceFrame }) {
  const { say } = useWords();
  const { dayOf, momentOf } = useDays();
  const marks = { strong: (text: string) => <strong>{text}</strong> };
  if (!isSynthetic && !eraseAfter && !looksUntil) return null;
  return (
    <aside aria-label={say("workspace:notice")}>
      {looksUntil && (
        <p className="border-b border-rule border-l-4 border-l-alert bg-wash px-4 py-3 text-sm">
          <Rich text={say("workspace:looking", { name, until: momentOf(looksUntil) })} marks={marks} />
        </p>
      )}
      {isSynthetic && (
        <p className="border-b border-rule bg-wash px-4 py-3 text-sm">
          <Rich text={say("workspace:synthetic", { name })} marks={marks} />
        </p>
      )}
      {eraseAfter && (
        <div className="flex flex-wrap items-center gap-x-6 border-b border-rule border-l-4 border-l-alert bg-wash px-4 py-3 text-sm">
          <p className="measure">
            <Rich text={say("workspace:leaving", { name, day: dayOf(eraseAfter) })} marks={marks} />
          </p>
          {mayUndoDeletion && (
            <Form method="post" action={organizationPaths.deletion(slug)}>
              <button type="submit" name="intent" value="undo" className="button-plain">
                {say("workspace:undo")}
              </button>
            </Form>
          )}
        </div>
      )}
    </aside>
  );
}
