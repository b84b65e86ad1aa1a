/** Prisma: not reachable, timed out, closed by the server, no connection or transaction to be had in time. */
const PRISMA_CODES = new Set(["P1001", "P1002", "P1008", "P1017", "P2024", "P2028"]);
const DRIVER_KINDS = new Set(["DatabaseNotReachable", "ConnectionClosed", "SocketTimeout", "TooManyConnections", "DatabaseDoesNotExist"]);
/** PostgreSQL's classes: connection, resources, operator intervention (shutting down, starting up). */
const POSTGRES_CLASSES = /^(08|53|57P)/;
/** The driver's own words, which come without a code. */
const DRIVER_MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|connect ECONN|read ECONN|write EPIPE|Client has encountered a connection error)/;

type Shape = { code?: unknown; message?: unknown; cause?: unknown; meta?: { driverAdapterError?: { cause?: { kind?: unknown; originalCode?: unknown } } } };

/** Whether an error says that the database does not answer, as against one about what it was asked. */
export function isDatabaseGone(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const { code, message, meta, cause: beneath } = error as Shape;
  const cause = meta?.driverAdapterError?.cause;
  return (
    PRISMA_CODES.has(String(code)) ||
    POSTGRES_CLASSES.test(String(code)) ||
    DRIVER_KINDS.has(String(cause?.kind)) ||
    POSTGRES_CLASSES.test(String(cause?.originalCode ?? "")) ||
    DRIVER_MESSAGES.test(String(message)) ||
    isDatabaseGone(beneath)
  );
}
