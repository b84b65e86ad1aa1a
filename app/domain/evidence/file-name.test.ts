import { describe, expect, it } from "vitest";
import { cleanFileName } from "./file-name.ts";

describe("the name of a file that was sent", () => {
  it.each([
    ["Report spring 2027.pdf", "Report spring 2027.pdf", "pdf"],
    ["Käyttöraportti – kevät (2).DOCX", "Käyttöraportti – kevät (2).docx", "docx"],
    ["photo.JPEG", "photo.jpeg", "jpeg"],
    ["../../etc/passwd.txt", "passwd.txt", "txt"],
    ["..%2f..%2fetc%2Fpasswd.txt", "passwd.txt", "txt"],
    ["C:\\Users\\me\\report.csv", "report.csv", "csv"],
    ["..%5creport.csv", "report.csv", "csv"],
    ["a\u0000b.pdf", "ab.pdf", "pdf"],
    ["a%00.pdf", "a.pdf", "pdf"],
    ["line\r\nSet-Cookie: x.pdf", "lineSet-Cookie- x.pdf", "pdf"],
    ['a"b;c<d>e:f|g?h*i.png', "a-b-c-d-e-f-g-h-i.png", "png"],
    ["...hidden .png", "hidden.png", "png"],
    [".pdf", "file.pdf", "pdf"],
    ["..pdf", "file.pdf", "pdf"],
    ["page.html.pdf", "page.html.pdf", "pdf"],
  ])("%j is kept as %j", (sent, name, type) => {
    expect(cleanFileName(sent)).toEqual({ name, type });
  });

  it.each(["drawing.svg", "page.html", "page.htm", "letter.docm", "run.exe", "archive.zip", "noending", "", "pdf", "a.pdf/", "a.pdf%00.exe"])(
    "%j has no ending that is taken",
    (sent) => {
      expect(cleanFileName(sent)).toBeNull();
    },
  );

  it("cannot look as if it ended otherwise: marks that turn letters round go", () => {
    expect(cleanFileName("annual\u202Efdp.exe")).toBeNull();
    expect(cleanFileName("annual\u202Eexe.pdf")).toEqual({ name: "annualexe.pdf", type: "pdf" });
    expect(cleanFileName("a\u200Bb\u2066c.pdf")?.name).toBe("abc.pdf");
  });

  it("has at most 120 signs before its ending, whole ones", () => {
    const { name } = cleanFileName(`${"😀".repeat(200)}.xlsx`)!;
    expect(name).toBe(`${"😀".repeat(120)}.xlsx`);
  });
});
