import { describe, expect, it } from "vitest";
import { plainLine } from "./plain-line.ts";

describe("a plain line", () => {
  it("is trimmed, and has no more characters than it may", () => {
    expect(plainLine(5).parse("  Åbo 1 ")).toBe("Åbo 1");
    expect(plainLine(5).safeParse("123456").success).toBe(false);
  });

  it("is written in any script, with the joiners that some need", () => {
    for (const text of ["می\u200cخواهم", "👩\u200d🔬", "क्\u200dष", "7"]) expect(plainLine(20).parse(text)).toBe(text);
  });

  it.each(["", " ", "\u200b", " \u200b\u2060 ", "\u3164", "\ufeff", "\u00ad"])("can be seen (%j cannot)", (text) => {
    expect(plainLine(20).safeParse(text).success).toBe(false);
  });

  it.each(["a\nb", "a\u0000b", "a\u2028b", "a\u202eb", "a\u2067b", "a\ud800b"])("is one line, in its own direction (%j is not)", (text) => {
    expect(plainLine(20).safeParse(text).success).toBe(false);
  });
});
