import type { Server } from "node:http";
import type { Express } from "express";
import { StartProblem } from "#app/services/env/read-environment.server.ts";

/**
 * For how long an idle connection is kept. Longer than proxies and clients keep theirs, so that they are the ones who hang up: a
 * request sent in the moment in which the server closes is lost, and one that changes something cannot simply be sent again.
 */
const KEEP_ALIVE_MS = 75_000;

/** Starts listening. @throws StartProblem when the address is taken or not ours */
export function listen(app: Express, port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.listen(port, host);
    server.keepAliveTimeout = KEEP_ALIVE_MS;
    server.headersTimeout = 15_000;
    server.requestTimeout = 30_000;
    server.once("listening", () => resolve(server));
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") reject(new StartProblem(`PORT ${port} is taken by another program. Stop it, or set another PORT.`));
      else reject(new StartProblem(`HOST ${host} with PORT ${port} cannot be listened on: ${error.message}`));
    });
  });
}

/** Stops accepting, lets running requests finish, and cuts what is still open after `graceMs`. */
export function stopListening(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
