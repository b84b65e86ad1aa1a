import { randomUUID } from "node:crypto";
import { setImmediate as anotherTurn } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { addEvidence } from "#app/services/evidence/add-evidence.server.ts";
import { changeEvidence } from "#app/services/evidence/change-evidence.server.ts";
import { checkFile, type CheckedFile } from "#app/services/evidence/check-file.server.ts";
import { evidenceFileResponse } from "#app/services/evidence/read-evidence-file.server.ts";
import { removeEvidence } from "#app/services/evidence/remove-evidence.server.ts";
import { removeLeftFiles } from "#app/services/files/remove-left-files.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { REAL_FILES } from "../factories/sent-files.ts";
import { makeMember, makeOrganization } from "../factories/tenants.ts";
import { asOwner } from "../setup/as-owner.ts";
import { testDatabases } from "../setup/test-databases.ts";

const now = new Date("2027-03-15T10:00:00Z");
const SAID = { item: "an-item", title: "Complaints report", owner: null, expires: null };

async function fileCalled(name: string, content = REAL_FILES[name.split(".").at(-1)!]!): Promise<CheckedFile> {
  const checked = await checkFile({ name, bytes: content });
  if (checked.refusal !== undefined) throw new Error(checked.refusal);
  return checked.file;
}

describe.each(await testDatabases())("what is in a file, on $name", ({ open }) => {
  let database: OpenDatabase & { drop(): Promise<void> };
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.drop());

  const db = () => database.client;
  const within = <T>({ organization }: Access, read: Parameters<typeof withTenant<T>>[2]) => withTenant(db(), { organizationId: organization.id }, read);
  /** What a program is answered that takes everything at once. */
  const sending = { method: "GET", signal: new AbortController().signal, roomToWrite: () => Promise.resolve() };
  const fileOf = (access: Access, id: string) => evidenceFileResponse(db(), access, id, sending);
  const send = (access: Access, file: CheckedFile | null, owner: string | null = null) =>
    addEvidence(db(), access, "quiz", { ...SAID, owner, link: file ? null : "https://example.com/report", once: randomUUID() }, file, now);
  async function add(access: Access, file: CheckedFile | null): Promise<string> {
    const outcome = await send(access, file);
    if (outcome.kind !== "added") throw new Error(outcome.kind);
    return outcome.id;
  }
  const change = (access: Access, id: string, revision: number, file: CheckedFile | null) =>
    changeEvidence(db(), access, id, { ...SAID, link: file ? null : "https://example.com/report", revision }, file, now);

  /** A text that is another one at every place, so that chunks in a wrong order show. */
  const long = (bytes: number) =>
    Buffer.from(Array.from({ length: Math.ceil(bytes / 9) }, (_, i) => `${String(i).padStart(8, "0")}\n`).join("")).subarray(0, bytes);
  const chunksOf = (access: Access) => within(access, (tx) => tx.fileChunk.count());
  /** Does something while others ask the database one question after the other, and the process does what else it has to. */
  async function besides<T>(work: () => Promise<T>): Promise<{ done: T; answers: number; turns: number }> {
    let isOver = false;
    let [answers, turns] = [0, 0];
    const turn = () => {
      turns++;
      if (!isOver) setImmediate(turn);
    };
    turn();
    const asking = (async () => {
      for (; !isOver; answers++) {
        await db().$queryRaw`SELECT 1`;
        // The embedded database answers before anything else has its turn, which somebody outside of the process would not notice.
        await anotherTurn();
      }
    })();
    const done = await work();
    isOver = true;
    await asking;
    return { done, answers, turns };
  }

  it("lets others have their turn and be answered while it is checked, stored and given out", async () => {
    const owner = await makeOrganization(db());
    const content = long(10 * 1024 * 1024);
    const checked = await besides(() => fileCalled("long.txt", content));
    expect(checked.turns).toBeGreaterThan(9);
    const stored = await besides(() => add(owner, checked.done));
    // Forty chunks, after each of which somebody else may come.
    for (const count of [stored.turns, stored.answers]) expect(count).toBeGreaterThan(30);
    const read = await besides(async () => Buffer.from(await (await fileOf(owner, stored.done)).arrayBuffer()));
    for (const count of [read.turns, read.answers]) expect(count).toBeGreaterThan(30);
    expect(read.done.equals(content)).toBe(true);
  });

  it.each([1, 262_143, 262_144, 262_145, 524_288])("of %i bytes comes back as it was, with its length", async (size) => {
    const owner = await makeOrganization(db());
    const id = await add(owner, await fileCalled("long.txt", long(size)));
    const response = await fileOf(owner, id);
    expect(response.headers.get("Content-Length")).toBe(String(size));
    expect(Buffer.from(await response.arrayBuffer()).equals(long(size))).toBe(true);
    expect(await chunksOf(owner)).toBe(Math.ceil(size / 262_144));
  });

  it("from before there were chunks comes back as it was", async () => {
    const owner = await makeOrganization(db());
    const id = await add(owner, null);
    const { content, ...said } = await fileCalled("long.txt", long(600_000));
    await within(owner, (tx) => tx.evidenceFile.createMany({ data: [{ evidenceId: id, ...said, content: new Uint8Array(content) }] }));
    expect(Buffer.from(await (await fileOf(owner, id)).arrayBuffer()).equals(long(600_000))).toBe(true);
  });

  it("is not read for a HEAD, and no further than somebody takes it", async () => {
    const owner = await makeOrganization(db());
    const id = await add(owner, await fileCalled("long.txt", long(1024 * 1024)));
    // Nothing is left to be read: only whoever reads finds out.
    await asOwner(db(), (tx) => tx.$executeRaw`DELETE FROM file_chunk WHERE organization_id = ${owner.organization.id}::uuid AND position > 0`);
    const head = await evidenceFileResponse(db(), owner, id, { ...sending, method: "HEAD" });
    expect([head.body, head.headers.get("Content-Length")]).toEqual([null, "1048576"]);
    const listening = new AbortController();
    let room = 0;
    const roomToWrite = () => Promise.resolve(void room++);
    const taken = (await evidenceFileResponse(db(), owner, id, { method: "GET", signal: listening.signal, roomToWrite })).body!.getReader();
    expect((await taken.read()).value).toHaveLength(262_144);
    expect(room).toBe(1);
    // Nobody listens any more: it ends without the rest.
    listening.abort();
    expect((await taken.read()).done).toBe(true);
    // A part is not given for the whole.
    await expect((await fileOf(owner, id)).arrayBuffer()).rejects.toThrow("removed while it was read");
  });

  it("leaves nothing behind that is refused, replaced, removed or cut off", async () => {
    const owner = await makeOrganization(db());
    const viewer = await makeMember(db(), owner, "viewer");
    const left = () => within(owner, async (tx) => [await tx.storedFile.count(), await tx.fileChunk.count()]);
    const [png, pdf] = [await fileCalled("a.png"), await fileCalled("a.pdf")];
    expect(await send(viewer, png)).toEqual({ kind: "not-allowed" });
    expect(await send(owner, png, randomUUID())).toEqual({
      kind: "owner-gone",
    });
    await expect(send(owner, { ...png, size: png.size + 1 })).rejects.toThrow("not stored whole");
    expect(await left()).toEqual([0, 0]);
    const id = await add(owner, png);
    expect(await change(owner, id, 1, pdf)).toEqual({ kind: "changed" });
    expect(await change(owner, id, 1, png)).toMatchObject({ kind: "conflict" });
    expect(await left()).toEqual([1, 1]);
    expect(Buffer.from(await (await fileOf(owner, id)).arrayBuffer())).toEqual(REAL_FILES["pdf"]);
    expect(await change(owner, id, 2, null)).toEqual({ kind: "changed" });
    expect(await left()).toEqual([0, 0]);
    const other = await add(owner, png);
    expect(await removeEvidence(db(), owner, other, "Complaints report", now)).toBe("removed");
    expect(await left()).toEqual([0, 0]);
  });

  it("that nothing came to refer to is tidied away a day later, and no other", async () => {
    const owner = await makeOrganization(db());
    const id = await add(owner, await fileCalled("a.pdf"));
    const [young, old] = [randomUUID(), randomUUID()];
    await within(owner, async (tx) => {
      await tx.storedFile.createMany({ data: [{ id: young }, { id: old, createdAt: new Date(Date.now() - 25 * 3600 * 1000) }] });
      await tx.fileChunk.createMany({ data: [young, old].map((fileId) => ({ fileId, position: 0, content: new Uint8Array(1) })) });
    });
    await asOwner(db(), (tx) => tx.$executeRaw`UPDATE stored_file SET created_at = '2025-01-01' WHERE is_kept`);
    expect(await removeLeftFiles(db())).toBe(1);
    expect(await within(owner, (tx) => tx.storedFile.findMany({ where: { isKept: false }, select: { id: true } }))).toEqual([{ id: young }]);
    expect(await fileOf(owner, id)).toMatchObject({ status: 200 });
    expect(await chunksOf(owner)).toBe(2);
  });
});
