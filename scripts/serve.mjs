// Serves what was built; `npm start` comes here once everything is in place. `--content <folder>` takes the content from elsewhere.
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { content: { type: "string" } } });
process.env.NODE_ENV = "production";
const { main } = await import(pathToFileURL(path.resolve("build/server/index.js")).href);
await main({ contentDirectory: values.content });
