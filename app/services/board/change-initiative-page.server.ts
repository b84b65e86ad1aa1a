import { z } from "zod";
import {
  attachmentRemovalSchema,
  MOST_ATTACHMENTS,
  MOST_NOTES,
  MOST_STEPS,
  namedSchema,
  noteUndoSchema,
  readAttachment,
  readBet,
  readDecision,
  readKeeping,
  readNote,
  readStep,
  stepUndoSchema,
} from "#app/domain/board/initiative-page-form.ts";
import { betDifferences, decisionDifferences, keepingDifferences } from "#app/domain/board/initiative-differences.ts";
import type { Difference } from "#app/domain/tenancy/differences.ts";
import type { FieldProblems } from "#app/domain/tenancy/organization-form.ts";
import type { Words } from "#app/words/say.ts";
import { badRequest } from "../api/read-form-entries.server.ts";
import { withNewOnce } from "../api/with-new-once.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { readUpload, type Upload } from "../evidence/read-upload.server.ts";
import type { ScanFile } from "../evidence/scan-file.server.ts";
import { takeFile } from "../evidence/take-file.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { attach, detach } from "./change-attachments.server.ts";
import { type BetOutcome, changeBet, decideBet } from "./change-bet.server.ts";
import { changeKeeping } from "./change-keeping.server.ts";
import { addNote, removeNote, restoreNote } from "./change-notes.server.ts";
import { addStep, moveStep, removeStep, restoreStep, tickStep } from "./change-steps.server.ts";
import type { StoredInitiative } from "./initiative-row.server.ts";
import { readInitiative } from "./read-initiative.server.ts";
import { isSealed, sealOf, type Sealed } from "./undo-seal.server.ts";

/** A line or a note that was removed, as the form that puts it back holds it. */
export type Removal = Sealed & { intent: "step-restore" | "note-restore"; seal: string };
/** What became of what the page of an initiative sent: done (which its next page says), removed, or refused with what was entered. */
export type InitiativePageOutcome =
  | { kind: "done"; done: string }
  | { kind: "removed"; removal: Removal }
  | { kind: "refused"; entered: Record<string, string>; problems: FieldProblems; differences: Difference[] | null; notice: string | null; status: 409 | 422 };

export type InitiativeGiven = { words: Words; now: Date; scan: ScanFile; secret: string };
type Sent = { db: Database; access: Access; id: string; upload: Upload; fields: Record<string, string>; given: InitiativeGiven };

const intentSchema = z.enum([
  ...["keep", "bet", "decide", "step-add", "step-done", "step-open", "step-up", "step-down", "step-remove", "step-restore"],
  ...["note-add", "note-remove", "note-restore", "attach", "detach"],
] as const);

/**
 * Everything that the page of an initiative can do to it, each by a form of its own.
 * @throws Response 400 for what its forms do not send; 403 for who may not; 404 for an id of none, and of another organisation's
 */
export async function changeInitiativePage(db: Database, access: Access, id: string, request: Request, given: InitiativeGiven): Promise<InitiativePageOutcome> {
  const upload = await readUpload(request, given.words);
  const { intent: wanted, ...fields } = upload.fields;
  const intent = intentSchema.safeParse(wanted);
  if (!intent.success || (upload.file !== null && intent.data !== "attach")) throw foreign(given.words);
  const sent: Sent = { db, access, id, upload, fields, given };
  switch (intent.data) {
    case "keep":
      return keep(sent);
    case "bet":
      return bet(sent);
    case "decide":
      return decide(sent);
    case "attach":
      return attachBy(sent);
    case "detach":
      return detachBy(sent);
    case "step-add":
    case "note-add":
      return add(sent, intent.data);
    case "step-remove":
    case "note-remove":
      return remove(sent, intent.data);
    case "step-restore":
    case "note-restore":
      return restore(sent, intent.data);
    default:
      return changeStep(sent, intent.data);
  }
}

