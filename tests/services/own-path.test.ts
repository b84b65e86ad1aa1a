import { describe, expect, it } from "vitest";
import { ownPath } from "#app/services/env/own-path.server.ts";
import { wayBack } from "#app/services/env/way-back.server.ts";
import { bindPublicOrigin } from "#app/services/env/public-origin-instance.server.ts";

bindPublicOrigin("https://assess.example.com");

describe("the way back after signing in", () => {
  it.each([
    ["/", "/"],
    ["/o/acme?tab=people&page=2", "/o/acme?tab=people&page=2"],
    ["/a/../b#mark", "/b"],
    ["/results/abc?next=https://evil.example", "/results/abc?next=https://evil.example"],
  ])("may be %s", (address, path) => {
    expect(ownPath(address)).toBe(path);
  });

  it.each([
    "//evil",
    "//evil.example/path",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/.//evil.example",
    "/a/..//evil.example",
    "/%2fevil.example",
    "/%2Fevil.example",
    "/%5cevil.example",
    "/%252fevil.example",
    "/%25255cevil.example",
    "https://evil.example",
    "https:evil.example",
    "javascript:alert(1)",
    "/@evil.example:99999999",
    "evil.example",
    " /",
    "",
  ])("is not %j", (address) => {
    const path = ownPath(address);
    // Whatever is let through stays on this host, however it is read.
    if (path !== null) expect(new URL(path, "https://assess.example.com").host).toBe("assess.example.com");
    if (address !== "/@evil.example:99999999") expect(path).toBeNull();
  });
});

describe("the way back that a request names", () => {
  const of = (search: string) => wayBack(new Request(`https://assess.example.com/sign-up${search}`));

  it.each([
    ["?to=%2Fresults%2Fabc%2Fclaim", "/results/abc/claim"],
    [`?to=%2F${"a".repeat(999)}`, `/${"a".repeat(999)}`],
    [`?to=%2F${"a".repeat(1_000)}`, null],
    ["?to=%2F%2Fevil.example", null],
    ["?to=https%3A%2F%2Fevil.example", null],
    ["?to=", null],
    ["", null],
  ])("%s is %s", (search, path) => expect(of(search)).toBe(path));
});
