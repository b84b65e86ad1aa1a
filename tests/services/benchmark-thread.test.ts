import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { BroadcastChannel } from "node:worker_threads";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refreshBenchmark } from "#app/services/benchmark/refresh-benchmark.server.ts";
import { snapshotThreads } from "#app/services/benchmark/snapshot-thread.server.ts";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { withBenchmark } from "#app/services/db/with-benchmark.server.ts";
import { alike, FAMILY, makeShared, readOut } from "../factories/sharing.ts";
import { asOwner } from "../setup/as-owner.ts";
import { testDatabases } from "../setup/test-databases.ts";

const WORKER = path.resolve("build/worker/snapshot-worker.js");
/** Turns of the serving thread's loop that a planning thread waits for. */
const TURNS = 500;

describe.each(await testDatabases())("a snapshot's own thread, on $name", ({ open }) => {
  let database: OpenDatabase & { drop(): Promise<void> };
  let directory: string;
  beforeAll(async () => {
    database = await open();
    directory = mkdtempSync(path.join(tmpdir(), "snapshot-worker-"));
    await makeShared(database.client, 0, alike(11));
    expect(await refresh(WORKER)).toBe("made");
  });
  afterAll(async () => {
    rmSync(directory, { recursive: true });
    await database.drop();
  });

  const refresh = (workerFile: string, signal?: AbortSignal) =>
    refreshBenchmark(database.client, FAMILY, { startThread: snapshotThreads({ workerFile }), ...(signal ? { signal } : {}) });
  const nextDay = () => asOwner(database.client, (tx) => tx.$executeRaw`UPDATE benchmark_snapshot SET taken_at = taken_at - interval '24 hours'`);
  const everybody = async () => readOut(await withBenchmark(database.client, (tx) => tx.benchmarkCohort.findMany({ where: { cohort: "//" } }))).length;
  /** The thread as it is, with something that it does first when it is to make the snapshot. */
  const standIn = (name: string, onMake: string) => {
    const [first, file] = [path.join(directory, `${name}-first.mjs`), path.join(directory, `${name}.mjs`)];
    writeFileSync(
      first,
      `import { BroadcastChannel, parentPort, receiveMessageOnPort } from "node:worker_threads";
       parentPort.on("message", ({ kind }) => { if (kind === "make") { ${onMake} } });`,
    );
    writeFileSync(file, `import "./${name}-first.mjs";\nimport ${JSON.stringify(pathToFileURL(WORKER).href)};\n`);
    return file;
  };

  it("plans while the thread that serves pages goes on", async () => {
    await makeShared(database.client, 11, alike(11));
    await nextDay();
    // The planning thread is busy until the loop here has turned so often since it began.
    const busy = standIn(
      "busy",
      `const turned = new BroadcastChannel("turned");
       for (let from, now; from === undefined || now < from + ${TURNS};) { now = receiveMessageOnPort(turned)?.message ?? now; from ??= now; }
       turned.postMessage("enough");
       turned.close();`,
    );
    const channel = new BroadcastChannel("turned");
    const heard: unknown[] = [];
    channel.onmessage = ({ data }: { data: unknown }) => void heard.push(data);
    let [turns, isOver] = [0, false];
    const turn = () => {
      if (isOver) return;
      channel.postMessage((turns += 1));
      setImmediate(turn);
    };
    turn();
    try {
      expect(await refresh(busy)).toBe("made");
    } finally {
      isOver = true;
      channel.close();
    }
    expect([heard, await everybody()]).toEqual([["enough"], 22]);
  });

  it("leaves the last snapshot as it is when it ends before its time, and the next one due", async () => {
    await nextDay();
    const seen = await everybody();
    await expect(refresh(standIn("broken", `parentPort.postMessage = () => undefined; throw new Error("out of memory");`))).rejects.toThrow("out of memory");
    await expect(refresh(standIn("gone", `process.exit(0);`))).rejects.toThrow("ended before it had one");
    const stopping = new AbortController();
    const stopped = refresh(standIn("endless", `for (;;);`), stopping.signal);
    setImmediate(() => stopping.abort(new Error("stopping")));
    await expect(stopped).rejects.toThrow("stopping");
    expect(await everybody()).toBe(seen);
    expect(await refresh(WORKER)).toBe("made");
  });
});
