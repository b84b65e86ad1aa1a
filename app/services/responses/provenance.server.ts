import type { Definition } from "#app/domain/assessment/definition.ts";
import type { Provenance } from "#app/domain/report/provenance.ts";
import { METHOD_VERSION } from "#app/domain/scoring/score.ts";
import { publicOrigin } from "../env/public-origin-instance.server.ts";

/** Where a result stands and what made it, for its printed form. */
export function provenanceOf({ title, version }: Definition, hash: string, path: string): Provenance {
  return { title, version, hash, method: METHOD_VERSION, address: `${publicOrigin()}${path}` };
}
