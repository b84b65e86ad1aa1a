const MEGABYTE = 1024 * 1024;

/** Megabytes of a file that is imported: it stands in memory as a whole, several times over. */
export const LARGEST_FILE_MB = 16;
/** Bytes of the request that carries it. */
export const LARGEST_IMPORT = (LARGEST_FILE_MB + 1) * MEGABYTE;
/** Bytes of the file itself. */
export const LARGEST_FILE = LARGEST_FILE_MB * MEGABYTE;
/** Entries of the lists that can be long. */
export const MOST_EVENTS = 20_000;
export const MOST_RESPONSES = 5_000;
