import { gzipSync } from "node:zlib";
import { fullestScreen } from "./content.ts";
import type { Report } from "./figure.ts";
import { fromAnotherAddress, send } from "./load.ts";
import { beginResponse } from "./respondent.ts";
import { startServer } from "./start-server.ts";

/** What a browser loads as script for a question screen: the files its HTML names, the script in it, each gzipped. */
export async function benchScriptSize(): Promise<Report> {
  const server = await startServer();
  try {
    const { assessment, screen } = fullestScreen();
    const { origin } = server;
    const read = async (path: string) => (await send(origin, { path, headers: { ...fromAnotherAddress(), "accept-encoding": "identity" } })).body;
    const html = (await read(`${await beginResponse(origin, assessment.definition.slug)}?screen=${screen}`)).toString();
    const files = new Map<string, Buffer>();
    await collect(
      [...html.matchAll(/["'(](\/assets\/[^"')\s]+\.js)/g)].map((found) => found[1]!),
      files,
      read,
    );
    const inHtml = [...html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((found) => found[1]!).join("\n");
    const kilobytes = (bytes: number) => bytes / 1000;
    const loaded = [...files.values()].reduce((sum, file) => sum + gzipSync(file, { level: 6 }).length, 0);
    return {
      figures: [
        { what: `${files.size} script files, gzipped`, value: kilobytes(loaded), unit: "kB", reach: { atMost: 100 } },
        { what: "script within the page, gzipped", value: kilobytes(gzipSync(inHtml).length), unit: "kB", reach: null },
      ],
      notes: [
        "Fonts, styles and the data of the page's questions are not script files. 0 kB are required: the page works without script, which the browser tests show.",
        "For comparison, as published: survey-core with survey-react-ui 374 kB, Remix alone 86 kB.",
      ],
    };
  } finally {
    await server.stop();
  }
}

/** Files named by the page, and whatever they import in turn. */
async function collect(paths: readonly string[], files: Map<string, Buffer>, read: (path: string) => Promise<Buffer>): Promise<void> {
  for (const path of paths) {
    // The manifest names every route's files; a browser loads those of other routes only when it goes there.
    if (files.has(path)) continue;
    const file = await read(path);
    files.set(path, file);
    const imported = [...file.toString().matchAll(/(?:from|import)\s*"(\.{1,2}\/[^"]+\.js)"/g)].map((found) => new URL(found[1]!, `http://a${path}`).pathname);
    await collect(imported, files, read);
  }
}
