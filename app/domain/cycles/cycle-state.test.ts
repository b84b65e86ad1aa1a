import { describe, expect, it } from "vitest";
import { cycleState } from "./cycle-state.ts";

const at = (day: number) => new Date(Date.UTC(2027, 2, day));

describe("a cycle", () => {
  it.each([
    ["open from the beginning", { opensAt: null, closesAt: null, closedAt: null }, "open"],
    ["planned before it opens", { opensAt: at(11), closesAt: null, closedAt: null }, "planned"],
    ["open from its moment on", { opensAt: at(10), closesAt: at(11), closedAt: null }, "open"],
    ["closed from its moment on, whatever is noted down", { opensAt: at(1), closesAt: at(10), closedAt: null }, "closed"],
    ["closed by somebody", { opensAt: null, closesAt: null, closedAt: at(9) }, "closed"],
    ["closed by somebody before it opened", { opensAt: at(20), closesAt: null, closedAt: at(9) }, "closed"],
  ] as const)("is %s", (_, times, state) => expect(cycleState(times, at(10))).toBe(state));
});
