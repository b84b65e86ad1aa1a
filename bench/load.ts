import { Agent, type IncomingHttpHeaders, request } from "node:http";

export type Sent = { method?: "GET" | "POST"; path: string; headers?: Record<string, string>; body?: string };
export type Received = { status: number; headers: IncomingHttpHeaders; body: Buffer };

/** One request; resolves when its answer has arrived whole. */
export function send(origin: string, { method = "GET", path, headers = {}, body }: Sent, agent?: Agent): Promise<Received> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
    const sent = request(new URL(path, origin), { method, agent, headers: { ...headers, ...length } }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

export type Load = {
  origin: string;
  connections: number;
  milliseconds: number;
  /** The next request of a connection; its answer must have the status that is expected of it. */
  next: (connection: number) => Sent;
  status: number;
};

/**
 * A closed loop: every connection is kept alive and sends its next request when the last one was answered.
 * Returns answers per second. @throws when one has another status: an error page would be measured
 */
export async function perSecond({ origin, connections, milliseconds, next, status }: Load): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const begun = performance.now();
  let answered = 0;
  const loop = async (connection: number) => {
    while (performance.now() - begun < milliseconds) {
      const sent = next(connection);
      const received = await send(origin, sent, agent);
      if (received.status !== status)
        throw new Error(`${sent.path} answered ${received.status} instead of ${status}: ${received.body.toString().slice(0, 300)}`);
      answered++;
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, (_, connection) => loop(connection)));
    return (answered * 1000) / (performance.now() - begun);
  } finally {
    agent.destroy();
  }
}

let addresses = 0;

/** Headers of a browser behind a proxy, each time from another address: the limits per address are not what is measured. */
export function fromAnotherAddress(): Record<string, string> {
  const n = ++addresses;
  return { "accept-encoding": "gzip, deflate, br", "x-forwarded-for": `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}` };
}
