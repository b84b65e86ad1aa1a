import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { attach, detach } from "#app/services/board/change-attachments.server.ts";
import { changeInitiativePage } from "#app/services/board/change-initiative-page.server.ts";
import { initiativeFileResponse } from "#app/services/board/initiative-file.server.ts";
import { addEvidence } from "#app/services/evidence/add-evidence.server.ts";
import { checkFile, type CheckedFile } from "#app/services/evidence/check-file.server.ts";
import { LARGEST_STORE } from "#app/services/evidence/store-file.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { english } from "../factories/english.ts";
import { initiativeStage, NOW } from "../factories/initiative-stage.ts";
import { REAL_FILES } from "../factories/sent-files.ts";
import { makeOrganization } from "../factories/tenants.ts";
import { asOwner } from "../setup/as-owner.ts";
import { testDatabases } from "../setup/test-databases.ts";

const SECRET = "a secret of an installation, for tests alone";

async function pdf(name = "Offer.pdf"): Promise<CheckedFile> {
  const { file, refusal } = await checkFile({ name, bytes: REAL_FILES["pdf"]! });
  if (refusal !== undefined) throw new Error(refusal);
  return file;
}

const SENDING = { method: "GET", signal: new AbortController().signal, roomToWrite: () => Promise.resolve() };

