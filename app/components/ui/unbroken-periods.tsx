import { Fragment } from "react";

/** A sentence in which no quarter such as "2027-Q1" is torn apart at the end of a line. */
export function UnbrokenPeriods({ text }: { text: string }) {
  return text.split(/(\d{4}-Q\d)/).map((piece, i) =>
    i % 2 === 1 ? (
      <span key={`${piece} ${i}`} className="whitespace-nowrap">
        {piece}
      </span>
    ) : (
      <Fragment key={`${piece} ${i}`}>{piece}</Fragment>
    ),
  );
}
