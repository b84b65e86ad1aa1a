import { type ChildProcess, spawn } from "node:child_process";

/** A command that runs on: what it prints can be waited for, in order. */
export type StartedCommand = {
  process: ChildProcess;
  /** Waits until a line fits that came after the one waited for last, and gives it. Rejects with all output when the command ends first. */
  line(pattern: RegExp): Promise<string>;
  /** Sends the signal and gives the exit code. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
};

export function startCommand(args: readonly string[], env: Record<string, string> = {}): StartedCommand {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  let seen = 0;
  let ended = false;
  let look = () => {};
  const read = (chunk: Buffer) => {
    printed += chunk.toString();
    look();
  };
  child.stdout.on("data", read);
  child.stderr.on("data", read);
  const exit = new Promise<number | null>((resolve) =>
    child.once("close", (code) => {
      ended = true;
      look();
      resolve(code);
    }),
  );
  return {
    process: child,
    line: (pattern) =>
      new Promise((resolve, reject) => {
        look = () => {
          for (let end = printed.indexOf("\n", seen); end !== -1; end = printed.indexOf("\n", seen)) {
            const line = printed.slice(seen, end);
            seen = end + 1;
            if (!pattern.test(line)) continue;
            look = () => {};
            return resolve(line);
          }
          if (ended) reject(new Error(`it ended without ${String(pattern)}:\n${printed}`));
        };
        look();
      }),
    end: (signal = "SIGINT") => {
      child.kill(signal);
      return exit;
    },
  };
}
