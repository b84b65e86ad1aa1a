import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "#app/services/db/open-database.server.ts";
import { sessionCookie } from "../factories/session-cookie.ts";
import { REAL_FILES } from "../factories/sent-files.ts";
import { makeMember, makeOrganization } from "../factories/tenants.ts";
import { copyReadyDatabase } from "../setup/ready-database.ts";
import { freePort, type Product, startProduct } from "../setup/start-product.ts";
import { type Client, clientOf } from "./product-client.ts";

const MEBIBYTE = 1024 * 1024;
const QUIZ = "customer-or-product-centric";

describe("evidence over HTTP", () => {
  const dataDirectory = mkdtempSync(path.join(tmpdir(), "pinhigh-evidence-"));
  const scanner = path.join(dataDirectory, "scanner.sh");
  let product: Product;
  let client: Client;
  const cookies: Record<"owner" | "viewer" | "stranger", string> = { owner: "", viewer: "", stranger: "" };
  let org = "";
  let foreign = "";

  beforeAll(async () => {
    copyReadyDatabase(dataDirectory);
    writeFileSync(scanner, "#!/bin/sh\nif grep -q EVIL; then exit 1; fi\nexit 0\n");
    chmodSync(scanner, 0o755);
    const port = await freePort();
    const opened = await openDatabase({ databaseUrl: undefined, dataDirectory, migrations: "prisma/migrations" }, new Date());
    const owner = await makeOrganization(opened.client, "Northern Ferries", { name: "Maria" });
    const viewer = await makeMember(opened.client, owner, "viewer");
    const stranger = await makeOrganization(opened.client, "Another");
    org = `/o/${owner.organization.slug}`;
    foreign = `/o/${stranger.organization.slug}`;
    const origin = `http://localhost:${port}`;
    for (const [name, access] of Object.entries({ owner, viewer, stranger }))
      cookies[name as keyof typeof cookies] = (await sessionCookie(opened.client, access.person, { origin })).cookie;
    await opened.close();
    product = await startProduct({ port, dataDirectory, env: { TRUSTED_PROXY_HOPS: "1", SCAN_COMMAND: `"${scanner}"` } });
    client = clientOf(product);
  }, 120_000);

  afterAll(async () => {
    await product.stop();
    expect(product.output()).not.toMatch(/"level":[56]0/);
    rmSync(dataDirectory, { recursive: true, force: true });
  });

  type File_ = { name: string; content: Buffer };
  function formOf(fields: Record<string, string>, file: File_ | null): FormData {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append("file", file ? new File([new Uint8Array(file.content)], file.name) : new File([], ""));
    return form;
  }
  const FIELDS = { item: "phone-answer", title: "Call statistics", link: "", owner: "", expires: "" };
  const once = () => crypto.randomUUID();
  const send = (address: string, fields: Record<string, string>, file: File_ | null = null, cookie = cookies.owner) =>
    client.ask(address, { method: "POST", headers: { Cookie: cookie }, body: formOf(fields, file) });
  const add = (fields: Record<string, string>, file: File_ | null = null, cookie = cookies.owner) =>
    send(`${org}/evidence/new?assessment=${QUIZ}`, { ...FIELDS, once: once(), ...fields }, file, cookie);
  const read = (address: string, cookie = cookies.owner) => client.ask(address, { headers: { Cookie: cookie } });
  async function added(fields: Record<string, string>, file: File_ | null = null): Promise<string> {
    const { status, headers } = await add(fields, file);
    expect(status).toBe(303);
    return headers.get("Location")!.split("?")[0]!;
  }
  const PDF = { name: "Report.pdf", content: REAL_FILES["pdf"]! };

  it("is added as a file and saved again, as an attachment that nothing shows or keeps", async () => {
    const address = await added({}, { name: "../Käyttö\u202E 2027.pdf", content: REAL_FILES["pdf"]! });
    const reply = await fetch(`${product.url}${address}/file`, { headers: { Cookie: cookies.owner } });
    expect(Buffer.from(await reply.arrayBuffer())).toEqual(REAL_FILES["pdf"]);
    expect(reply.headers.get("Content-Disposition")).toBe(`attachment; filename="Kaytto 2027.pdf"; filename*=UTF-8''K%C3%A4ytt%C3%B6%202027.pdf`);
    expect(reply.headers.get("Content-Type")).toBe("application/pdf");
    expect(reply.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(reply.headers.get("Content-Security-Policy")).toContain("sandbox; default-src 'none'");
    expect(reply.headers.get("Cache-Control")).toMatch(/no-store.*private|private.*no-store/);
    expect((await read(address)).body).toContain("Käyttö 2027.pdf");
  });

  it("says how long a file is to a HEAD, and with every download", async () => {
    const content = Buffer.alloc(3 * MEBIBYTE, "0123456789\n");
    const address = await added({}, { name: "long.txt", content });
    const ask = (method: string) => fetch(`${product.url}${address}/file`, { method, headers: { Cookie: cookies.viewer } });
    const [head, reply] = [await ask("HEAD"), await ask("GET")];
    expect([head.status, head.headers.get("Content-Length"), reply.headers.get("Content-Length")]).toEqual([
      200,
      String(content.length),
      String(content.length),
    ]);
    expect((await head.arrayBuffer()).byteLength).toBe(0);
    expect(Buffer.from(await reply.arrayBuffer()).equals(content)).toBe(true);
  });

  it("takes three files at once from one address and no more, until one of them is over", async () => {
    const { hostname, port } = new URL(product.url);
    const head = [
      "Host: localhost",
      `Origin: ${product.url}`,
      `Cookie: ${cookies.owner}`,
      "Content-Type: multipart/form-data; boundary=x",
      "X-Forwarded-For: 203.0.113.9",
    ];
    const begun = Array.from({ length: 3 }, () => {
      const socket = connect(Number(port), hostname);
      socket.on("error", () => undefined);
      socket.write(`POST ${org}/evidence/new?assessment=${QUIZ} HTTP/1.1\r\n${[...head, `Content-Length: ${5 * MEBIBYTE}`].join("\r\n")}\r\n\r\n--x\r\n`);
      return socket;
    });
    const from = (address: string) =>
      client.ask(`${org}/evidence/new?assessment=${QUIZ}`, {
        method: "POST",
        headers: { Cookie: cookies.owner, "X-Forwarded-For": address },
        body: formOf({ ...FIELDS, once: once() }, { name: "long.txt", content: Buffer.alloc(MEBIBYTE, "a") }),
      });
    await expect.poll(async () => (await from("203.0.113.9")).status, { timeout: 30_000 }).toBe(429);
    const refused = await from("203.0.113.9");
    expect([refused.headers.get("Retry-After"), refused.body]).toEqual(["5", expect.stringContaining("Too many files")]);
    // A form without a file, and somebody elsewhere, are not held up.
    const link = await client.ask(`${org}/evidence/new?assessment=${QUIZ}`, {
      method: "POST",
      headers: { Cookie: cookies.owner, "X-Forwarded-For": "203.0.113.9" },
      body: formOf({ ...FIELDS, once: once(), link: "https://example.com/report" }, null),
    });
    expect([link.status, (await from("203.0.113.10")).status]).toEqual([303, 303]);
    for (const socket of begun) socket.destroy();
    await expect.poll(async () => (await from("203.0.113.9")).status, { timeout: 30_000 }).toBe(303);
  });

  it("comes back with what was entered and everything that is wrong", async () => {
    const { status, body } = await add({ title: "", link: "javascript:alert(1)", expires: "soon" }, null);
    expect(status).toBe(422);
    expect(body).toContain("Enter a title.");
    expect(body).toContain('value="javascript:alert(1)"');
    expect(body).not.toContain('href="javascript:');
  });

  it.each([
    ["of ten mebibytes and a byte", { name: "long.txt", content: Buffer.alloc(10 * MEBIBYTE + 1, "a") }, "larger than 10 MB"],
    ["without a byte", { name: "a.pdf", content: Buffer.alloc(0) }, "The file is empty."],
    ["that is HTML", { name: "a.pdf", content: Buffer.from("<html><script>alert(1)</script>") }, "not what its name says"],
    ["that is an SVG", { name: "a.svg", content: Buffer.from("<svg/>") }, "Files of this kind are not taken."],
    ["that the scanner does not like", { name: "a.txt", content: Buffer.from("EVIL\n") }, "The virus scanner has found something"],
  ])("refuses a file %s, and keeps what was entered", async (_, file, sentence) => {
    const { status, body } = await add({ title: "Kept title" }, file);
    expect(status).toBe(422);
    expect(body).toContain(sentence);
    expect(body).toContain('value="Kept title"');
  });

  it("cuts off a body that no file of ten mebibytes needs, announced or not", async () => {
    const huge = Buffer.alloc(12 * MEBIBYTE, "a");
    expect((await add({}, { name: "huge.txt", content: huge })).status).toBe(413);
    const body = new Response(formOf({ ...FIELDS, once: once() }, { name: "huge.txt", content: huge }));
    const streamed = await client
      .ask(`${org}/evidence/new?assessment=${QUIZ}`, {
        method: "POST",
        headers: { Cookie: cookies.owner, "Content-Type": body.headers.get("Content-Type")! },
        body: body.body,
      })
      .then(
        ({ status }) => status,
        () => 413,
      );
    expect(streamed).toBe(413);
  });

  it("is not a viewer's to upload, change or remove, and theirs to see", async () => {
    const address = await added({ link: "https://example.com/report" });
    expect((await add({}, PDF, cookies.viewer)).status).toBe(403);
    expect((await read(`${org}/evidence/new`, cookies.viewer)).status).toBe(403);
    expect((await send(address, { intent: "remove", typed: "Call statistics" }, null, cookies.viewer)).status).toBe(403);
    const page = await read(address, cookies.viewer);
    expect(page.status).toBe(200);
    expect(page.body).not.toMatch(/>Remove the evidence<\/button>/);
  });

  it("of another organisation is answered like one that is not, by page, file and form", async () => {
    const address = await added({}, PDF);
    const id = address.split("/").at(-1)!;
    for (const wanted of [id, "01890000-0000-7000-8000-000000000000", "..%2f..%2fetc", "a%00b"]) {
      expect((await read(`${foreign}/evidence/${wanted}`, cookies.stranger)).status).toBe(404);
      expect((await read(`${foreign}/evidence/${wanted}/file`, cookies.stranger)).status).toBe(404);
      expect((await send(`${foreign}/evidence/${wanted}`, { intent: "remove", typed: "Call statistics" }, null, cookies.stranger)).status).toBe(404);
    }
    for (const place of [address, `${address}/file`, `${org}/evidence`, `${org}/evidence.csv`, `${org}/evidence/audit/${QUIZ}`])
      expect((await read(place, cookies.stranger)).status).toBe(404);
    expect((await read(`${address}/file`)).status).toBe(200);
  });

  it("is gone once it is removed, for whoever has its address", async () => {
    const address = await added({}, PDF);
    expect((await send(address, { intent: "remove", typed: "Another title" })).status).toBe(422);
    expect((await send(address, { intent: "remove", typed: "Call statistics" })).headers.get("Location")).toBe(`${org}/evidence?done=removed`);
    expect((await read(address)).status).toBe(404);
    expect((await read(`${address}/file`)).status).toBe(404);
  });

  it("is refused whole where the form is not ours", async () => {
    expect((await client.postForm(`${org}/evidence/new?assessment=${QUIZ}`, "surplus=1", { Cookie: cookies.owner })).status).toBe(422);
    expect((await client.postJson(`${org}/evidence/new?assessment=${QUIZ}`, {}, { Cookie: cookies.owner })).status).toBe(400);
    const two = formOf({ ...FIELDS, once: once() }, PDF);
    two.append("file", new File(["x"], "b.txt"));
    const reply = await client.ask(`${org}/evidence/new?assessment=${QUIZ}`, { method: "POST", headers: { Cookie: cookies.owner }, body: two });
    expect(reply.status).toBe(400);
    expect((await send(await added({ link: "https://example.com" }), { intent: "take-over" })).status).toBe(400);
  });
});
