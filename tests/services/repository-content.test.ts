import { join } from "node:path";
import { expect, it } from "vitest";
import { loadContent } from "#app/services/content/load-content.server.ts";

it("finds no problem in the content of this repository", () => {
  const content = loadContent(join(import.meta.dirname, "../../content"));
  expect("problems" in content ? content.problems : []).toEqual([]);
});
