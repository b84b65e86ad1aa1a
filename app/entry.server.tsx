import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { DocumentLanguage } from "./components/words/use-words.tsx";
import { NonceContext } from "./nonce.ts";
import { isDatabaseGone } from "./services/db/is-database-gone.server.ts";
import { withoutNulls } from "./services/pages/without-nulls.server.ts";

const ABORT_AFTER_MS = 10_000;

/**
 * Renders a page whole before the first byte leaves: nothing here is deferred, and a page that fails must be able to say
 * so with its status. The timer is cleared when the page is ready, or it would hold every request's memory.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let failed = false;
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={loadContext.nonce}>
        <DocumentLanguage.Provider value={loadContext.language}>
          <RemixServer context={remixContext} url={request.url} abortDelay={ABORT_AFTER_MS} nonce={loadContext.nonce} />
        </DocumentLanguage.Provider>
      </NonceContext.Provider>,
      {
        nonce: loadContext.nonce,
        onAllReady() {
          clearTimeout(timer);
          const body = withoutNulls();
          headers.set("Content-Type", "text/html; charset=utf-8");
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: failed ? 500 : status }));
          pipe(body);
        },
        onShellError(error: unknown) {
          clearTimeout(timer);
          reject(error);
        },
        onError(error: unknown) {
          failed = true;
          console.error(error);
        },
      },
    );
    const timer = setTimeout(abort, ABORT_AFTER_MS);
  });
}

/** What loaders and actions throw that is not a response. Cut connections are the visitor's affair. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  if (isDatabaseGone(error)) context.onDatabaseGone();
  if (request.signal.aborted) return;
  if (typeof error === "object" && error !== null && "status" in error && Number(error.status) < 500) return;
  console.error(error);
}
