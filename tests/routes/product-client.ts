import { createHash } from "node:crypto";
import { connect } from "node:net";
import type { Answer, Answers } from "#app/domain/assessment/answer.ts";
import type { Product } from "../setup/start-product.ts";

export type Reply = { status: number; headers: Headers; body: string; json(): unknown };
export type Ask = { method?: string; headers?: Record<string, string>; body?: BodyInit | null; from?: string };

/**
 * What a program says to the product over HTTP. Redirects are answers here, not followed. Every request comes from an
 * address of its own where the product trusts a proxy, so that no limit is in the way. What is sent with a cookie comes from a browser's
 * page and says so, unless it says where else it comes from.
 */
export function clientOf({ url, port }: Product) {
  let asked = 0;
  const nextAddress = () => `10.${(asked >> 16) & 255}.${(asked >> 8) & 255}.${asked++ & 255}`;
  async function ask(path: string, { method = "GET", headers = {}, body = null, from = nextAddress() }: Ask = {}): Promise<Reply> {
    const isPage = method !== "GET" && method !== "HEAD" && "Cookie" in headers;
    const streamed = body instanceof ReadableStream ? { duplex: "half" as const } : {};
    const response = await fetch(url + path, {
      method,
      headers: { "X-Forwarded-For": from, ...(isPage && !("Sec-Fetch-Site" in headers) ? { Origin: url } : {}), ...headers },
      body,
      redirect: "manual",
      ...streamed,
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text, json: () => JSON.parse(text) as unknown };
  }
  const postJson = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    ask(path, { method: "POST", headers: { "Content-Type": "application/json", ...headers }, body: typeof body === "string" ? body : JSON.stringify(body) });
  const postForm = (path: string, fields: [string, string][] | string, headers: Record<string, string> = {}) =>
    ask(path, {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded", ...headers },
      body: typeof fields === "string" ? fields : new URLSearchParams(fields).toString(),
    });
  const save = (token: string, changes: { itemId: string; answer: unknown; basedOn: number }[]) => postJson(`/take/${token}/answers`, { changes });

  return {
    ask,
    postJson,
    postForm,
    save,
    /** Begins a response and gives its token. */
    async begin(slug: string): Promise<string> {
      const { headers } = await postForm(`/assessments/${slug}`, "");
      return tokenIn(headers.get("Location"));
    },
    /** Stores whole answers, whatever stood there before. */
    async saveAll(token: string, answers: Answers): Promise<Reply> {
      return save(
        token,
        Object.entries(answers).map(([itemId, answer]) => ({ itemId, answer, basedOn: 0 })),
      );
    },
    /** Submits and gives the token of the result. */
    async submit(token: string): Promise<string> {
      const { headers } = await postForm(`/take/${token}/check`, "");
      return tokenIn(headers.get("Location"));
    },
    /** Begins a portfolio, with a result when its token is given, and gives its token. */
    async portfolio(result?: string): Promise<string> {
      const { headers } = await postForm("/portfolios", result === undefined ? "" : [["result", result]]);
      return tokenIn(headers.get("Location"));
    },
    /** Everything a respondent can see of what is stored: a fingerprint for "nothing was changed". */
    async stored(token: string): Promise<string> {
      const pages = await Promise.all([1, 2, 3].map((n) => ask(`/take/${token}.data?screen=${n}`)));
      const check = await ask(`/take/${token}/check.data`);
      const seen = [...pages, check].map((reply) => `${reply.status} ${reply.body}`).join("\n");
      return createHash("sha256").update(seen).digest("hex");
    },
    /** Sends bytes as they are and gives the status line and the rest once the other side has closed. */
    raw(text: string): Promise<{ status: number; text: string }> {
      return new Promise((resolve, reject) => {
        const socket = connect(port, "localhost", () => socket.write(text));
        let received = "";
        socket.setTimeout(20_000, () => socket.destroy(new Error(`no answer to ${text.slice(0, 60)}`)));
        socket.on("data", (chunk) => (received += chunk.toString()));
        // A side that hangs up in the middle of what we send is an answer too.
        socket.on("error", (error: NodeJS.ErrnoException) => (error.code === "ECONNRESET" || error.code === "EPIPE" ? undefined : reject(error)));
        socket.on("close", () => resolve({ status: Number(received.split(" ")[1] ?? 0), text: received }));
      });
    },
  };
}

export type Client = ReturnType<typeof clientOf>;

export function tokenIn(location: string | null): string {
  const token = /^\/(?:take|results|portfolios)\/([\w-]{30})(?:$|\/|\?)/.exec(location ?? "")?.[1];
  if (!token) throw new Error(`no token in ${location}`);
  return token;
}

export function change(itemId: string, answer: Answer, basedOn = 0) {
  return { itemId, answer, basedOn };
}
