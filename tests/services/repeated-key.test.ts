import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { repeatedKey } from "#app/services/exports/repeated-key.server.ts";

describe("a key that stands twice", () => {
  it.each<[string, string | null]>([
    ['{"a":1,"b":2}', null],
    ['{"a":1,"a":2}', "a"],
    ['{"a":1,"\\u0061":2}', "a"],
    ['{"a":{"a":1},"b":[{"a":1},{"a":2}]}', null],
    ['[{"x":{"deep":[1,{"b":1 , "b" :2}]}}]', "b"],
    ['{"a":"b","b":"a","c":["a","a"]}', null],
    ['{"a":"\\",\\"a\\":","b":"{\\"a\\":1"}', null],
    ['{"":1,"":2}', ""],
    ['{"\\"":1,"\\"":2}', '"'],
    ['"a:"', null],
    ["12", null],
  ])("in %s is %j", (text, key) => expect(repeatedKey(text)).toBe(key));

  it("is in no text that was made of a value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
        expect(repeatedKey(JSON.stringify(value, null, indent))).toBeNull();
      }),
    );
  });

  it("is found wherever it is put", () => {
    const inner = fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1, maxKeys: 5 });
    fc.assert(
      fc.property(inner, fc.nat(), fc.nat({ max: 5 }), (value, place, depth) => {
        const keys = Object.keys(value);
        const key = keys[place % keys.length]!;
        const twice = `${JSON.stringify(value).slice(0, -1)},${JSON.stringify(key)}:0}`;
        expect(repeatedKey(`${'{"k":['.repeat(depth)}${twice}${"]}".repeat(depth)}`)).toBe(key);
      }),
    );
  });
});
