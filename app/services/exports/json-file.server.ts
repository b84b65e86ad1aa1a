/** The answer that gives somebody a JSON file. @param name of the file, plain letters without its ending */
export function jsonFileResponse(body: BodyInit, name: string): Response {
  const headers = {
    "Content-Type": "application/json; charset=utf-8",
    "Content-Disposition": `attachment; filename="${name}.json"`,
    "Cache-Control": "no-store",
  };
  return new Response(body, { headers });
}
