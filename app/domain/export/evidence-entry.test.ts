import { describe, expect, it } from "vitest";
import { evidenceEntrySchema } from "./evidence-entry.ts";

const ENTRY = {
  ...{ assessment: "seven-ps", item: "position-words", title: "Minutes", link: "https://example.com/minutes", file: null, owner: null, expires: null },
  ...{ addedBy: "Ada", createdAt: "2027-01-31T08:00:00.000Z" },
};
const FILE = { name: "minutes.pdf", mediaType: "application/pdf", size: 1, sha256: "a".repeat(64), content: "left out" };
const said = (entry: object) => evidenceEntrySchema.safeParse(entry).error?.issues.map(({ message }) => message) ?? [];

describe("an evidence in a file", () => {
  it("is a link or a file, and not both", () => {
    expect(said(ENTRY)).toEqual([]);
    expect(said({ ...ENTRY, link: null, file: FILE })).toEqual([]);
    expect(said({ ...ENTRY, file: FILE })).toEqual(["is a link or a file"]);
    expect(said({ ...ENTRY, link: null })).toEqual(["is a link or a file"]);
  });
});
