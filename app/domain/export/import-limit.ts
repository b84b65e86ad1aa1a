const MEGABYTE = 1024 * 1024;

/** Megabytes of a file that is imported: about 2,500 responses. Writing more would hold the embedded database's one connection for too long. */
export const LARGEST_FILE_MB = 16;
/** Bytes of the request that carries it. */
export const LARGEST_IMPORT = (LARGEST_FILE_MB + 1) * MEGABYTE;
/** Bytes of the file itself. */
export const LARGEST_FILE = LARGEST_FILE_MB * MEGABYTE;
