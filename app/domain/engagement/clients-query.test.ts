import { expect, it } from "vitest";
import { readClientsQuery } from "./clients-query.ts";

const read = (query: string) => readClientsQuery(new URLSearchParams(query));

it("reads what an address asks for, and begins where it does not say", () => {
  expect(read("")).toEqual({ q: "", sort: "name", page: 1 });
  expect(read("q=%20Acme%20&sort=score&page=3")).toEqual({ q: "Acme", sort: "score", page: 3 });
});

it("begins where an address says nothing that can be asked for", () => {
  for (const page of ["0", "-1", "1.5", "x", "1e309", "99999999"]) expect(read(`page=${page}`).page).toBe(1);
  expect(read("sort=organization_id").sort).toBe("name");
  expect(read(`q=${"x".repeat(101)}`).q).toBe("");
  expect(read("q=a%00b%0A").q).toBe("ab");
});