async function keep({ db, access, id, upload, fields, given: { words, now } }: Sent): Promise<InitiativePageOutcome> {
  const { owners } = await readInitiative(db, access, id, words, now);
  const { values, problems } = readKeeping(
    fields,
    owners.map((owner) => owner.id),
    words,
  );
  if (problems) return refused(upload, problems);
  const outcome = await changeKeeping(db, access, id, values, { language: words.language, now });
  const yours = { due: values.due, owner: owners.find((owner) => owner.id === values.owner)?.name ?? null };
  return saved(upload, outcome, "kept", (saving) => keepingDifferences({ due: saving.due, owner: saving.owner?.name ?? null }, yours, words));
}

async function bet({ db, access, id, upload, fields, given: { words, now } }: Sent): Promise<InitiativePageOutcome> {
  const { values, problems } = readBet(fields, words);
  if (problems) return refused(upload, problems);
  return saved(upload, await changeBet(db, access, id, values, now), "bet", (saving) => betDifferences(saving, values, words));
}

async function decide({ db, access, id, upload, fields, given: { words, now } }: Sent): Promise<InitiativePageOutcome> {
  const { today } = await readInitiative(db, access, id, words, now);
  const { values, problems } = readDecision(fields, today, words);
  if (problems) return refused(upload, problems);
  const outcome = await decideBet(db, access, id, values, now);
  if (outcome.kind === "no-leap") return { ...refused(upload, []), notice: words.say("initiatives:noLeap") };
  return saved(upload, outcome, "decided", (saving) => decisionDifferences(saving, values, words));
}

function saved(upload: Upload, outcome: BetOutcome, done: string, differ: (now: StoredInitiative) => Difference[]): InitiativePageOutcome {
  if (outcome.kind === "done") return { kind: "done", done };
  if (outcome.kind !== "conflict") throw refusal(outcome.kind);
  const entered = { ...upload.fields, revision: String(outcome.now.revision) };
  return { kind: "refused", entered, problems: [], differences: differ(outcome.now), notice: null, status: 409 };
}

async function add({ db, access, id, upload, fields, given: { words, now } }: Sent, intent: "step-add" | "note-add"): Promise<InitiativePageOutcome> {
  const isStep = intent === "step-add";
  const { values, problems } = isStep ? readStep(fields, words) : readNote(fields, words);
  if (problems) return refused(upload, problems);
  const { kind } = "step" in values ? await addStep(db, access, id, values, now) : await addNote(db, access, id, values, now);
  if (kind === "full") return refused(upload, [full(isStep, words)]);
  if (kind === "used") return used(upload, isStep ? "step" : "note", words);
  if (kind !== "done") throw refusal(kind);
  return { kind: "done", done: isStep ? "stepAdded" : "noteAdded" };
}

function full(isStep: boolean, { say }: Words): { field: string; message: string } {
  if (isStep) return { field: "step", message: say("initiatives:stepsFull", { most: MOST_STEPS }) };
  return { field: "note", message: say("initiatives:notesFull", { most: MOST_NOTES }) };
}

async function remove({ db, access, id, upload, fields, given }: Sent, intent: "step-remove" | "note-remove"): Promise<InitiativePageOutcome> {
  const named = namedSchema.safeParse(fields);
  if (!named.success) throw foreign(given.words);
  const isStep = intent === "step-remove";
  const outcome = await (isStep ? removeStep : removeNote)(db, access, id, named.data.id, given.now);
  if (outcome.kind === "gone") return gone(upload, given.words);
  if (!("removed" in outcome)) throw refusal(outcome.kind);
  const { removed } = outcome;
  const seal = sealOf(given.secret, [access.organization.id, id], removed);
  return { kind: "removed", removal: { ...removed, intent: isStep ? "step-restore" : "note-restore", seal } };
}

async function restore({ db, access, id, upload, fields, given }: Sent, intent: "step-restore" | "note-restore"): Promise<InitiativePageOutcome> {
  const isStep = intent === "step-restore";
  const parsed = (isStep ? stepUndoSchema : noteUndoSchema).safeParse(fields);
  if (!parsed.success) throw foreign(given.words);
  const { seal, ...removed } = parsed.data;
  if (!isSealed(given.secret, [access.organization.id, id], removed, seal)) throw foreign(given.words);
  const { kind } = await (isStep ? restoreStep : restoreNote)(db, access, id, removed, given.now);
  if (kind === "full") return { ...refused(upload, []), notice: full(isStep, given.words).message };
  if (kind !== "done") throw refusal(kind);
  return { kind: "done", done: "restored" };
}

