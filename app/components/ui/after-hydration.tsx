import { type ReactNode, Suspense, useSyncExternalStore } from "react";

const never = () => () => undefined;

/** Something that only a browser with script can draw; until then, and without script, nothing stands in its place. */
export function AfterHydration({ children, className }: { children: () => ReactNode; className?: string }) {
  const hydrated = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return hydrated ? (
    <div className={className}>
      <Suspense fallback={null}>{children()}</Suspense>
    </div>
  ) : null;
}
