import { Fragment } from "react";
import type { TitleView } from "#app/domain/report/plan-view.ts";

/** Titles in a row, each marked with its own language. */
export function TitlesInLanguages({ titles }: { titles: readonly TitleView[] }) {
  return titles.map(({ title, language }, i) => (
    <Fragment key={title}>
      {i > 0 && "; "}
      <span lang={language}>{title}</span>
    </Fragment>
  ));
}
