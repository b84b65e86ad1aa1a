import { visibleText } from "./visible-text.server.ts";

/** Marks that mean something anywhere in a line of Markdown (CommonMark 0.31, and GitHub's extensions of it). */
const ANYWHERE = /[\\`*_[\]<>&~|$]/g;
/** What begins a heading, a list, a quotation, a rule or the line beneath a heading, where it comes first. */
const FIRST = /^([#+\-=])|^(\d{1,9})([.)])/;
/** What closes a heading and is not shown, where it comes last. */
const LAST = / (#+)$/;

/** A text on a line of Markdown of its own, that is shown as it is written; line ends become spaces. */
export function markdownLine(text: string): string {
  return atStart(markdownWithin(text)).replace(LAST, " \\$1");
}

/** The same after something else on its line. */
export function markdownWithin(text: string): string {
  return visibleText(text).replace(/\s+/g, " ").trim().replace(ANYWHERE, "\\$&");
}

/** A text of several lines and paragraphs in Markdown, that is shown as it is written. */
export function markdownText(text: string): string {
  return visibleText(text)
    .replace(/\r\n?/g, "\n")
    .split(/\n\s*\n/)
    .map((paragraph) =>
      paragraph
        .split("\n")
        .map(markdownLine)
        .filter((line) => line !== "")
        // A line that ends in a backslash is a line of its own.
        .join("\\\n"),
    )
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
}

/** A link in Markdown. */
export function markdownLink(title: string, address: string): string {
  return `[${markdownWithin(title)}](<${visibleText(address).replace(/[<>\\\s]/g, encodeURIComponent)}>)`;
}

function atStart(line: string): string {
  return line.replace(FIRST, (_, mark: string | undefined, digits: string | undefined, end: string | undefined) => (mark ? `\\${mark}` : `${digits}\\${end}`));
}
