import type { LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, ScrollRestoration, type ShouldRevalidateFunctionArgs, useRouteError } from "@remix-run/react";
import type { ReactNode } from "react";
import { Page } from "./components/layout/page.tsx";
import { PageHasDays } from "./components/words/use-days.tsx";
import { PageSpeaks, usePageLanguage, useWords } from "./components/words/use-words.tsx";
import { DEMO_REFUSAL } from "./domain/demo/demo-refusal.ts";
import { useNonce } from "./nonce.ts";
import { paths } from "./paths.ts";
import { database } from "./services/db/database-instance.server.ts";
import { signedInPerson } from "./services/identity/signed-in-person.server.ts";
import { countUnread } from "./services/notifications/count-unread.server.ts";
import "./styles.css";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await signedInPerson(request);
  return {
    pageLanguage: context.language,
    signedIn: person && { name: person.name, isOperator: person.isOperator, unread: await countUnread(database(), person) },
  };
}

/** Where there was no connection (see unreachable.ts) there is nothing to ask again. */
export function shouldRevalidate({ actionResult, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return !actionResult?.unreachable && defaultShouldRevalidate;
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const language = usePageLanguage();
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#fbfaf7" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#14181b" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        <PageSpeaks>
          <PageHasDays>{children}</PageHasDays>
        </PageSpeaks>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

const FAILURES: Partial<Record<number, "notAllowed" | "nothingHere" | "closed">> = { 403: "notAllowed", 404: "nothingHere", 409: "closed" };

export function ErrorBoundary() {
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const { say } = useWords();
  const isDemo = isRouteErrorResponse(error) && error.data === DEMO_REFUSAL;
  const failure = isDemo ? "demoOnly" : (FAILURES[status] ?? (status < 500 ? "notRead" : "ourFault"));
  const title = say(`frame:${failure}`);
  return (
    <Page>
      <title>{`${title} · Pinhigh`}</title>
      <h1 className="text-3xl">{title}</h1>
      <p className="measure mt-4">{say(`frame:${failure}Text`)}</p>
      <p className="mt-6">
        <a href={isDemo ? paths.demo : paths.assessments}>{say(isDemo ? "frame:aboutDemo" : "frame:seeAssessments")}</a>
      </p>
    </Page>
  );
}
