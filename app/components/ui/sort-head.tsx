import { Link } from "@remix-run/react";

export type Sorted<Sort extends string> = {
  sort: Sort;
  isRising: boolean;
  /** The address of the list when a column of it is chosen. */ to: (column: Sort) => string;
};

type SortHeadProps<Sort extends string> = {
  label: string;
  column: Sort;
  /** Absent: the list has one order. */
  sorted: Sorted<Sort> | undefined;
  isFigure?: boolean;
};

/** The head of a column that a list can be ordered by; a link, so that it does without scripts. */
export function SortHead<Sort extends string>({ label, column, sorted, isFigure = false }: SortHeadProps<Sort>) {
  const look = isFigure ? { className: "figure" } : {};
  if (!sorted)
    return (
      <th scope="col" {...look}>
        {label}
      </th>
    );
  const isChosen = sorted.sort === column;
  return (
    <th scope="col" {...look} {...(isChosen ? { "aria-sort": sorted.isRising ? "ascending" : "descending" } : {})}>
      <Link to={sorted.to(column)} preventScrollReset className="inline-flex min-h-6 items-center gap-x-1">
        {label}
        {isChosen && <span aria-hidden="true">{sorted.isRising ? "↑" : "↓"}</span>}
      </Link>
    </th>
  );
}
