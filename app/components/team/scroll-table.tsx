import type { ReactNode } from "react";

type ScrollTableProps = {
  caption: string;
  head: readonly { id: string; title: string; isFigure?: boolean }[];
  /** As wide as it has to be; on a narrower screen it scrolls by itself. */
  className?: string;
  children: ReactNode;
};

/** A table of figures under its columns' names. */
export function ScrollTable({ caption, head, className = "min-w-[26rem]", children }: ScrollTableProps) {
  return (
    <div className="relative mt-4 overflow-x-auto pb-2" tabIndex={0} role="region" aria-label={caption}>
      <table className={`figures ${className}`}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {head.map(({ id, title, isFigure }) => (
              <th key={id} scope="col" className={isFigure ? "figure" : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
