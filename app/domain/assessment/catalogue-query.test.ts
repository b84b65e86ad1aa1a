import { describe, expect, it } from "vitest";
import { english } from "../../../tests/factories/english.ts";
import { LONGEST_SEARCH, readCatalogueQuery } from "./catalogue-query.ts";

const read = (query: string) => readCatalogueQuery(new URLSearchParams(query), english);

describe("the wishes in an address", () => {
  it("are none where there is none, or where the form was sent empty", () => {
    const none = { fields: { q: "", role: "", pillar: "" }, wishes: { q: "", role: null, pillar: null }, problems: [] };
    expect(read("")).toEqual(none);
    expect(read("q=&role=&pillar=")).toEqual(none);
    expect(read("q=+&role=+&campaign=spring")).toEqual(none);
  });

  it("are taken as they stand", () => {
    expect(read("q=two+words&role=frontline&pillar=kpis")).toEqual({
      fields: { q: "two words", role: "frontline", pillar: "kpis" },
      wishes: { q: "two words", role: "frontline", pillar: "kpis" },
      problems: [],
    });
  });

  it.each([
    ["an unknown role", "role=boss", "role"],
    ["a role in capitals", "role=Executive", "role"],
    ["two roles", "role=executive&role=manager", "role"],
    ["a role called like what every object has", "role=constructor", "role"],
    ["an unknown pillar", "pillar=__proto__", "pillar"],
    ["a search that is too long", `q=${"x".repeat(LONGEST_SEARCH + 1)}`, "q"],
  ])("%s is said, and the others hold", (_, query, field) => {
    const rest = { q: "crm", role: "manager", pillar: "people" };
    for (const [name, value] of Object.entries(rest)) if (name !== field) query += `&${name}=${value}`;
    const { wishes, problems } = read(query);
    expect(problems.map((p) => p.field)).toEqual([field]);
    expect(wishes).toEqual({ ...rest, [field]: field === "q" ? "" : null });
  });

  it("keep as much of a search that is too long as the field takes", () => {
    expect(read(`q=${"x".repeat(500)}`).fields.q).toBe("x".repeat(LONGEST_SEARCH));
    expect(read(`q=${"x".repeat(LONGEST_SEARCH)}`).problems).toEqual([]);
  });

  it("take two searches as one for the words of both", () => {
    expect(read("q=crm&q=sales").wishes.q).toBe("crm sales");
  });
});
