import { describe, expect, it } from "vitest";
import { plainText } from "./plain-text.ts";

describe("plain text", () => {
  const wrong = (text: string) =>
    plainText(5)
      .safeParse(text)
      .error?.issues.map(({ message }) => message);
  const UNFIT = "has no control characters, halves of characters, or marks that turn the direction of text";

  it("says what is wrong with it", () => {
    expect(wrong("123456")).toEqual(["has 5 characters at most"]);
    for (const text of ["a\u0000b", "a\u202Eb", "a\u2067b", "a\uD800b"]) expect(wrong(text)).toEqual([UNFIT]);
    expect(wrong("123\u202E456")).toEqual(["has 5 characters at most", UNFIT]);
  });

  it("is trimmed, with any line breaks", () => {
    expect(plainText(5).parse(" a\r\nb\tc ")).toBe("a\nb\tc");
    expect(wrong("12345")).toBeUndefined();
  });
});
