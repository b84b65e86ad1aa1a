import { problem } from "./problem.server.ts";

/** For addresses of the API that only take POST. */
export function onlyPost(): never {
  throw problem(405, "method-not-allowed", "This address only takes POST.", undefined, { Allow: "POST" });
}

/** For addresses of the API that are only read. */
export function onlyGet(): never {
  throw problem(405, "method-not-allowed", "This address only takes GET.", undefined, { Allow: "GET, HEAD" });
}
