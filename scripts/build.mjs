// `npm run build`: what `npm start` builds, without serving it.
import { requireNode, requirePackages } from "./requirements.mjs";

requireNode();
requirePackages();
const { buildWhenStale } = await import("./build-steps.mjs");
await buildWhenStale();
