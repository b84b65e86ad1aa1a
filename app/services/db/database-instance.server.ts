import type { Database, OpenDatabase } from "./open-database.server.ts";

let open: OpenDatabase | undefined;

/** Binds the database that was opened at start; the server calls it once, before it listens. */
export function bindDatabase(database: OpenDatabase): void {
  open = database;
}

export function database(): Database {
  return opened().client;
}

/** Which of the two it is. */
export function databaseKind(): OpenDatabase["kind"] {
  return opened().kind;
}

function opened(): OpenDatabase {
  if (!open) throw new Error("the database is used before it was opened");
  return open;
}
