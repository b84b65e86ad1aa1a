import type { Catalog } from "./load-content.server.ts";

let bound: Catalog | undefined;

/** Binds the content that was read at start; the server calls it once, before it listens. */
export function bindCatalog(catalog: Catalog): void {
  bound = catalog;
}

export function catalog(): Catalog {
  if (!bound) throw new Error("the content is used before it was read");
  return bound;
}
