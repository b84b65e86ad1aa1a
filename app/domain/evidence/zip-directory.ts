/** What a ZIP file says that it holds, read from its directory alone: nothing is unpacked (PKWARE APPNOTE 6.3.10, sections 4.3.12 and 4.3.16). */
export type ZipEntry = {
  name: string;
  /** 0: stored, 8: deflated. */
  method: number;
  isEncrypted: boolean;
  packedSize: number;
  /** As the directory says. */
  size: number;
  /** Where its local header begins. */
  headerAt: number;
};

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const LOCAL_SIZE = 30;
const LONGEST_COMMENT = 0xffff;
/** Entries of a large document; a spreadsheet of a thousand sheets has about two thousand. */
const MOST_ENTRIES = 5_000;
/** Bytes that all entries together may unpack to: a text document packs twentyfold, a bomb thousandfold. */
const LARGEST_CONTENT = 500 * 1024 * 1024;

/**
 * The entries of a ZIP file that begins at its first byte and ends with its last.
 * @returns null for what is no such file: a directory that does not fit, that is in several parts or of the 64-bit kind, entries that overlap, or that would unpack
 *   to more than 500 MiB
 */
export function zipDirectory(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === null || view.byteLength < LOCAL_SIZE || view.getUint32(0, true) !== LOCAL) return null;
  const count = view.getUint16(end + 10, true);
  const [size, begin] = [view.getUint32(end + 12, true), view.getUint32(end + 16, true)];
  const isWhole = view.getUint16(end + 4, true) === 0 && view.getUint16(end + 8, true) === count;
  if (!isWhole || count > MOST_ENTRIES || begin + size !== end) return null;
  const entries: ZipEntry[] = [];
  let at = begin;
  for (let i = 0; i < count; i++) {
    const entry = entryAt(view, at, end);
    if (entry === null) return null;
    entries.push(entry.entry);
    at = entry.next;
  }
  const sum = (what: "packedSize" | "size") => entries.reduce((all, entry) => all + entry[what], 0);
  // What overlaps is longer than the file.
  return at === end && sum("packedSize") <= begin && sum("size") <= LARGEST_CONTENT ? entries : null;
}

/** The bytes of an entry as they are packed; null where its local header is not where the directory says. */
export function packedBytes(bytes: Uint8Array, { headerAt, packedSize }: ZipEntry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (headerAt + LOCAL_SIZE > view.byteLength || view.getUint32(headerAt, true) !== LOCAL) return null;
  const begin = headerAt + LOCAL_SIZE + view.getUint16(headerAt + 26, true) + view.getUint16(headerAt + 28, true);
  return begin + packedSize <= view.byteLength ? bytes.subarray(begin, begin + packedSize) : null;
}

/** Where the record at the end begins: the one whose comment reaches to the last byte. */
function endOf(view: DataView): number | null {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--)
    if (view.getUint32(at, true) === END && at + END_SIZE + view.getUint16(at + 20, true) === view.byteLength) return at;
  return null;
}

function entryAt(view: DataView, at: number, end: number): { entry: ZipEntry; next: number } | null {
  if (at + ENTRY_SIZE > end || view.getUint32(at, true) !== ENTRY) return null;
  const nameLength = view.getUint16(at + 28, true);
  const next = at + ENTRY_SIZE + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (next > end) return null;
  const name = new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + ENTRY_SIZE, nameLength));
  const entry = {
    ...{ name, method: view.getUint16(at + 10, true), isEncrypted: (view.getUint16(at + 8, true) & 1) === 1 },
    ...{ packedSize: view.getUint32(at + 20, true), size: view.getUint32(at + 24, true), headerAt: view.getUint32(at + 42, true) },
  };
  return entry.headerAt === 0xffffffff ? null : { entry, next };
}
