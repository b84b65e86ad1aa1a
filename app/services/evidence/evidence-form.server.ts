import { type EvidenceDifferences, evidenceDifferences } from "#app/domain/evidence/evidence-differences.ts";
import { type EvidenceChoices, readEvidenceChange, readNewEvidence } from "#app/domain/evidence/evidence-form.ts";
import type { FieldProblems } from "#app/domain/tenancy/organization-form.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import type { Words } from "#app/words/say.ts";
import { badRequest } from "../api/read-form-entries.server.ts";
import { withNewOnce } from "../api/with-new-once.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { addEvidence, type Refused } from "./add-evidence.server.ts";
import { changeEvidence } from "./change-evidence.server.ts";
import type { EvidenceOwner } from "./evidence-owners.server.ts";
import type { EvidenceDetail } from "./evidence-row.server.ts";
import { listOwners, requireEvidence } from "./read-evidence.server.ts";
import { readUpload, type Upload } from "./read-upload.server.ts";
import { questionGroups, questionText } from "./question-texts.server.ts";
import { removeEvidence } from "./remove-evidence.server.ts";
import type { ScanFile } from "./scan-file.server.ts";
import { takeFile } from "./take-file.server.ts";

/** What a form is handled with. */
export type FormGiven = { scan: ScanFile; words: Words; now: Date };
/** Where it leads, or the form again: what was entered, what is wrong with it, and what somebody else has saved meanwhile. */
export type FormOutcome =
  | { next: string; refused?: never }
  | { refused: { entered: Record<string, string>; problems: FieldProblems; differences: EvidenceDifferences | null; status: 409 | 422 } };

/** Adds what the form of a new evidence says. @throws Response 403, 400 for what is not the form, and for an assessment of none */
export async function addByForm(db: Database, access: Access, slug: string, request: Request, given: FormGiven): Promise<FormOutcome> {
  const { words, now, scan } = given;
  const groups = questionGroups(slug, words.language);
  const upload = await readUpload(request, words);
  if (!groups) throw badRequest(words.say("evidence:formChanged"));
  const owners = await listOwners(db, access);
  const { values, problems } = readNewEvidence(upload.fields, upload.file !== null, choicesOf(slug, owners, words), words);
  // A file is looked at also where a field is wrong, so that everything is said at once.
  const taken = await takeFile(upload.file, scan, words);
  if (problems || taken.problem !== undefined) return again(upload, [...(problems ?? []), ...ofFile(taken.problem)], words);
  const outcome = await addEvidence(db, access, slug, values, taken.file, now);
  if (outcome.kind === "used")
    return again({ ...upload, fields: withNewOnce(upload.fields) }, [{ field: "title", message: words.say("refusals:formUsed") }], words);
  if (outcome.kind !== "added") return again(upload, refusal(outcome.kind, words), words);
  return { next: `${organizationPaths.evidencePiece(access.organization.slug, outcome.id)}?done=added` };
}

/** Changes or removes an evidence as its page's forms say. @throws Response 403, 404, 400 */
export async function changeByForm(db: Database, access: Access, id: string | undefined, request: Request, given: FormGiven): Promise<FormOutcome> {
  const { words, now, scan } = given;
  const upload = await readUpload(request, words);
  const { evidence, owners } = await requireEvidence(db, access, id);
  const { intent, ...fields } = upload.fields;
  if (intent === "remove") return removeByForm(db, access, evidence, upload, given);
  if (intent !== "change") throw badRequest(words.say("refusals:otherFields"));
  const file = { hasFile: upload.file !== null, keepsFile: evidence.file !== null };
  const choices = choicesOf(evidence.slug, owners, words);
  const { values, problems } = readEvidenceChange(fields, file, { ...choices, items: [...choices.items, evidence.item] }, words);
  const taken = await takeFile(upload.file, scan, words);
  if (problems || taken.problem !== undefined) return again(upload, [...(problems ?? []), ...ofFile(taken.problem)], words);
  const outcome = await changeEvidence(db, access, evidence.id, values, taken.file, now);
  if (outcome.kind === "changed") return { next: `${organizationPaths.evidencePiece(access.organization.slug, evidence.id)}?done=saved` };
  if (outcome.kind === "not-found") throw new Response("Not found", { status: 404 });
  if (outcome.kind !== "conflict") return again(upload, refusal(outcome.kind, words), words);
  const yours = { ...values, owner: owners.find(({ id: owner }) => owner === values.owner)?.name ?? null, file: taken.file?.name ?? null };
  const question = (item: string) => questionText(evidence.slug, item, words.language);
  const differences = evidenceDifferences(
    { ...outcome.now, owner: outcome.now.owner?.name ?? null, file: outcome.now.file?.name ?? null },
    yours,
    question,
    words,
  );
  const entered = { ...upload.fields, revision: String(outcome.now.revision) };
  return { refused: { entered, problems: chooseAgain(upload, words), differences, status: 409 } };
}

async function removeByForm(db: Database, access: Access, { id, title }: EvidenceDetail, upload: Upload, { words, now }: FormGiven): Promise<FormOutcome> {
  const { intent: _, typed, ...others } = upload.fields;
  if (typed === undefined || Object.keys(others).length > 0) throw badRequest(words.say("refusals:otherFields"));
  const outcome = await removeEvidence(db, access, id, typed, now);
  if (outcome === "not-found") throw new Response("Not found", { status: 404 });
  if (outcome === "not-allowed") throw new Response("Forbidden", { status: 403 });
  if (outcome === "removed") return { next: `${organizationPaths.evidence(access.organization.slug)}?done=removed` };
  return again(upload, [{ field: "typed", message: words.say("evidence:titleDiffers", { title }) }], words);
}

function choicesOf(slug: string, owners: readonly EvidenceOwner[], { language }: Words): EvidenceChoices {
  const questions = (questionGroups(slug, language) ?? []).flatMap((group) => group.questions);
  return { items: questions.map(({ item }) => item), owners: owners.map(({ id }) => id) };
}

function again({ fields, file }: Upload, problems: FieldProblems, words: Words): FormOutcome {
  const isAboutFile = problems.some(({ field }) => field === "file");
  const all = isAboutFile ? problems : [...problems, ...chooseAgain({ fields, file }, words)];
  return { refused: { entered: { ...fields }, problems: all, differences: null, status: 422 } };
}

/** A page cannot keep a file that was chosen. */
function chooseAgain({ file }: Upload, { say }: Words): FieldProblems {
  return file === null ? [] : [{ field: "file", message: say("evidence:chooseAgain") }];
}

function ofFile(problem: string | undefined): FieldProblems {
  return problem === undefined ? [] : [{ field: "file", message: problem }];
}

function refusal(kind: Refused, { say }: Words): FieldProblems {
  if (kind === "not-allowed") throw new Response("Forbidden", { status: 403 });
  return [kind === "full" ? { field: "file", message: say("evidence:full") } : { field: "owner", message: say("evidence:ownerGone") }];
}