type StepIntent = "step-done" | "step-open" | "step-up" | "step-down";

async function changeStep({ db, access, id, upload, fields, given: { words, now } }: Sent, intent: StepIntent): Promise<InitiativePageOutcome> {
  const named = namedSchema.safeParse(fields);
  if (!named.success) throw foreign(words);
  const step = named.data.id;
  const isTick = intent === "step-done" || intent === "step-open";
  const { kind } = isTick
    ? await tickStep(db, access, id, step, intent === "step-done", now)
    : await moveStep(db, access, id, step, intent === "step-up" ? -1 : 1, now);
  if (kind === "gone") return gone(upload, words);
  if (kind !== "done") throw refusal(kind);
  return { kind: "done", done: "" };
}

async function attachBy({ db, access, id, upload, fields, given: { words, now, scan } }: Sent): Promise<InitiativePageOutcome> {
  const { values, problems } = readAttachment(fields, upload.file !== null, words);
  // A file is looked at also where a field is wrong, so that everything is said at once.
  const taken = await takeFile(upload.file, scan, words);
  const ofFile = taken.problem === undefined ? [] : [{ field: "file", message: taken.problem }];
  // A page cannot keep a file that was chosen.
  const chooseAgain = upload.file !== null && ofFile.length === 0 ? [{ field: "file", message: words.say("evidence:chooseAgain") }] : [];
  if (problems || taken.problem !== undefined) return refused(upload, [...(problems ?? []), ...ofFile, ...chooseAgain]);
  const { kind } = await attach(db, access, id, values, taken.file, now);
  if (kind === "used") return used(upload, "title", words, chooseAgain);
  if (kind === "no-room") return refused(upload, [{ field: "file", message: words.say("evidence:full") }]);
  if (kind === "full") return refused(upload, [{ field: "title", message: words.say("initiatives:attachmentsFull", { most: MOST_ATTACHMENTS }) }]);
  if (kind !== "done") throw refusal(kind);
  return { kind: "done", done: "attached" };
}

async function detachBy({ db, access, id, upload, fields, given: { words, now } }: Sent): Promise<InitiativePageOutcome> {
  const removal = attachmentRemovalSchema.safeParse(fields);
  if (!removal.success) throw foreign(words);
  const outcome = await detach(db, access, id, removal.data, now);
  if (outcome.kind === "gone") return gone(upload, words);
  if (outcome.kind === "title-differs")
    return refused(upload, [{ field: `typed-${removal.data.id}`, message: words.say("initiatives:titleDiffers", { title: outcome.title }) }]);
  if (outcome.kind !== "done") throw refusal(outcome.kind);
  return { kind: "done", done: "detached" };
}

type RefusedOutcome = Extract<InitiativePageOutcome, { kind: "refused" }>;

function refused({ fields }: Upload, problems: FieldProblems): RefusedOutcome {
  return { kind: "refused", entered: { ...fields }, problems, differences: null, notice: null, status: 422 };
}

/** The form has added something else before: it comes back as another one. */
function used({ fields }: Upload, field: string, { say }: Words, more: FieldProblems = []): RefusedOutcome {
  const problems = [{ field, message: say("refusals:formUsed") }, ...more];
  return { kind: "refused", entered: withNewOnce(fields), problems, differences: null, notice: null, status: 422 };
}

/** Somebody else has removed it meanwhile. */
function gone(upload: Upload, { say }: Words): RefusedOutcome {
  return { ...refused(upload, []), notice: say("initiatives:gone"), status: 409 };
}

function refusal(kind: string): Response {
  return kind === "not-found" ? new Response("Not found", { status: 404 }) : new Response("Forbidden", { status: 403 });
}

function foreign({ say }: Words): Response {
  return badRequest(say("refusals:otherFields"));
}
