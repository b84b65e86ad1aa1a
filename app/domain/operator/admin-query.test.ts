import { describe, expect, it } from "vitest";
import { MAIL_STANDINGS, ORGANIZATION_SORTS, readAdminQuery } from "./admin-query.ts";

const organizations = (query: string) => readAdminQuery(new URLSearchParams(query), "sort", ORGANIZATION_SORTS);

describe("what an operator's list is asked for", () => {
  it("is the beginning where nothing is said", () => {
    expect(organizations("")).toEqual({ q: "", choice: "name", page: 1 });
    expect(readAdminQuery(new URLSearchParams(), "standing", MAIL_STANDINGS)).toEqual({ q: "", choice: "failed", page: 1 });
  });

  it("is taken as it is said", () => {
    expect(organizations("q=+ferries+&sort=members&page=3")).toEqual({ q: "ferries", choice: "members", page: 3 });
  });

  it.each(["sort=erase_after", "page=0", "page=-1", "page=1e9", "page=x", "sort=constructor", `q=${"x".repeat(101)}`])("is the beginning for %s", (query) => {
    expect(organizations(query)).toEqual({ q: "", choice: "name", page: 1 });
  });

  it("holds no character that a database refuses", () => {
    expect(organizations("q=a%00b").q).toBe("ab");
    expect(organizations(`q=${encodeURIComponent("a\nb")}`).q).toBe("ab");
  });
});