describe.each(await testDatabases())("the page of an initiative, on $name", ({ open }) => {
  const { db, added, read, actions, statusOf } = initiativeStage(open);
  const send = (access: Access, id: string, fields: Record<string, string>, file?: { name: string; bytes: Uint8Array<ArrayBuffer> | Buffer }) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    if (file) body.append("file", new File([new Uint8Array(file.bytes)], file.name));
    const request = new Request("https://pinhigh.example/", { method: "POST", body });
    return changeInitiativePage(db(), access, id, request, { words: english, now: NOW, scan: () => Promise.resolve("clean"), secret: SECRET });
  };

  it("put back only what their page was given, and by whom it was", async () => {
    const owner = await makeOrganization(db(), "Birch", { name: "Maria" });
    const id = await added(owner, { checklist: ["One"] });
    const once = randomUUID();
    expect(await send(owner, id, { intent: "note-add", once, note: "A\r\nB" })).toEqual({ kind: "done", done: "noteAdded" });
    const removed = await send(owner, id, { intent: "note-remove", id: once });
    if (removed.kind !== "removed") throw new Error(removed.kind);
    const { removal } = removed;
    // As a browser sends it: with both signs of a line's end.
    const fields = { ...removal, text: removal.text.replaceAll("\n", "\r\n") };
    for (const forged of [{ by: "Anna" }, { text: "C" }, { id: randomUUID() }, { at: "2027-01-01T00:00:00.000Z" }, { seal: "x" }])
      expect(await statusOf(send(owner, id, { ...fields, ...forged }))).toBe(400);
    expect(await statusOf(send(owner, await added(owner), fields))).toBe(400);
    expect(await send(owner, id, fields)).toEqual({ kind: "done", done: "restored" });
    expect((await read(owner, id)).notes).toMatchObject([{ text: "A\nB", writtenBy: "Maria" }]);
    const [step] = (await read(owner, id)).steps;
    const gone = await send(owner, id, { intent: "step-remove", id: step!.id });
    if (gone.kind !== "removed") throw new Error(gone.kind);
    expect(await send(owner, id, { ...gone.removal })).toEqual({ kind: "done", done: "restored" });
    expect(await send(owner, id, { intent: "step-done", id: randomUUID() })).toMatchObject({
      kind: "refused",
      status: 409,
      notice: "Somebody else has removed it in the meantime.",
    });
    const foreign: Record<string, string>[] = [
      { intent: "nothing" },
      { intent: "step-done" },
      { intent: "step-done", id: step!.id, surplus: "1" },
      { intent: "note-restore", text: "x" },
    ];
    for (const sent of foreign) expect(await statusOf(send(owner, id, sent))).toBe(400);
    expect(await statusOf(send(owner, id, { intent: "keep" }, { name: "a.pdf", bytes: REAL_FILES["pdf"]! }))).toBe(400);
  });

  it("add one thing by a form that is sent twice, and do not say that they added what the same form brings later", async () => {
    const owner = await makeOrganization(db(), "Birch", { name: "Maria" });
    const id = await added(owner);
    const pdf = { name: "offer.pdf", bytes: REAL_FILES["pdf"]! };
    const other = { name: "offer.pdf", bytes: Buffer.concat([REAL_FILES["pdf"]!, Buffer.from("\n% Another one\n")]) };
    const forms: [fields: Record<string, string>, later: Record<string, string>, file?: typeof pdf, laterFile?: typeof pdf][] = [
      [{ intent: "step-add", step: "Ask three customers" }, { step: "Ask five customers" }],
      [{ intent: "note-add", note: "We try one team first." }, { note: "We try two teams first." }],
      [{ intent: "attach", title: "Page", link: "https://example.com/a" }, { link: "https://example.com/b" }],
      [{ intent: "attach", title: "Offer", link: "" }, { title: "Offer of May" }, pdf, pdf],
      [{ intent: "attach", title: "Offer", link: "" }, {}, pdf, other],
    ];
    for (const [fields, later, file, laterFile] of forms) {
      const form = { ...fields, once: randomUUID() };
      for (let sends = 0; sends < 2; sends++) expect(await send(owner, id, form, file)).toMatchObject({ kind: "done" });
      const said = [{ message: expect.stringContaining("was sent before") as string }, ...(laterFile ? [{ field: "file" }] : [])];
      const refused = await send(owner, id, { ...form, ...later }, laterFile);
      expect(refused).toMatchObject({ kind: "refused", status: 422, entered: later, problems: said });
      expect(await send(owner, await added(owner), form, file)).toMatchObject({ kind: "refused", status: 422 });
      // The form that comes back is another one.
      if (refused.kind !== "refused") throw new Error(refused.kind);
      expect(await send(owner, id, refused.entered, laterFile)).toMatchObject({ kind: "done" });
    }
    const { steps, notes, attachments } = await read(owner, id);
    expect(steps.map(({ text }) => text).slice(-2)).toEqual(["Ask three customers", "Ask five customers"]);
    expect(notes.map(({ text }) => text).sort()).toEqual(["We try one team first.", "We try two teams first."]);
    expect(attachments.map(({ title, link }) => link ?? title).sort()).toEqual([
      ...["Offer", "Offer", "Offer", "Offer of May", "https://example.com/a", "https://example.com/b"],
    ]);
  });

  it("have links and files, each what it says it is, given as a file to save, and removed by who types the title", async () => {
    const owner = await makeOrganization(db(), "Birch", { name: "Maria" });
    const id = await added(owner);
    const once = randomUUID();
    const title = "Offer of the supplier";
    const sent = { name: "Tarjous älä.pdf", bytes: REAL_FILES["pdf"]! };
    expect(await send(owner, id, { intent: "attach", once, title, link: "" }, { name: "page.pdf", bytes: Buffer.from("<html>") })).toMatchObject({
      problems: [{ field: "file", message: expect.stringContaining("not what its name says") as string }],
    });
    expect(await send(owner, id, { intent: "attach", once, title, link: "" }, { name: "run.exe", bytes: Buffer.from("MZ") })).toMatchObject({
      problems: [{ field: "file" }],
    });
    expect(await send(owner, id, { intent: "attach", once, title, link: "https://example.com" }, sent)).toMatchObject({
      problems: [{ field: "link" }, { field: "file" }],
    });
    for (let sends = 0; sends < 2; sends++)
      expect(await send(owner, id, { intent: "attach", once, title, link: "" }, sent)).toEqual({ kind: "done", done: "attached" });
    const linkId = randomUUID();
    expect(await send(owner, id, { intent: "attach", once: linkId, title: "Page", link: "https://example.com/a" })).toEqual({ kind: "done", done: "attached" });
    expect((await read(owner, id)).attachments.map(({ title: named, link, file }) => [named, link, file?.name ?? null]).sort()).toEqual([
      [title, null, "Tarjous älä.pdf"],
      ["Page", "https://example.com/a", null],
    ]);

    const response = await initiativeFileResponse(db(), owner, id, once, SENDING);
    expect(Buffer.from(await response.arrayBuffer()).equals(REAL_FILES["pdf"]!)).toBe(true);
    expect(Object.fromEntries(response.headers)).toEqual({
      "content-type": "application/pdf",
      "content-length": String(REAL_FILES["pdf"]!.length),
      "content-disposition": `attachment; filename="Tarjous ala.pdf"; filename*=UTF-8''Tarjous%20%C3%A4l%C3%A4.pdf`,
      "content-security-policy": "sandbox; default-src 'none'",
      "cache-control": "private, no-transform",
    });
    const stranger = await makeOrganization(db());
    const [elsewhere] = [await added(owner)];
    for (const [access, at, attachment] of [
      [stranger, id, once],
      [owner, elsewhere, once],
      [owner, id, linkId],
      [owner, id, randomUUID()],
      [owner, id, "x"],
      [owner, "x", once],
    ] as const)
      expect(await statusOf(initiativeFileResponse(db(), access, at, attachment, SENDING))).toBe(404);

    expect(await send(owner, id, { intent: "detach", id: once, typed: "offer" })).toMatchObject({ problems: [{ field: `typed-${once}` }] });
    expect(await send(owner, id, { intent: "detach", id: once, typed: ` ${title} ` })).toEqual({ kind: "done", done: "detached" });
    expect(await detach(db(), owner, id, { id: once, typed: title }, NOW)).toEqual({ kind: "gone" });
    expect(await statusOf(initiativeFileResponse(db(), owner, id, once, SENDING))).toBe(404);
    expect((await actions(owner)).filter((action) => action.includes("attachment"))).toEqual([
      ...["initiative.attachment_added", "initiative.attachment_added", "initiative.attachment_removed"],
    ]);
  });

  it("share the room for files with the evidence", async () => {
    const owner = await makeOrganization(db());
    const id = await added(owner);
    const once = randomUUID();
    expect(await attach(db(), owner, id, { once, title: "A", link: null }, await pdf(), NOW)).toEqual({ kind: "done" });
    // As large as the database says it is: a gigabyte is too much for a test.
    await asOwner(db(), async (tx) => {
      await tx.$executeRaw`ALTER TABLE roadmap_file DROP CONSTRAINT roadmap_file_size`;
      await tx.$executeRaw`UPDATE roadmap_file SET size = ${LARGEST_STORE - 10} WHERE attachment_id = ${once}::uuid`;
    });
    expect(await attach(db(), owner, id, { once: randomUUID(), title: "B", link: null }, await pdf(), NOW)).toEqual({ kind: "no-room" });
    const entry = { item: "x", title: "C", link: null, owner: null, expires: null, once: randomUUID() };
    expect(await addEvidence(db(), owner, "customer-or-product-centric", entry, await pdf(), NOW)).toEqual({ kind: "full" });
  });
});
