import { useWords } from "#app/components/words/use-words.tsx";
import { ROADMAP_FORMATS } from "#app/domain/board/roadmap-formats.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { FilesSection } from "./files-section.tsx";

type RoadmapFilesProps = { slug: string; /** Whether the reader sees the addresses of people. */ seesAddresses: boolean };

/** The files that a roadmap can be taken as, and how two of them get into other programs. */
export function RoadmapFiles({ slug, seesAddresses }: RoadmapFilesProps) {
  const { say } = useWords();
  const addresses = seesAddresses ? say("roadmapFiles:addresses") : say("roadmapFiles:noAddresses");
  const intoJira = [say("roadmapFiles:jiraHow1"), say("roadmapFiles:jiraHow2"), say("roadmapFiles:jiraHow3"), say("roadmapFiles:jiraHow4"), addresses];
  const intoAzure = [say("roadmapFiles:azureHow1"), say("roadmapFiles:azureHow2"), say("roadmapFiles:azureHow3"), addresses];
  return (
    <FilesSection text={say("roadmapFiles:text")} formats={ROADMAP_FORMATS} to={(format) => organizationPaths.roadmapFile(slug, format)}>
      <div className="mt-4">
        <HowTo heading={say("roadmapFiles:jiraHow")} steps={intoJira} />
        <HowTo heading={say("roadmapFiles:azureHow")} steps={intoAzure} />
      </div>
    </FilesSection>
  );
}

function HowTo({ heading, steps }: { heading: string; steps: string[] }) {
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center">{heading}</summary>
      <ul className="measure list-disc space-y-1 pb-3 pl-5 text-sm">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
    </details>
  );
}
