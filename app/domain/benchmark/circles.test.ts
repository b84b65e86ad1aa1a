import { expect, test } from "vitest";
import { circlesFrom } from "./circles.ts";

test("consultancies that know a result together are one circle, over others too", () => {
  const circleOf = circlesFrom([["c"], ["d", "b"], [], ["e", "d"], ["f", "g"]]);
  expect([["c"], ["b"], ["d"], ["e"], ["g"], ["f", "g"], [], ["unknown"]].map(circleOf)).toEqual(["c", "b", "b", "b", "f", "f", null, "unknown"]);
});

test("the name does not hang on the order", () => {
  expect(
    circlesFrom([
      ["a", "b"],
      ["b", "c"],
    ])(["c"]),
  ).toBe("a");
  expect(
    circlesFrom([
      ["c", "b"],
      ["b", "a"],
    ])(["c"]),
  ).toBe("a");
});
