import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { LARGEST_EVIDENCE } from "#app/domain/evidence/file-types.ts";
import { checkFile } from "#app/services/evidence/check-file.server.ts";
import { readUpload } from "#app/services/evidence/read-upload.server.ts";
import { createScanner } from "#app/services/evidence/scan-file.server.ts";
import { takeFile } from "#app/services/evidence/take-file.server.ts";
import { dispositionOf } from "#app/services/files/file-response.server.ts";
import { english } from "../factories/english.ts";
import { REAL_FILES } from "../factories/sent-files.ts";
import { officeFile, zipFile } from "../factories/zip-file.ts";

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
const HTML = "<!doctype html><html><body><script>alert(1)</script></body></html>";
const refusalOf = async (name: string, content: string | Uint8Array) => (await checkFile({ name, bytes: Buffer.from(content) })).refusal;

describe("a file that was sent", () => {
  it.each(Object.keys(REAL_FILES))("is taken where it is a real .%s", async (ending) => {
    const bytes = REAL_FILES[ending]!;
    const { file } = await checkFile({ name: `Report.${ending}`, bytes });
    expect(file).toMatchObject({ name: `Report.${ending}`, size: bytes.length });
    expect(Buffer.from(file!.content)).toEqual(bytes);
  });

  it.each(Object.keys(REAL_FILES).flatMap((is) => Object.keys(REAL_FILES).map((says) => [is, says] as const)))(
    "with wrong magic bytes is refused: a .%s that is called .%s",
    async (is, says) => {
      const isSame = is === says || ["jpg", "jpeg"].every((name) => [is, says].includes(name));
      // Any text is a CSV of one column, and any CSV is text; a PDF of ASCII alone is none.
      const isText = [is, says].every((name) => ["txt", "csv"].includes(name));
      expect(await refusalOf(`x.${says}`, REAL_FILES[is]!)).toBe(isSame || isText ? undefined : "not-what-it-says");
    },
  );

  it("that is an SVG with a script is refused under every name", async () => {
    expect(await refusalOf("drawing.svg", SVG)).toBe("not-taken");
    for (const text of [SVG, `<?xml version="1.0"?>${SVG}`, `\uFEFF \n${SVG}`])
      for (const ending of Object.keys(REAL_FILES)) expect(await refusalOf(`drawing.${ending}`, text), ending).toBe("not-what-it-says");
  });

  it("that is HTML named .pdf is refused, and under every other name", async () => {
    for (const name of ["page.html", "page.htm", "page.xhtml"]) expect(await refusalOf(name, HTML)).toBe("not-taken");
    for (const ending of Object.keys(REAL_FILES)) expect(await refusalOf(`page.${ending}`, HTML), ending).toBe("not-what-it-says");
    expect(await refusalOf("note.txt", `A note\n${HTML}`)).toBe("not-what-it-says");
  });

  it("that is empty is refused", async () => {
    expect(await refusalOf("empty.pdf", "")).toBe("empty");
  });

  it("of 10 MiB is taken, of one byte more refused", async () => {
    expect(await refusalOf("long.txt", Buffer.alloc(LARGEST_EVIDENCE, "a"))).toBeUndefined();
    expect(await refusalOf("long.txt", Buffer.alloc(LARGEST_EVIDENCE + 1, "a"))).toBe("too-large");
  });

  it("that is a docx and a plain ZIP is refused", async () => {
    for (const ending of ["docx", "xlsx", "pptx"]) expect(await refusalOf(`x.${ending}`, zipFile([{ name: "a.txt", content: "a" }]))).toBe("not-what-it-says");
    expect(await refusalOf("x.zip", zipFile([{ name: "a.txt", content: "a" }]))).toBe("not-taken");
  });

  it("that is an office file with macros or a password is refused", async () => {
    expect(await refusalOf("x.docx", officeFile("docx", [{ name: "word/vbaProject.bin", content: "x" }]))).toBe("not-what-it-says");
    expect(await refusalOf("x.docx", officeFile("docx", [{ name: "secret", content: "x", says: { flags: 1 } }]))).toBe("not-what-it-says");
    const macro = `<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>`;
    expect(await refusalOf("x.docx", zipFile([{ name: "[Content_Types].xml", content: macro }]))).toBe("not-what-it-says");
  });

  it("that is a ZIP bomb is refused without being unpacked", async () => {
    // 256 MiB of nothing in 256 kB, in the one entry that is looked at.
    const zeros = Buffer.alloc(256 * 1024 * 1024);
    const honest = zipFile([{ name: "[Content_Types].xml", content: zeros }]);
    const lying = zipFile([{ name: "[Content_Types].xml", content: zeros.subarray(0, 32 * 1024 * 1024), says: { size: 1_000 } }]);
    expect(lying.length).toBeLessThan(64 * 1024);
    const before = process.memoryUsage().rss;
    for (const file of [honest, lying]) expect(await refusalOf("x.docx", file)).toBe("not-what-it-says");
    expect(process.memoryUsage().rss - before).toBeLessThan(16 * 1024 * 1024);
    const many = Array.from({ length: 6 }, (_, i) => ({ name: `${i}`, content: "x", says: { size: 100 * 1024 * 1024 } }));
    expect(await refusalOf("x.docx", officeFile("docx", many))).toBe("not-what-it-says");
  });

  it.each([
    ["a PNG that is a ZIP file too", "x.png", Buffer.concat([REAL_FILES["png"]!, zipFile([{ name: "a.js", content: "a" }])])],
    ["a PDF that is a ZIP file too", "x.pdf", Buffer.concat([REAL_FILES["pdf"]!, zipFile([{ name: "a.js", content: "a" }])])],
    ["a docx that is a PDF too", "x.docx", Buffer.concat([Buffer.from("%PDF-1.4\n"), REAL_FILES["docx"]!])],
    ["a PNG that is a page too", "x.png", Buffer.concat([REAL_FILES["png"]!.subarray(0, 40), Buffer.from(HTML), REAL_FILES["png"]!.subarray(40)])],
    ["a PDF that is a page too", "x.pdf", Buffer.concat([Buffer.from("%PDF-1.4\n"), Buffer.from(HTML)])],
    ["a JPEG that is a PDF too", "x.jpg", Buffer.concat([REAL_FILES["jpg"]!.subarray(0, 30), Buffer.from("%PDF-1.4")])],
    ["a text that is a PDF too", "x.txt", Buffer.from("A note\n%PDF-1.4")],
    ["a text with a NUL", "x.txt", Buffer.from("A\u0000note")],
  ])("that is a polyglot is refused: %s", async (_, name, content) => {
    expect(await refusalOf(name, content)).toBe("not-what-it-says");
  });
});

