// `npm run dev`: the server with the browser's files built on demand and reloaded when they change.
import { requireNode, requirePackages } from "./requirements.mjs";

requireNode();
requirePackages();
const { buildWorkers, generateDatabaseClient } = await import("./build-steps.mjs");
generateDatabaseClient();
await buildWorkers();
const { createServer } = await import("vite");
const vite = await createServer({ server: { middlewareMode: true } });
const { main } = await vite.ssrLoadModule("/server/main.ts");
await main({ vite });
