import { hash, verify } from "@node-rs/argon2";

/** argon2id as OWASP's password storage sheet asks for: 19 MiB, two passes, one lane. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The hash of a password, with its salt and parameters in it. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, ARGON2ID);
}

/** Whether a password is the one that was hashed; false for a hash that cannot be read. */
export function verifyPassword({ hash, password }: { hash: string; password: string }): Promise<boolean> {
  return verify(hash, password).catch(() => false);
}
