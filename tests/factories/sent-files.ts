import { officeFile } from "./zip-file.ts";

/** One pixel of each, and a page: real files, as programs write them. */
const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
const JPEG =
  "/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==";
const WEBP = "UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAUAmJaQAA3AA/v3AgAA=";
const PDF = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

/** A file of every type that is taken, by its ending. */
export const REAL_FILES: Record<string, Buffer> = {
  pdf: Buffer.from(PDF),
  png: Buffer.from(PNG, "base64"),
  jpg: Buffer.from(JPEG, "base64"),
  jpeg: Buffer.from(JPEG, "base64"),
  webp: Buffer.from(WEBP, "base64"),
  txt: Buffer.from("Complaints, spring: 12 < 20\nÄ ö €\n"),
  csv: Buffer.from("\uFEFFmonth;complaints\r\n2027-01;12\r\n"),
  docx: officeFile("docx"),
  xlsx: officeFile("xlsx"),
  pptx: officeFile("pptx"),
};
