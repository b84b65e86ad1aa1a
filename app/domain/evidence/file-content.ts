/** What the bytes of a file say of themselves, without anything being run or unpacked. */

/** Bytes in which a program looks for what a file is. */
const LOOKED_AT = 1_024;
/** What a browser would take for a page, or run. */
const MARKUP = /<(!doctype|html|head|body|script|svg|iframe|xml:|\?xml|\?php|math)/i;
const ZIP_END = [0x50, 0x4b, 0x05, 0x06];
/** Bytes from the end in which a program looks for the directory of a ZIP file. */
const ZIP_END_WITHIN = 0xffff + 22;

/** Whether the beginning of a file could be taken for a page or a program of a browser. */
export function looksLikeMarkup(bytes: Uint8Array): boolean {
  return MARKUP.test(latin(bytes.subarray(0, LOOKED_AT)));
}

/** Whether a file that is no ZIP file could be opened as one: a program reads that from its end. */
export function endsLikeZip(bytes: Uint8Array): boolean {
  for (let at = bytes.length - ZIP_END.length; at >= Math.max(0, bytes.length - ZIP_END_WITHIN); at--)
    if (ZIP_END.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}

/** Whether a file that begins as something else could be opened as a PDF: a program looks for its mark in the first kilobyte. */
export function beginsLikePdf(bytes: Uint8Array): boolean {
  return latin(bytes.subarray(0, LOOKED_AT)).includes("%PDF-");
}

/** Whether a file is text: without control characters other than tabs and ends of lines, and not of tags. In any encoding that has ASCII in it. */
export function isPlainText(bytes: Uint8Array): boolean {
  // A loop, for these are ten million bytes at most while others wait.
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d) return false;
  }
  return !/^(\u00ef\u00bb\u00bf)?\s*</.test(latin(bytes.subarray(0, LOOKED_AT))) && !looksLikeMarkup(bytes);
}

/** Byte by byte, for looking for ASCII. */
function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
