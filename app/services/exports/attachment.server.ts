/** What a file is called, and what it is. @param mediaType with its character set where it is text */
export type FileKind = { name: string; mediaType: string };

/** The answer that gives somebody a file to save. @param name plain letters, with its ending */
export function attachmentResponse(body: BodyInit | null, { name, mediaType }: FileKind): Response {
  return new Response(body, {
    headers: { "Content-Type": mediaType, "Content-Disposition": `attachment; filename="${name}"`, "Cache-Control": "no-store" },
  });
}
