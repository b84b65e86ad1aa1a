import { describe, expect, it } from "vitest";
import { english } from "../../../tests/factories/english.ts";
import { LONGEST_NAME, readNewOrganization, readProfileChange } from "./organization-form.ts";

const once = "0190b6f2-5d5e-7c3a-9a0f-0123456789ab";
const fields = { name: "Northern Ferries", kind: "company", industry: "", sizeBand: "", region: "", once };

describe("the form of an organisation", () => {
  it("takes a name and a kind; the rest may be left open", () => {
    expect(readNewOrganization(fields, english)).toEqual({
      values: { name: "Northern Ferries", kind: "company", industry: null, sizeBand: null, region: null, once },
    });
    expect(readNewOrganization({ ...fields, name: "  Åland  ", industry: "transport", sizeBand: "5000+", region: "worldwide" }, english).values).toMatchObject({
      name: "Åland",
      industry: "transport",
      sizeBand: "5000+",
      region: "worldwide",
    });
  });

  it.each([
    ["nothing", ""],
    ["blanks", "   "],
    ["a sign too many", "x".repeat(LONGEST_NAME + 1)],
    ["NUL", "Nor\0thern"],
    ["half a character", "Northern \uD800"],
    ["a line break", "Northern\nBcc: x@example.com"],
    ["a mark that turns the direction", "Northern \u202Esei"],
    ["a line separator", "Northern\u2028Ferries"],
  ])("refuses a name of %s", (_, name) => {
    expect(readNewOrganization({ ...fields, name }, english).problems).toMatchObject([{ field: "name" }]);
  });

  it("takes a name with signs that only look dangerous", () => {
    for (const name of ["<script>alert(1)</script>", "=1+1", "O'Neill & Söhne", "x".repeat(LONGEST_NAME)])
      expect(readNewOrganization({ ...fields, name }, english).values?.name).toBe(name);
  });

  it.each([
    ["kind", "bank"],
    ["industry", "constructor"],
    ["sizeBand", "0-0"],
    ["region", "__proto__"],
  ])("refuses for %s what is not in its list", (field, value) => {
    expect(readNewOrganization({ ...fields, [field]: value }, english).problems).toMatchObject([{ field }]);
  });

  it("refuses fields that the page does not have", () => {
    for (const extra of <Record<string, string>[]>[{ role: "owner" }, { isSynthetic: "true" }, { id: once }, { eraseAfter: "" }])
      expect(readNewOrganization({ ...fields, ...extra }, english).problems).toHaveLength(1);
    expect(readNewOrganization({ ...fields, once: "x" }, english).problems).toHaveLength(1);
  });

  it("changes a profile over the revision that was looked at, and never its kind", () => {
    const { kind, once: _, ...shown } = fields;
    const profile = { ...shown, timeZone: "Europe/Helsinki" };
    expect(readProfileChange({ ...profile, revision: "3" }, english).values).toMatchObject({
      name: "Northern Ferries",
      timeZone: "Europe/Helsinki",
      revision: 3,
    });
    expect(readProfileChange({ ...profile, timeZone: "Europe/Nowhere", revision: "3" }, english).problems).toMatchObject([{ field: "timeZone" }]);
    expect(readProfileChange({ ...profile, revision: "3", kind }, english).problems).toHaveLength(1);
    for (const revision of ["", "0", "-1", "1.5", "2147483648", "NaN", "1e309", "x"])
      expect(readProfileChange({ ...profile, revision }, english).problems).toHaveLength(1);
  });
});
