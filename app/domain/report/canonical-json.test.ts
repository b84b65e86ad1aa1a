import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "./canonical-json.ts";

describe("canonical JSON", () => {
  it("sorts keys at every depth and adds no whitespace", () => {
    expect(canonicalJson({ b: [1, { d: true, c: null }], a: "x" })).toBe('{"a":"x","b":[1,{"c":null,"d":true}]}');
    expect(canonicalJson([])).toBe("[]");
    expect(canonicalJson({})).toBe("{}");
    expect(canonicalJson(false)).toBe("false");
    expect(canonicalJson(Object.assign(Object.create(null), { a: 1 }))).toBe('{"a":1}');
  });

  it("sorts keys by UTF-16 code units, as RFC 8785 does", () => {
    // The example of RFC 8785, section 3.2.3.
    const keys = ["\u20ac", "\r", "\ufb33", "1", "\u{1f600}", "\u0080", "\u00f6"];
    const sorted = ["\r", "1", "\u0080", "\u00f6", "\u20ac", "\u{1f600}", "\ufb33"];
    const value = Object.fromEntries(keys.map((key) => [key, 0]));
    expect(canonicalJson(value)).toBe(`{${sorted.map((key) => `${JSON.stringify(key)}:0`).join(",")}}`);
  });

  it("writes numbers as JavaScript does", () => {
    expect(canonicalJson([0, -0, 1e21, 1e-7, 333333333.33333329, 4.5])).toBe("[0,0,1e+21,1e-7,333333333.3333333,4.5]");
  });

  it("takes an undefined property as absent", () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  });

  it("refuses what JSON cannot carry faithfully", () => {
    for (const value of [NaN, Infinity, undefined, 1n, () => 1, Symbol("x"), "\ud800", { "\ud800": 1 }, [undefined], [, 1], new Date(0), new Map()]) {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    }
    expect(() => canonicalJson(NaN)).toThrow("NaN has no place in JSON");
    expect(() => canonicalJson(1n)).toThrow("bigint has no place in JSON");
    expect(() => canonicalJson("\ud800")).toThrow("a lone surrogate has no place in JSON");
    expect(() => canonicalJson(new Date(0))).toThrow("only plain objects have a place in JSON");
  });

  it("says the same as JSON, in one way", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value));
        expect(JSON.parse(canonicalJson(plain))).toEqual(plain);
        expect(canonicalJson(JSON.parse(canonicalJson(plain)))).toBe(canonicalJson(plain));
      }),
    );
  });
});
