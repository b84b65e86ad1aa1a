import type { ScanFile } from "./scan-file.server.ts";

let bound: ScanFile | undefined;

/** Binds the scanner of the installation; the server calls it once, before it listens. */
export function bindScanner(scan: ScanFile): void {
  bound = scan;
}

export function scanner(): ScanFile {
  if (!bound) throw new Error("a file is scanned before the scanner was bound");
  return bound;
}
