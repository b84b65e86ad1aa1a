import { describe, expect, it } from "vitest";
import { linesOf } from "./lines-of.ts";

describe("the lines of a name", () => {
  it.each([
    ["Customer first", 20, ["Customer first"]],
    ["Customer first", 9, ["Customer", "first"]],
    ["A great brand in the making", 9, ["A great", "brand in", "the", "making"]],
    ["Customer-aware", 9, ["Customer-", "aware"]],
    ["Välimaastossa", 9, ["Välimaastossa"]],
    ["Väli\u00admaastossa", 9, ["Väli-", "maastossa"]],
    ["Väli\u00admaastossa", 13, ["Välimaastossa"]],
    ["Enim\u00admäkseen ansaittua", 9, ["Enim-", "mäkseen", "ansaittua"]],
    ["jär\u00adjes\u00adtel\u00admät", 9, ["järjes-", "telmät"]],
    ["", 9, []],
  ])("%s within %i letters", (name, letters, lines) => {
    expect(linesOf(name, letters)).toEqual(lines);
  });
});
