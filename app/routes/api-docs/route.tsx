import { useLoaderData } from "@remix-run/react";
import { Page } from "#app/components/layout/page.tsx";
import { paths } from "#app/paths.ts";
import { describedOperations } from "#app/services/api/described-operations.server.ts";
import { publicOrigin } from "#app/services/env/public-origin-instance.server.ts";

export function meta() {
  return [{ title: "API · Pinhigh" }];
}

export function loader() {
  return { operations: describedOperations(publicOrigin()), origin: publicOrigin() };
}

export default function ApiDocs() {
  const { operations, origin } = useLoaderData<typeof loader>();
  return (
    <Page>
      <h1 className="text-3xl">Every figure, for programs too</h1>
      <p className="measure mt-4">
        These operations need no key. They take and give JSON; errors are problem documents after RFC 9457 with a <code>code</code> and, for input, the{" "}
        <code>fields</code> at fault. The machine-readable description is <a href={paths.openApi}>OpenAPI 3.1</a>.
      </p>
      {operations.map((operation) => (
        <section key={operation.path} className="mt-10 border-t border-rule pt-6">
          <h2 className="text-xl">{operation.summary}</h2>
          <p className="mt-2 overflow-x-auto font-mono text-sm">
            <strong>{operation.method.toUpperCase()}</strong> {operation.path}
          </p>
          <p className="measure mt-2">{operation.description}</p>
          <h3 className="mt-4 text-base">Try it</h3>
          <pre tabIndex={0} className="mt-1 overflow-x-auto border-l-4 border-rule py-2 pl-4 text-xs">
            <code>{operation.curl.replaceAll("{origin}", origin)}</code>
          </pre>
          {operation.reply && (
            <details>
              <summary className="inline-flex min-h-11 items-center text-sm text-accent">
                Shape of the answer<span className="sr-only">: {operation.summary}</span>
              </summary>
              <pre tabIndex={0} className="max-h-96 overflow-auto border-l-4 border-rule py-2 pl-4 text-xs">
                <code>{operation.reply}</code>
              </pre>
            </details>
          )}
        </section>
      ))}
    </Page>
  );
}
