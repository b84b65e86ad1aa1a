import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { JsonFaultError, jsonParts, type JsonPartLimits } from "#app/services/exports/json-parts.server.ts";

const LIMITS: JsonPartLimits = { lists: ["events", "responses"], deepest: 8, longest: 10_000 };

async function* cut(text: string, size: number): AsyncGenerator<string> {
  await Promise.resolve();
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

/** The object put together again. */
async function together(text: string, size: number, limits = LIMITS): Promise<Record<string, unknown>> {
  const whole = new Map<string, unknown>();
  for await (const { key, index, text: part } of jsonParts(cut(text, size), limits)) {
    const value: unknown = JSON.parse(part);
    if (index === null) whole.set(key, value);
    else {
      const list = whole.get(key) as unknown[];
      expect(index).toBe(list.length);
      list.push(value);
    }
  }
  return Object.fromEntries(whole);
}

describe("a JSON object in parts", () => {
  const value = fc.jsonValue({ maxDepth: 3 });
  const object = fc.record(
    { events: fc.oneof(fc.array(value), value), responses: fc.array(value), other: value, 'a "key" \\ more': value },
    { requiredKeys: [] },
  );

  it("is the same as JSON.parse reads, wherever the text is cut and however it is spaced", async () => {
    await fc.assert(
      fc.asyncProperty(object, fc.integer({ min: 1, max: 40 }), fc.constantFrom(undefined, 1, "\t"), async (data, size, space) => {
        const text = JSON.stringify(data, null, space);
        expect(await together(text, size)).toEqual(JSON.parse(text));
      }),
      { numRuns: 300 },
    );
  });

  it("that was broken anywhere is refused, or still the object that JSON.parse reads", async () => {
    await fc.assert(
      fc.asyncProperty(object, fc.nat(), fc.constantFrom("", ",", "]", "}", "{", '"', "\\", "x"), async (data, where, sign) => {
        const good = JSON.stringify(data);
        const at = where % good.length;
        const text = good.slice(0, at) + sign + good.slice(at + 1);
        const [read, expected] = await Promise.all([together(text, 7).catch((error: unknown) => error), parsed(text)]);
        if (read instanceof Error) expect(read instanceof JsonFaultError || read instanceof SyntaxError).toBe(true);
        if (expected === null) expect(read).toBeInstanceOf(Error);
        else if (!(read instanceof JsonFaultError)) expect(read).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it.each<[string, string, string]>([
    ["nothing", "", "malformed"],
    ["a list", "[]", "malformed"],
    ["a comma at the end", '{"a":1,}', "malformed"],
    ["more behind it", '{"a":1} 2', "malformed"],
    ["one that does not end", '{"events":[1,2', "malformed"],
    ["a key twice, written in two ways", '{"a":1,"\\u0061":2}', "keyTwice"],
    ["levels that are too many", `{"a":${"[".repeat(8)}${"]".repeat(8)}}`, "tooDeep"],
    ["levels that are too many in an entry", `{"events":[${"[".repeat(7)}${"]".repeat(7)}]}`, "tooDeep"],
    ["a part that is too long", `{"a":"${"x".repeat(10_000)}"}`, "tooLong"],
  ])("with %s is refused", async (_, text, fault) => {
    for (const size of [1, 1_000_000]) await expect(together(text, size)).rejects.toMatchObject({ fault });
  });

  it("may have as many levels as are let in", async () => {
    const text = `{"a":${"[".repeat(7)}${"]".repeat(7)},"events":[${"[".repeat(6)}${"]".repeat(6)}]}`;
    expect(await together(text, 3)).toEqual(JSON.parse(text));
  });
});

function parsed(text: string): unknown {
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === "object" && !Array.isArray(data) ? data : null;
  } catch {
    return null;
  }
}
