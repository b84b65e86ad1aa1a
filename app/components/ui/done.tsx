import type { ReactNode } from "react";

/** That what was asked for has happened; read out when it appears. */
export function Done({ children }: { children: ReactNode }) {
  return (
    <p role="status" className="measure mb-6 border-l-4 border-accent py-1 pl-4">
      {children}
    </p>
  );
}
