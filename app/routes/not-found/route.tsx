import { ErrorBoundary as RootErrorBoundary } from "#app/root.tsx";

/** Whatever no other route knows; the root's error page says it. */
export function loader(): never {
  throw new Response("Not found", { status: 404 });
}

export const action = loader;

export default function NotFound() {
  return <RootErrorBoundary />;
}
