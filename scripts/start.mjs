// `npm start`: installs what is missing, builds when stale, then serves.
import path from "node:path";
import { requireNode, requirePackages } from "./requirements.mjs";

process.chdir(path.resolve(import.meta.dirname, ".."));
requireNode();
requirePackages();
const { buildWhenStale } = await import("./build-steps.mjs");
await buildWhenStale();
await import("./serve.mjs");
