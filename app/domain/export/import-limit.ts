const MEGABYTE = 1024 * 1024;

/** Megabytes of a file that is imported: about 10,000 responses. */
export const LARGEST_FILE_MB = 64;
/** Bytes of the request that carries it. */
export const LARGEST_IMPORT = (LARGEST_FILE_MB + 1) * MEGABYTE;
/** Bytes of the file itself. */
export const LARGEST_FILE = LARGEST_FILE_MB * MEGABYTE;
