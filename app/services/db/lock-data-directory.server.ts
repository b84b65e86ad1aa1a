import { randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { z } from "zod";
import { StartProblem } from "../env/read-environment.server.ts";

const ownerSchema = z.object({ id: z.string(), pid: z.number().int(), host: z.string(), started: z.string(), born: z.string() });
type Owner = z.infer<typeof ownerSchema>;

const TAKEOVER_ABANDONED_AFTER_MS = 10_000;

/**
 * Claims a data folder for this process: the embedded database must have one owner. The lock names it, and a lock
 * whose process is gone (kill -9, power cut) is taken over.
 * @returns a function that gives the folder back
 * @throws StartProblem when another live process holds the folder
 */
export function lockDataDirectory(directory: string, now: Date): () => void {
  try {
    mkdirSync(directory, { recursive: true });
  } catch (error) {
    throw new StartProblem(`DATA_DIR ${directory} cannot be used: ${(error as Error).message}`);
  }
  const file = path.join(directory, "lock.json");
  const me: Owner = { id: randomUUID(), pid: process.pid, host: hostname(), started: now.toISOString(), born: bornAt(process.pid) };
  if (!create(file, me)) takeOver(file, me, directory);
  return () => {
    if (readOwner(file)?.id === me.id) rmSync(file, { force: true });
  };
}

/** The file appears with its content: one that is still being written would look like nobody's to a second process. */
function create(file: string, owner: Owner): boolean {
  const draft = `${file}.${owner.id}`;
  try {
    writeFileSync(draft, JSON.stringify(owner));
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw new StartProblem(`DATA_DIR ${path.dirname(file)} cannot be written: ${(error as Error).message}`);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Two processes may find the same dead lock: the one that creates the claim file replaces it, the other is refused. */
function takeOver(file: string, me: Owner, directory: string): void {
  const claim = `${file}.claim`;
  const holder = readOwner(file);
  if (holder && isAlive(holder)) throw refusal(directory, holder);
  // Whoever made the claim may take it away at this moment.
  const claimedAt = statSync(claim, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
  if (Date.now() - claimedAt > TAKEOVER_ABANDONED_AFTER_MS) rmSync(claim, { force: true });
  if (!create(claim, me)) throw refusal(directory, readOwner(claim));
  try {
    const current = readOwner(file);
    if (current && isAlive(current)) throw refusal(directory, current);
    const fresh = `${file}.${me.id}`;
    writeFileSync(fresh, JSON.stringify(me));
    renameSync(fresh, file);
  } finally {
    rmSync(claim, { force: true });
  }
}

function refusal(directory: string, owner: Owner | null): StartProblem {
  const who = owner ? `process ${owner.pid} on ${owner.host}, started ${owner.started}` : "a process that is just starting";
  return new StartProblem(`DATA_DIR ${path.resolve(directory)} is in use by ${who}. Stop it, or set another DATA_DIR.`);
}

function readOwner(file: string): Owner | null {
  try {
    return ownerSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    // Missing, or cut short by a crash while it was written: nobody owns it.
    return null;
  }
}

function isAlive(owner: Owner): boolean {
  // Another machine's processes cannot be seen from here; its lock is believed.
  if (owner.host !== hostname()) return true;
  if (owner.pid === process.pid) return false;
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  return bornAt(owner.pid) === owner.born;
}

/** When a process was started, in the kernel's ticks: process ids are used again, after a restart of a container at once. */
function bornAt(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    // No /proc (macOS, Windows): the process id alone decides.
    return "";
  }
}
