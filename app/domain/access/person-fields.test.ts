import { describe, expect, it } from "vitest";
import { addressSchema, codeSchema, nameSchema, newPasswordSchema, signUpSchema } from "./person-fields.ts";

const faultOf = (result: { error?: { issues: { message: string }[] } | undefined }) => result.error?.issues[0]?.message ?? null;

describe("an address", () => {
  it.each([
    ["Aino@Example.COM", "aino@example.com"],
    ["  aino@example.com ", "aino@example.com"],
    ["AINO+test@example.com", "aino+test@example.com"],
  ])("%s is kept as %s: a case is no second account", (typed, kept) => {
    expect(addressSchema.parse(typed)).toBe(kept);
  });

  it.each([
    ["a Kelvin sign for a k", "mi\u212Ae@example.com"],
    ["a Cyrillic letter", "\u0430ino@example.com"],
    ["a full-width letter", "\uFF41ino@example.com"],
    ["a dotless i", "a\u0131no@example.com"],
    ["a lookalike domain", "aino@ex\u0430mple.com"],
    ["an invisible joiner", "ai\u200Dno@example.com"],
    ["NUL", "aino\0@example.com"],
    ["half a pair", "aino\uD800@example.com"],
    ["a line break", "aino@example.com\nBcc: other@example.com"],
    ["two addresses", "aino@example.com,other@example.com"],
    ["no domain", "aino@localhost"],
    ["nothing", ""],
    ["too many letters", `${"a".repeat(250)}@example.com`],
  ])("with %s is refused", (_, typed) => {
    expect(faultOf(addressSchema.safeParse(typed))).toBe(typed.length > 254 ? "addressLong" : "addressWrong");
  });
});

describe("a name", () => {
  it.each(["Aino Example", "Åsa Öström", "李小龍", "O’Brien", "مريم", "<script>alert(1)</script>"])("may be %s", (name) => {
    expect(nameSchema.parse(` ${name} `)).toBe(name);
  });

  it.each([
    ["nameMissing", "   "],
    ["nameLong", "a".repeat(101)],
    ["nameUnreadable", "A\0B"],
    ["nameUnreadable", "A\r\nB"],
    ["nameUnreadable", "A\uD83D"],
    ["nameUnreadable", "\u202Egnp.exe"],
    ["nameUnreadable", "A\u2066B"],
  ])("is refused as %s: %j", (fault, name) => {
    expect(faultOf(nameSchema.safeParse(name))).toBe(fault);
  });
});

describe("a new password", () => {
  it.each([
    [null, "ten letters"],
    [null, "日本語日本語日本語日"],
    ["passwordShort", "nine char"],
    ["passwordLong", "a".repeat(129)],
    ["passwordUnreadable", "ten\0letters"],
    ["passwordUnreadable", "ten\uDC00letters"],
  ])("gives %s for %j", (fault, password) => {
    expect(faultOf(newPasswordSchema.safeParse(password))).toBe(fault);
  });
});

describe("a code", () => {
  it("is read without its spaces", () => {
    expect(codeSchema.parse(" 123 456 ")).toBe("123456");
    expect(codeSchema.parse("abCD1-efGH2")).toBe("abCD1-efGH2");
  });
  it.each(["12345", "1234567", "abcde-fghi", "\u0661\u0662\u0663\u0664\u0665\u0666", "1".repeat(41)])("is not %s", (typed) => {
    expect(faultOf(codeSchema.safeParse(typed))).toBe("codeWrong");
  });
});

describe("signing up", () => {
  const fields = { name: "Aino", address: "aino@example.com", password: "ten letters" };
  it.each(["role", "operatorSince", "emailVerified", "id", "image"])("takes no %s", (name) => {
    expect(signUpSchema.safeParse(fields).success).toBe(true);
    expect(signUpSchema.safeParse({ ...fields, [name]: "true" }).success).toBe(false);
  });
});
