const MEGABYTE = 1024 * 1024;

/** Megabytes of a file that is imported; the bytes stand in memory as a whole, what they say entry by entry. */
export const LARGEST_FILE_MB = 128;
/** Bytes of the request that carries it. */
export const LARGEST_IMPORT = (LARGEST_FILE_MB + 1) * MEGABYTE;
/** Bytes of the file itself. */
export const LARGEST_FILE = LARGEST_FILE_MB * MEGABYTE;
/** Characters of one entry of its long lists, and of all the rest of it together. */
export const LONGEST_PART = 16 * MEGABYTE;
/** Entries of the lists that can be long. */
export const MOST_EVENTS = 20_000;
export const MOST_RESPONSES = 12_000;
export const MOST_INITIATIVES = 1_000;
export const MOST_SCENARIOS = 100;
export const MOST_ADOPTIONS = 1_000;
