import { type ReactNode, useEffect, useRef } from "react";

/** The page's heading; takes the focus when the page changes without a reload, so that a screen reader starts there. */
export function FocusOnArrival({ on, children }: { on: string | number; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const arrived = useRef(on);
  useEffect(() => {
    if (arrived.current === on) return;
    arrived.current = on;
    heading.current?.focus();
  }, [on]);
  return (
    <h1 ref={heading} tabIndex={-1} className="text-2xl">
      {children}
    </h1>
  );
}
