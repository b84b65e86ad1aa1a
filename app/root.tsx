import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteError } from "@remix-run/react";
import type { ReactNode } from "react";
import { Page } from "./components/layout/page.tsx";
import { useNonce } from "./nonce.ts";
import { paths } from "./paths.ts";
import "./styles.css";

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  return (
    <html lang="en">
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
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const text =
    status === 404
      ? "There is no page at this address. The link may have been cut short when it was copied."
      : status < 500
        ? "This request could not be read, so nothing was changed."
        : "Something went wrong on our side. Nothing that was shown as saved is lost; try again in a moment.";
  const title = status === 404 ? "Nothing here" : status < 500 ? "That did not work" : "Our fault";
  return (
    <Page>
      <title>{`${title} · Pinhigh`}</title>
      <h1 className="text-3xl">{title}</h1>
      <p className="measure mt-4">{text}</p>
      <p className="mt-6">
        <a href={paths.assessments}>See the assessments</a>
      </p>
    </Page>
  );
}
