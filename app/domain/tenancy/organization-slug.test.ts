import { describe, expect, it } from "vitest";
import { organizationSlug } from "./organization-slug.ts";

describe("an organisation's part of an address", () => {
  it.each([
    ["Åland Ferries & Co", "aland-ferries-co-x7k2bb"],
    ["  Straße  Øl  ", "strasse-ol-x7k2bb"],
    ["株式会社", "x7k2bb"],
    ["../..", "x7k2bb"],
    ["<script>alert(1)</script>", "script-alert-1-script-x7k2bb"],
    ["x".repeat(120), `${"x".repeat(48)}-x7k2bb`],
    [`${"x".repeat(47)} yz`, `${"x".repeat(47)}-x7k2bb`],
  ])("of %o is %s", (name, slug) => {
    expect(organizationSlug(name, "x7k2bb")).toBe(slug);
    expect(slug.length).toBeLessThanOrEqual(64);
  });
});
