import { createHash } from "node:crypto";

const WORDS = 8;
/** So many bytes of a run's SHA-256 are kept: enough that two of a few hundred thousand runs hardly share them. */
const BYTES = 6;

/** Every run of eight words of a text: lower case, letters and digits only, apostrophes dropped. A shorter text has none. */
export function wordRuns(text: string): string[] {
  const words = text.toLowerCase().replace(/['’]/g, "").match(/[a-z0-9]+/g) ?? []; // prettier-ignore
  return Array.from({ length: Math.max(0, words.length - WORDS + 1) }, (_, i) => words.slice(i, i + WORDS).join(" "));
}

function hashOf(run: string): string {
  return createHash("sha256").update(run).digest().subarray(0, BYTES).toString("hex");
}

/** The hashes of all runs of these texts: each once, in order, one after the other. */
export function shinglesOf(texts: readonly string[]): Buffer {
  const hashes = new Set(texts.flatMap(wordRuns).map(hashOf));
  return Buffer.from([...hashes].sort().join(""), "hex");
}

/** The runs of a text that are among the shingles. */
export function runsAmong(shingles: Buffer, text: string): string[] {
  const known = knownHashes(shingles);
  return wordRuns(text).filter((run) => known.has(hashOf(run)));
}

const read = new WeakMap<Buffer, Set<string>>();

function knownHashes(shingles: Buffer): Set<string> {
  const known = read.get(shingles) ?? new Set(Array.from({ length: shingles.length / BYTES }, (_, i) => shingles.toString("hex", i * BYTES, (i + 1) * BYTES)));
  read.set(shingles, known);
  return known;
}
