import type { WorkspaceFrame } from "#app/domain/tenancy/places.ts";

type TakeFileProps = { frame: WorkspaceFrame; to: string; text: string };

/** The way to a list as a file. Not in an example: taking a file is written down, and all its visitors share one account. */
export function TakeFile({ frame, to, text }: TakeFileProps) {
  if (frame.isSynthetic) return null;
  return (
    <p className="no-print mt-4 text-sm">
      <a href={to} download className="inline-flex min-h-11 items-center">
        {text}
      </a>
    </p>
  );
}
