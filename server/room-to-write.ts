import type { ServerResponse } from "node:http";

/** For how long whoever takes nothing of an answer is waited for. */
const STALLED_MS = 60_000;

/** Settles once what was written of an answer has left, and at once where nobody listens any more. Where nothing leaves for a minute, the connection is cut. */
export function roomToWrite(response: ServerResponse): Promise<void> {
  if (!response.writableNeedDrain || response.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    const stalled = setTimeout(() => response.destroy(), STALLED_MS);
    const goOn = () => {
      clearTimeout(stalled);
      response.off("drain", goOn).off("close", goOn);
      resolve();
    };
    response.on("drain", goOn).on("close", goOn);
  });
}
