import type { ReactNode } from "react";

type WideTableProps = { caption: string; columns: readonly string[]; children: ReactNode };

/** A table that is wider than a narrow screen and scrolls by itself there. */
export function WideTable({ caption, columns, children }: WideTableProps) {
  return (
    <div className="mt-4 overflow-x-auto" tabIndex={0} role="region" aria-label={caption}>
      <table className="figures min-w-[44rem]">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
