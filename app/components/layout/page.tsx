import { Link, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { Rich } from "#app/components/words/rich.tsx";
import { usePageLanguage, useWords } from "#app/components/words/use-words.tsx";
import { paths } from "#app/paths.ts";
import { LanguageSwitch } from "./language-switch.tsx";

type PageProps = {
  children: ReactNode;
  notice?: ReactNode;
  /** Stands before the content: in a column of its own, above it on a narrow screen. */
  places?: ReactNode;
};

/** The frame of every page: a name, three places, who is signed in, the content, a foot. */
export function Page({ children, notice, places }: PageProps) {
  const { say, language } = useWords();
  const isForeign = language !== usePageLanguage();
  const signedIn = useRouteLoaderData<{ signedIn: { name: string; unread: number; isOperator: boolean } | null }>("root")?.signedIn;
  return (
    <div className="mx-auto flex min-h-dvh max-w-[68rem] flex-col px-4 sm:px-8">
      <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:bg-paper focus:p-3">
        {say("frame:skip")}
      </a>
      <header className="no-print flex flex-wrap items-baseline justify-between gap-x-8 border-b border-rule py-4">
        <Link to={paths.home} className="py-1 font-serif text-lg font-semibold text-ink no-underline">
          Pinhigh
        </Link>
        <nav aria-label={say("frame:navigation")} className="flex flex-wrap gap-x-6 text-sm">
          <Link to={paths.assessments} className="py-1 text-ink">
            {say("frame:assessments")}
          </Link>
          <Link to={paths.method} className="py-1 text-ink">
            {say("frame:method")}
          </Link>
          <Link to={paths.apiDocs} className="py-1 text-ink">
            {say("frame:api")}
          </Link>
          <LanguageSwitch />
          {signedIn ? (
            <>
              <Link to={paths.organizations} className="py-1 text-ink">
                {say("frame:organizations")}
              </Link>
              {signedIn.isOperator && (
                <Link to={paths.admin} className="py-1 text-ink">
                  {say("frame:operator")}
                </Link>
              )}
              <Link to={paths.notifications} className="py-1 text-ink">
                {signedIn.unread > 0 ? say("frame:notificationsUnread", signedIn) : say("frame:notifications")}
              </Link>
              <Link to={paths.account} aria-label={say("frame:account", signedIn)} className="max-w-[16ch] truncate py-1 text-ink">
                {signedIn.name}
              </Link>
            </>
          ) : (
            <Link to={paths.signIn} className="py-1 text-ink">
              {say("frame:signIn")}
            </Link>
          )}
        </nav>
        {isForeign && <p className="mt-2 basis-full text-sm text-quiet">{say("frame:onlyEnglish")}</p>}
      </header>
      {notice && <div lang={language}>{notice}</div>}
      <div className={places ? "flex flex-1 flex-col md:grid md:grid-cols-[12rem_minmax(0,1fr)] md:gap-x-12 print:block" : "flex flex-1 flex-col"}>
        {places}
        <main id="content" tabIndex={-1} lang={language} className="min-w-0 flex-1 py-8 sm:py-12 print:py-0">
          {children}
        </main>
      </div>
      <footer className="no-print border-t border-rule py-6 text-sm text-quiet">
        <p>
          <Rich text={say("frame:promise")} marks={{ method: (text) => <Link to={paths.method}>{text}</Link> }} />
        </p>
      </footer>
    </div>
  );
}
