import type { ReactNode } from "react";
import { useWords } from "#app/components/words/use-words.tsx";
import type { RoadmapFormat } from "#app/domain/board/roadmap-formats.ts";

type FilesSectionProps = {
  /** What all of them hold. */
  text: string;
  formats: readonly RoadmapFormat[];
  to: (format: RoadmapFormat) => string;
  children?: ReactNode;
};

const NAMES = { xlsx: "xlsx", csv: "csv", md: "md", ics: "ics", "jira.csv": "jira", "azure-devops.csv": "azure" } as const satisfies Record<
  RoadmapFormat,
  string
>;

/** Files that can be taken, each with what it is for. */
export function FilesSection({ text, formats, to, children }: FilesSectionProps) {
  const { say } = useWords();
  return (
    <section className="no-print mt-12 border-t border-rule pt-8">
      <h2 className="text-2xl">{say("roadmapFiles:heading")}</h2>
      <p className="measure mt-2 text-quiet">{text}</p>
      <dl className="mt-4 grid max-w-[56rem] gap-x-10 gap-y-4 sm:grid-cols-2">
        {formats.map((format) => {
          const name: (typeof NAMES)[RoadmapFormat] = NAMES[format];
          return (
            <div key={format}>
              <dt>
                <a href={to(format)} download className="inline-flex min-h-11 items-center">
                  {say(`roadmapFiles:${name}`)}
                </a>
              </dt>
              <dd className="text-sm text-quiet">{say(`roadmapFiles:${name}Text`)}</dd>
            </div>
          );
        })}
      </dl>
      {children}
    </section>
  );
}
