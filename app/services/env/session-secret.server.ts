import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { StartProblem } from "./read-environment.server.ts";

/** Owner alone may read and write. */
const PRIVATE = 0o600;

/**
 * The secret that signs sessions and encrypts second factors: the configured one, or one made in the data folder at the first
 * start. Call it while the folder is locked.
 * @throws StartProblem when the file cannot be read or written
 */
export function sessionSecret({ sessionSecret, dataDirectory }: { sessionSecret: string | null; dataDirectory: string }): string {
  if (sessionSecret) return sessionSecret;
  const file = path.join(dataDirectory, "session-secret");
  try {
    // "wx": of two starts one makes it, and nobody ever overwrites one that sessions were signed with.
    writeFileSync(file, randomBytes(32).toString("base64url"), { mode: PRIVATE, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw new StartProblem(`DATA_DIR ${dataDirectory} cannot be written: ${(error as Error).message}`);
  }
  const secret = readFileSync(file, "utf8").trim();
  if (secret.length < 32) throw new StartProblem(`${file} holds no secret. Delete it; a new one is made, and everybody signs in again.`);
  return secret;
}
