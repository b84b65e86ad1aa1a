import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { zipFile } from "../../../tests/factories/zip-file.ts";
import { packedBytes, zipDirectory } from "./zip-directory.ts";

const TWO = [
  { name: "a.txt", content: "aaaaaaaaaaaaaaaaaaaa" },
  { name: "b.txt", content: "bb", isStored: true },
];

describe("the directory of a ZIP file", () => {
  it("says what is in it, also behind a comment", () => {
    for (const file of [zipFile(TWO), zipFile(TWO, "a comment"), zipFile(TWO, "x".repeat(65_535))]) {
      const entries = zipDirectory(file)!;
      expect(entries.map(({ name, method, size }) => ({ name, method, size }))).toEqual([
        { name: "a.txt", method: 8, size: 20 },
        { name: "b.txt", method: 0, size: 2 },
      ]);
      expect(Buffer.from(packedBytes(file, entries[1]!)!).toString()).toBe("bb");
    }
  });

  it("is not that of a file with something before it or after it", () => {
    expect(zipDirectory(Buffer.concat([Buffer.from("%PDF-1.4\n"), zipFile(TWO)]))).toBeNull();
    expect(zipDirectory(Buffer.concat([zipFile(TWO), Buffer.from("<html>")]))).toBeNull();
  });

  it("is not believed where it would unpack to more than 500 MiB, or where entries overlap", () => {
    const bomb = Array.from({ length: 6 }, (_, i) => ({ name: `${i}`, content: "x", says: { size: 100 * 1024 * 1024 } }));
    expect(zipDirectory(zipFile(bomb.slice(0, 5)))).not.toBeNull();
    expect(zipDirectory(zipFile(bomb))).toBeNull();
    expect(zipDirectory(zipFile([{ name: "a", content: "x", says: { packedSize: 10_000 } }]))).toBeNull();
  });

  it("is not looked for in what is no ZIP file, is cut off, or has thousands of entries", () => {
    const whole = zipFile(TWO);
    for (const bytes of [Buffer.alloc(0), Buffer.from("PK\u0003\u0004"), Buffer.from("plain text ".repeat(10)), whole.subarray(0, -1), whole.subarray(1)])
      expect(zipDirectory(bytes)).toBeNull();
    expect(zipDirectory(zipFile(Array.from({ length: 5_001 }, (_, i) => ({ name: `${i}`, content: "", isStored: true }))))).toBeNull();
  });

  it("never reads beyond the file, whatever its bytes say", () => {
    const whole = zipFile(TWO);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 }), (changes) => {
        const bytes = Buffer.from(whole);
        for (const [at, byte] of changes) bytes[at] = byte;
        for (const entry of zipDirectory(bytes) ?? []) expect(packedBytes(bytes, entry)?.length ?? 0).toBeLessThanOrEqual(bytes.length);
      }),
      { numRuns: 2_000 },
    );
  });
});
