import { connect, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { clientOf } from "../routes/product-client.ts";
import { type Product, startProduct } from "../setup/start-product.ts";
import { type Lasting, lastingDatabases } from "./fault-databases.ts";

const databases = await lastingDatabases();

let lasting: Lasting | undefined;
let product: Product | undefined;
afterEach(async () => {
  await product?.stop("SIGKILL");
  await lasting?.remove();
});

/** A request whose body is only half sent: it is under way for as long as the test wants. */
async function halfSent(port: number, path: string, body: string): Promise<{ socket: Socket; finish(): Promise<string> }> {
  const socket = connect(port, "localhost");
  let received = "";
  socket.on("data", (chunk) => (received += chunk.toString()));
  const closed = new Promise<string>((resolve) => socket.on("close", () => resolve(received)));
  socket.on("error", () => undefined);
  const half = Math.floor(body.length / 2);
  const head = `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nExpect: 100-continue\r\n\r\n`;
  // "100 Continue" comes from the server's own hand: the request is under way.
  const under = new Promise((resolve) => socket.once("data", resolve));
  socket.write(head);
  await under;
  socket.write(body.slice(0, half));
  return {
    socket,
    finish: () => {
      socket.write(body.slice(half));
      return closed;
    },
  };
}

describe.each(databases)("SIGTERM, on $name", ({ make }) => {
  it("lets a request in flight finish, takes no other, exits with 0, and the next start has what was said", async () => {
    lasting = await make();
    product = await startProduct(lasting.settings);
    const client = clientOf(product);
    const token = await client.begin("martech-stack");
    const body = JSON.stringify({ changes: [{ itemId: "lead-management", answer: { state: "not_sure", comment: "in flight" }, basedOn: 0 }] });
    const under = await halfSent(product.port, `/take/${token}/answers`, body);
    const began = Date.now();
    const stopped = product.stop("SIGTERM");
    await expect
      .poll(
        () =>
          client.ask("/healthz").then(
            (r) => r.status,
            () => "refused",
          ),
        { timeout: 5_000 },
      )
      .toBe("refused");
    const answer = await under.finish();
    expect(answer).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK/);
    expect(answer).toContain('{"saved":[{"itemId":"lead-management","revision":1}],"conflicts":[]}');
    expect(await stopped).toBe(0);
    expect(Date.now() - began).toBeLessThan(10_000);
    expect(product.output()).not.toMatch(/Error|"level":50/);

    product = await startProduct(lasting.settings);
    expect((await clientOf(product).ask(`/take/${token}`)).body).toContain("in flight");
  });

  it("does not wait for a request that never ends, nor for idle connections", async () => {
    lasting = await make();
    product = await startProduct(lasting.settings);
    const client = clientOf(product);
    const token = await client.begin("martech-stack");
    const stuck = await halfSent(product.port, `/take/${token}/answers`, JSON.stringify({ changes: [] }));
    const idle = connect(product.port, "localhost");
    await new Promise((resolve) => idle.once("connect", resolve));
    const began = Date.now();
    expect(await product.stop("SIGTERM")).toBe(0);
    expect(Date.now() - began).toBeLessThan(10_000);
    stuck.socket.destroy();
    idle.destroy();
  });

  it("while a plan is being proven ends in time too", async () => {
    lasting = await make();
    product = await startProduct(lasting.settings);
    const client = clientOf(product);
    const token = await client.begin("seven-ps");
    const definition = (await client.ask("/api/v1/assessments/seven-ps")).json() as {
      items: { id: string; options?: { id: string }[]; kind: string; min?: number }[];
    };
    const answers = Object.fromEntries(
      definition.items.map((item) => [
        item.id,
        { state: "answered" as const, value: item.kind === "multi" ? [item.options![0]!.id] : (item.options?.[0]?.id ?? item.min!) },
      ]),
    );
    await client.saveAll(token, answers);
    const result = await client.submit(token);
    const page = client.ask(`/results/${result}/roadmap?quarters=12`).then(
      (reply) => reply.status,
      () => "cut",
    );
    await expect
      .poll(async () => Number(/http_request_duration_seconds_count\{method="POST",status="303"\} (\d+)/.exec((await client.ask("/metrics")).body)?.[1] ?? 0))
      .toBeGreaterThan(0);
    const began = Date.now();
    expect(await product.stop("SIGTERM")).toBe(0);
    expect(Date.now() - began).toBeLessThan(10_000);
    expect([200, "cut"]).toContain(await page);
  });

  it("while plans are being proven and wait for it, says nothing of that", async () => {
    lasting = await make();
    product = await startProduct(lasting.settings);
    const client = clientOf(product);
    const { items } = (await client.ask("/api/v1/assessments")).json() as { items: { slug: string }[] };
    const pages = await Promise.all(items.map(({ slug }) => client.ask(`/assessments/${slug}/example/roadmap?quarters=12`)));
    expect(pages.every((page) => page.status === 200)).toBe(true);
    expect(await product.stop("SIGTERM")).toBe(0);
    expect(product.output()).not.toMatch(/Planner|not improved|"level":[45]0/);
  });
});
