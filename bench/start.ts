import { rmSync } from "node:fs";
import { median, type Report } from "./figure.ts";
import { send } from "./load.ts";
import { startServer, temporaryDirectory } from "./start-server.ts";

const ROUNDS = 5;

/** From starting the process to the first answered request: built, embedded database, the data folder in use before. */
export async function benchStart(): Promise<Report> {
  const dataDirectory = temporaryDirectory();
  const start = async () => {
    const begun = performance.now();
    const server = await startServer({ dataDirectory });
    const { status } = await send(server.origin, { path: "/" });
    const seconds = (performance.now() - begun) / 1000;
    await server.stop();
    if (status !== 200) throw new Error(`the first page was answered ${status}`);
    return seconds;
  };
  try {
    const first = await start();
    const later: number[] = [];
    for (let round = 0; round < ROUNDS; round++) later.push(await start());
    return {
      figures: [
        { what: "start to first answer", value: median(later), unit: "s", reach: { atMost: 3 } },
        { what: "first boot, with an empty data folder", value: first, unit: "s", reach: null },
      ],
      notes: ["The home page, by the server that npm start runs once everything is installed and built."],
    };
  } finally {
    rmSync(dataDirectory, { recursive: true, force: true });
  }
}