describe("the form that carries a file", () => {
  const request = (parts: [disposition: string, content: string | Buffer][], type = "multipart/form-data; boundary=b") =>
    new Request("http://localhost/", {
      method: "POST",
      headers: { "Content-Type": type },
      body: Buffer.concat([
        ...parts.flatMap(([disposition, content]) => [
          Buffer.from(`--b\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n`),
          Buffer.from(content),
          Buffer.from("\r\n"),
        ]),
        Buffer.from("--b--\r\n"),
      ]),
    });
  const read = (...parts: [string, string | Buffer][]) => readUpload(request(parts), english);
  const statusOf = (reading: Promise<unknown>) =>
    reading.then(
      () => 200,
      (thrown: Response) => thrown.status,
    );

  it("is read with its fields and its one file", async () => {
    const { fields, file } = await read(['name="title"', "Ä title"], ['name="file"; filename="a.txt"', "hello"]);
    expect({ ...fields }).toEqual({ title: "Ä title" });
    expect(file?.name).toBe("a.txt");
    expect(Buffer.from(file!.bytes).toString()).toBe("hello");
  });

  it("has no file where the browser sent an empty part without a name", async () => {
    const octets = "\r\nContent-Type: application/octet-stream";
    for (const part of ['name="file"; filename=""', `name="file"; filename=""${octets}`, `name="file"${octets}`]) {
      const { file, fields } = await read([part, ""], ['name="title"', "x"]);
      expect({ file, ...fields }).toEqual({ file: null, title: "x" });
    }
    expect((await read(['name="file"; filename="a.txt"', ""])).file?.bytes).toHaveLength(0);
  });

  it.each(["../../etc/passwd.txt", "..%2f..%2fpasswd.txt", "a\u0000b.txt", "a%00.txt"])("keeps no folder and no NUL of the name %j", async (sent) => {
    const { file } = await read([`name="file"; filename="${sent}"`, "hello"]).catch(() => ({ file: null }));
    const taken = file && (await checkFile(file)).file;
    expect(taken?.name ?? "refused").toMatch(/^(passwd|ab|a)\.txt$|^refused$/);
  });

  it("is refused with two files, a file in another field, a field twice, too many fields, or a body that is none", async () => {
    expect(await statusOf(read(['name="file"; filename="a.txt"', "a"], ['name="file"; filename="b.txt"', "b"]))).toBe(400);
    expect(await statusOf(read(['name="title"; filename="a.txt"', "a"]))).toBe(400);
    expect(await statusOf(read(['name="title"', "a"], ['name="title"', "b"]))).toBe(400);
    expect(await statusOf(read(...Array.from({ length: 13 }, (_, i): [string, string] => [`name="f${i}"`, "a"])))).toBe(400);
    expect(await statusOf(read(['name="title"', "a".repeat(5_000)]))).toBe(400);
    expect(await statusOf(readUpload(request([], "application/json"), english))).toBe(400);
    expect(await statusOf(readUpload(request([], "multipart/form-data"), english))).toBe(400);
  });

  it("is cut off beyond its limit, whatever its length said", async () => {
    expect(await statusOf(read(['name="file"; filename="a.txt"', Buffer.alloc(12 * 1024 * 1024)]))).toBe(400);
  });
});

