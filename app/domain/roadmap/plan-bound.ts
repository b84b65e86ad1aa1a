import type { PlanningInstance } from "./planning-instance.ts";
import { RaisedArea } from "./raised-area.ts";

/**
 * What no plan can raise more than, in points x quarters above today, without solving anything: everything that could
 * be planned finishes as early as its prerequisites and pin allow, as if capacity and budget were endless.
 */
export function endlessCapacityBound(instance: PlanningInstance): number {
  const area = new RaisedArea(instance);
  instance.candidates.forEach((c, n) => {
    if (!c.relevant || c.standing.kind !== "free") return;
    area.finish(n, (c.pin || c.standing.earliest) + c.duration - 1);
  });
  return area.total;
}
