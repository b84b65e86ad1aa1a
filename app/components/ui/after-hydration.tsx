import { type ReactNode, Suspense, useSyncExternalStore } from "react";

const never = () => () => undefined;

type AfterHydrationProps = { children: () => ReactNode; className?: string; before?: ReactNode };

/** Something that only a browser with script can draw; until then, and without script, `before` stands in its place, or nothing. */
export function AfterHydration({ children, className, before = null }: AfterHydrationProps) {
  const hydrated = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return hydrated ? (
    <div className={className}>
      <Suspense fallback={null}>{children()}</Suspense>
    </div>
  ) : (
    before
  );
}
