import { describe, expect, it } from "vitest";
import { knownPassword } from "#app/services/identity/known-password.server.ts";

const AINO = { name: "Aino Virtanen", address: "aino.virtanen@ferries.example" };

describe("a new password", () => {
  // From the public lists of the most used passwords of recent years, the long ones.
  it.each([
    "1234567890",
    "qwertyuiop",
    "Password123",
    "1q2w3e4r5t",
    "password1234",
    "QWERTY123456",
    "iloveyou2024!",
    "123-dragon-123",
    "0000000000",
    "abcabcabcabc",
    "abcdefghijkl",
    "9876543210",
  ])("is refused as common: %s", (password) => {
    expect(knownPassword(password, AINO)).toBe("passwordCommon");
  });

  it.each(["aino.virtanen@ferries.example", "Aino.Virtanen", "aino-virtanen", "Aino Virtanen", "ainovirtanen1", "Virtanen2027", "Pinhigh2027!"])(
    "is refused as one's own: %s",
    (password) => {
      expect(knownPassword(password, AINO)).toBe("passwordOwn");
    },
  );

  it.each(["correct horse battery", "four words in a row", "virtanen sails home", "x9$kfw02mZqpL", "salasana on pitkä lause"])("is taken: %s", (password) => {
    expect(knownPassword(password, AINO)).toBeNull();
  });

  it("is held against the lists alone where nothing is known of the person", () => {
    expect(knownPassword("Aino Virtanen", {})).toBeNull();
    expect(knownPassword("0000000000", {})).toBe("passwordCommon");
  });
});
