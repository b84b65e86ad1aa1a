import { describe, expect, it } from "vitest";
import { english } from "../../../tests/factories/english.ts";
import { LONGEST_LIST, MOST_AT_ONCE, readAddresses, readInvitations } from "./invitation-form.ts";

const fields = { intent: "invite", addresses: "maria@example.com", role: "analyst", respondentRole: "", workFunction: "" };

describe("addresses that were typed or pasted", () => {
  it.each([
    ["one a line", "a@example.com\nb@example.com\r\nc@example.com", ["a@example.com", "b@example.com", "c@example.com"]],
    [
      "with commas, semicolons and blanks",
      "a@example.com, b@example.com;c@example.com d@example.com",
      ["a@example.com", "b@example.com", "c@example.com", "d@example.com"],
    ],
    ["with names", "Maria Virtanen <maria@example.com>; <b@example.com>", ["maria@example.com", "b@example.com"]],
    ["in capitals and twice", "Maria@Example.COM, maria@example.com", ["maria@example.com"]],
    ["with nothing", " ,;\n ", []],
  ])("are read %s", (_, text, addresses) => {
    expect(readAddresses(text)).toEqual({ addresses, unreadable: [] });
  });

  it.each([
    "maria",
    "maria@",
    "@example.com",
    "maria@example",
    "mаria@example.com",
    "a@example.com\0",
    "<script>@example.com",
    `${"x".repeat(250)}@example.com`,
  ])("are not taken for one: %s", (text) => {
    const { addresses, unreadable } = readAddresses(text);
    expect(addresses).toEqual([]);
    expect(unreadable).toHaveLength(1);
    expect(unreadable[0]!.length).toBeLessThanOrEqual(80);
  });
});

describe("an invitation", () => {
  it("is for some addresses, as one thing", () => {
    expect(readInvitations({ ...fields, respondentRole: "manager", workFunction: "sales" }, english)).toEqual({
      values: { addresses: ["maria@example.com"], role: "analyst", respondentRole: "manager", workFunction: "sales" },
    });
  });

  it("is refused as a whole for one address that is none, for none at all, and for too many", () => {
    const message = (addresses: string) => readInvitations({ ...fields, addresses }, english).problems?.map((problem) => problem.message);
    expect(message("a@example.com, maria, x")).toEqual(["These are not addresses: maria and x. Nothing has been sent yet."]);
    expect(message(" ")).toEqual(["Enter at least one address."]);
    const many = Array.from({ length: MOST_AT_ONCE + 1 }, (_, i) => `a${i}@example.com`).join("\n");
    expect(message(many)).toEqual([`At most ${MOST_AT_ONCE} addresses at once. Send the rest afterwards.`]);
    expect(message("x".repeat(LONGEST_LIST + 1))).toHaveLength(1);
  });

  it("is refused for a role there is not, and for fields the page does not have", () => {
    for (const wrong of <Record<string, string>[]>[{ role: "operator" }, { role: "" }, { respondentRole: "boss" }, { organizationId: "x" }])
      expect(readInvitations({ ...fields, ...wrong }, english).problems).toMatchObject([{ field: "role" }]);
  });
});
