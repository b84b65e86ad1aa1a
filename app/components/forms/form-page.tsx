import type { ReactNode } from "react";
import { Page } from "#app/components/layout/page.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { ErrorSummary, type FieldProblem } from "./error-summary.tsx";

type FormPageProps = {
  /** The page's heading, and its title; with problems the title says so first. */
  heading: string;
  problems: readonly FieldProblem[];
  children: ReactNode;
};

/** A page that is one form, or a few: its problems first, then its heading. */
export function FormPage({ heading, problems, children }: FormPageProps) {
  const { say } = useWords();
  return (
    <Page>
      {/* Not by `meta`, which does not know what an action found. */}
      <title>{`${problems.length > 0 ? say("frame:error", { message: heading }) : heading} · Pinhigh`}</title>
      <ErrorSummary problems={problems} />
      <h1 className="max-w-[26ch] text-3xl">{heading}</h1>
      {children}
    </Page>
  );
}