describe("the scanner", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "pinhigh-scanner-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const logged: object[] = [];
  const log = { error: (details: object) => void logged.push(details) };
  /** A real program, that says what it was called with and looks for a word in its input. */
  const script = path.join(folder, "a scanner.sh");
  writeFileSync(
    script,
    `#!/bin/sh
case "$1" in
  slow) exec sleep 30 ;;
  broken) echo "no signatures" >&2; exit 2 ;;
  deaf) exit 0 ;;
esac
if grep -q EVIL; then exit 1; fi
exit 0
`,
  );
  chmodSync(script, 0o755);
  const scan = (content: string | Buffer, ...words: string[]) =>
    createScanner({ command: [script, ...words], timeLimitMs: 1_000, log })(new Uint8Array(Buffer.from(content)));

  it("says clean by 0 and infected by 1, of what is on its input", async () => {
    expect(await scan("nothing to see")).toBe("clean");
    expect(await scan("something EVIL")).toBe("infected");
    expect(await scan(Buffer.concat([Buffer.alloc(5 * 1024 * 1024), Buffer.from("EVIL\n")]))).toBe("infected");
  });

  it("leaves a file unchecked by any other code, and says why in the log", async () => {
    expect(await scan("x", "broken")).toBe("unchecked");
    expect(logged.at(-1)).toMatchObject({ program: script, said: "no signatures\n", code: 2 });
  });

  it("is ended when it takes too long", async () => {
    const begun = Date.now();
    expect(await scan("x", "slow")).toBe("unchecked");
    expect(Date.now() - begun).toBeLessThan(10_000);
    expect(logged.at(-1)).toMatchObject({ signal: "SIGKILL" });
  });

  it("leaves a file unchecked where it is gone, and may stop reading early", async () => {
    expect(await createScanner({ command: [path.join(folder, "gone")], timeLimitMs: 1_000, log })(new Uint8Array(1))).toBe("unchecked");
    expect(await scan(Buffer.alloc(5 * 1024 * 1024), "deaf")).toBe("clean");
  });

  it("is a program and never a shell", async () => {
    const marker = path.join(folder, "marker");
    expect(await createScanner({ command: [script, `$(touch ${marker})`, `; touch ${marker}`], timeLimitMs: 1_000, log })(new Uint8Array(1))).toBe("clean");
    expect(() => rmSync(marker)).toThrow("ENOENT");
  });

  it("lets nothing through that it did not call clean", async () => {
    const sent = { name: "a.txt", bytes: new Uint8Array(Buffer.from("EVIL")) };
    const scanner = (...words: string[]) => createScanner({ command: [script, ...words], timeLimitMs: 1_000, log });
    expect(await takeFile(sent, scanner(), english)).toEqual({ problem: english.say("evidence:fileInfected") });
    expect(await takeFile(sent, scanner("broken"), english)).toEqual({ problem: english.say("evidence:fileUnchecked") });
    expect(await takeFile(sent, createScanner({ command: null, timeLimitMs: 1_000, log }), english)).toMatchObject({ file: { name: "a.txt" } });
    expect(await takeFile(null, scanner(), english)).toEqual({ file: null });
  });
});

describe("the name of a file that is given out", () => {
  it.each([
    ["Report 2027.pdf", `attachment; filename="Report 2027.pdf"; filename*=UTF-8''Report%202027.pdf`],
    ["Käyttö – kevät.pdf", `attachment; filename="Kaytto _ kevat.pdf"; filename*=UTF-8''K%C3%A4ytt%C3%B6%20%E2%80%93%20kev%C3%A4t.pdf`],
    ["it's (1).txt", `attachment; filename="it's (1).txt"; filename*=UTF-8''it%27s%20%281%29.txt`],
    ['a"\r\nX: y\\.txt', `attachment; filename="a___X: y_.txt"; filename*=UTF-8''a%22%0D%0AX%3A%20y%5C.txt`],
  ])("%j is one header of plain letters", (name, header) => {
    expect(dispositionOf(name)).toBe(header);
  });
});
