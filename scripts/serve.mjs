// Serves what was built; `npm start` comes here once everything is in place.
import path from "node:path";
import { pathToFileURL } from "node:url";

process.env.NODE_ENV = "production";
const { main } = await import(pathToFileURL(path.resolve("build/server/index.js")).href);
await main();
