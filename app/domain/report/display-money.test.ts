import { describe, expect, it } from "vitest";
import { displayMoney } from "./display-money.ts";

describe("displayMoney", () => {
  it("writes euros as the language does", () => {
    expect(displayMoney(20000, "en")).toBe("€20,000");
    expect(displayMoney(20000, "fi")).toBe("20\u00a0000\u00a0€");
    expect(displayMoney(0, "fi")).toBe("0\u00a0€");
  });
});
