import { expect, it } from "vitest";
import { maskAddress } from "./mask-address.ts";

it("shows of an address its first letter and where it is", () => {
  expect(maskAddress("maria@example.com")).toBe("m•••@example.com");
  expect(maskAddress("m@example.com")).toBe("m•••@example.com");
  expect(maskAddress('"a@b"@example.com')).toBe('"•••@example.com');
});
