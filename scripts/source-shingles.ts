/** Writes `tests/fixtures/source-shingles.bin`: hashes of every run of eight words in the `.txt` files of a folder of sources. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { shinglesOf } from "./content/shingles.ts";

const folder = process.argv[2];
if (!folder) {
  console.error("Name the folder with the sources as text: node scripts/run.mjs scripts/source-shingles.ts path/to/sources");
  process.exit(1);
}
const files = readdirSync(folder).filter((name) => name.endsWith(".txt"));
const shingles = shinglesOf(files.map((name) => readFileSync(join(folder, name), "utf8")));
writeFileSync("tests/fixtures/source-shingles.bin", shingles);
console.log(`Wrote the hashes of ${shingles.length / 6} runs from ${files.length} files to tests/fixtures/source-shingles.bin`);
