import { can, ROLES } from "#app/domain/access/can.ts";
import { type Pillar, PILLARS } from "#app/domain/assessment/vocabulary.ts";
import type { InitiativeState } from "#app/domain/board/initiative-state.ts";
import { type OwnInitiative, planIdOf } from "#app/domain/board/own-initiative.ts";
import type { Initiative } from "#app/domain/roadmap/initiative.ts";
import { type EventInWords, eventInWords } from "#app/domain/tenancy/event-in-words.ts";
import type { Language } from "#app/words/language.ts";
import type { Words } from "#app/words/say.ts";
import { initiativesIn } from "../content/content-in-language.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { organizationDayIn } from "../kpis/organization-day.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { mayRemoveNote } from "./change-notes.server.ts";
import { initiativeIn, type StoredInitiative } from "./initiative-row.server.ts";
import { ownsIn } from "./own-choices.server.ts";
import { type RaisedText, raisedTexts } from "./raised-texts.server.ts";
import { initiativeOf } from "./read-board.server.ts";

/** What something else is called, in its language (null: whatever its author wrote), and where it stands; null: it is not on the roadmap. */
export type Prerequisite = { title: string; language: Language | null; rowId: string | null; state: InitiativeState | null };
export type Step = { id: string; text: string; doneBy: string | null; doneAt: string | null };
export type Note = { id: string; text: string; writtenBy: string; writtenAt: string; mayRemove: boolean };
export type Attachment = { id: string; title: string; link: string | null; file: { name: string; size: number } | null; addedBy: string; addedAt: string };
/** What an initiative is, as it is written about; the language is null for their own. */
export type About = Pick<Initiative, "problem" | "done" | "effortReason" | "cost" | "chance" | "pilot" | "byHand" | "owner" | "quarters"> & {
  pillars: Pillar[];
  language: Language | null;
  effort: { pool: Pillar; low: number; likely: number; high: number }[];
  raises: RaisedText[];
  requires: Prerequisite[];
  /** `followedBy`: the organisation's KPI that follows it; null: none does. */
  kpis: { id: string; title: string; language: Language; followedBy: string | null }[];
};
export type InitiativePage = {
  initiative: StoredInitiative;
  title: string;
  /** Null for one that the library has no more. */
  about: About | null;
  steps: Step[];
  notes: Note[];
  attachments: Attachment[];
  /** The latest things done to it, the newest first. */
  history: ({ id: string; at: string } & EventInWords)[];
  /** Who can look after it. */
  owners: { id: string; name: string }[];
  today: string;
};

/** Events that a page shows; all of them are in the trail. */
const MOST_EVENTS = 30;
/** The roles whose members work on the roadmap. */
const KEEPERS = ROLES.filter((role) => can({ kind: "member", role }, "roadmap.edit"));

/** Everything about an initiative of the roadmap. @throws Response 404 for an id of none, and of another organisation's */
export async function readInitiative(db: Database, access: Access, id: string | undefined, words: Words, now: Date): Promise<InitiativePage> {
  const organizationId = access.organization.id;
  const { language } = words;
  return withTenant(db, { organizationId }, async (tx) => {
    const initiative = await initiativeIn(tx, organizationId, id ?? "");
    if (!initiative) throw new Response("Not found", { status: 404 });
    const of = { organizationId, initiativeId: initiative.id };
    const source = initiativeOf(initiative, language);
    const steps = await tx.roadmapStep.findMany({ where: of, orderBy: [{ position: "asc" }, { id: "asc" }] });
    const notes = await tx.roadmapNote.findMany({ where: of, orderBy: [{ writtenAt: "desc" }, { id: "desc" }] });
    const attachments = await tx.roadmapAttachment.findMany({
      where: of,
      orderBy: [{ addedAt: "desc" }, { id: "desc" }],
      select: { id: true, title: true, link: true, addedBy: true, addedAt: true, file: { select: { name: true, size: true } } },
    });
    const events = await tx.auditEvent.findMany({
      where: { organizationId, objectKind: "initiative", objectId: initiative.id },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: MOST_EVENTS,
    });
    return {
      initiative,
      title: source?.title ?? initiative.libraryId ?? "",
      about: source && (await aboutIn(tx, organizationId, source, words)),
      steps: steps.map(({ id: step, text, doneBy, doneAt }) => ({ id: step, text, doneBy, doneAt: doneAt?.toISOString() ?? null })),
      notes: notes.map(({ id: note, text, writtenBy, writtenById, writtenAt }) => ({
        ...{ id: note, text, writtenBy, writtenAt: writtenAt.toISOString(), mayRemove: mayRemoveNote(access, { writtenById }) },
      })),
      attachments: attachments.map(({ addedAt, ...attachment }) => ({ ...attachment, addedAt: addedAt.toISOString() })),
      // What it was done to is the page itself.
      history: events.map((event) => ({ id: event.id, at: event.at.toISOString(), ...eventInWords({ ...event, objectName: null }, words) })),
      owners: await ownersIn(tx, organizationId, initiative.owner),
      today: await organizationDayIn(tx, organizationId, now),
    };
  });
}

/** An initiative of their own, as it can be changed. @throws Response 404 for an id of none, of another organisation's, and of one of the library */
export async function requireOwn(
  db: Database,
  { organization }: Access,
  id: string | undefined,
): Promise<{ id: string; own: OwnInitiative; revision: number }> {
  const found = await withTenant(db, { organizationId: organization.id }, (tx) => initiativeIn(tx, organization.id, id ?? ""));
  if (!found?.own) throw new Response("Not found", { status: 404 });
  return { id: found.id, own: found.own, revision: found.revision };
}

async function aboutIn(tx: Transaction, organizationId: string, source: Initiative, words: Words): Promise<About> {
  const { initiativeById, kpiById } = initiativesIn(words.language);
  const rows = await tx.roadmapInitiative.findMany({ where: { organizationId }, select: { id: true, libraryId: true, state: true } });
  const rowByPlanId = new Map(rows.map((row) => [row.libraryId ?? planIdOf(row.id), row]));
  const ownTitles = new Map((await ownsIn(tx, organizationId)).map(({ planId, own }) => [planId, own.title]));
  const followed = await tx.kpi.findMany({
    where: { organizationId, libraryId: { in: source.kpis }, archivedAt: null },
    select: { id: true, libraryId: true },
  });
  const { problem, done, effort, effortReason, cost, chance, pilot, byHand, owner, quarters, pillars } = source;
  return {
    ...{ problem, done, effortReason, cost, chance, pilot, byHand, owner, quarters, pillars },
    language: initiativeById.get(source.id)?.language ?? null,
    effort: PILLARS.flatMap((pool) => (effort[pool] ? [{ pool, ...effort[pool] }] : [])),
    raises: raisedTexts(source.raises, words),
    requires: source.requires.map((planId) => {
      const row = rowByPlanId.get(planId);
      const known = initiativeById.get(planId);
      return {
        ...{ title: known?.title ?? ownTitles.get(planId) ?? planId, language: known?.language ?? null },
        ...{ rowId: row?.id ?? null, state: (row?.state as InitiativeState | undefined) ?? null },
      };
    }),
    kpis: source.kpis.flatMap((kpiId) => {
      const kpi = kpiById.get(kpiId);
      return kpi
        ? [{ id: kpiId, title: kpi.title, language: kpi.language, followedBy: followed.find(({ libraryId }) => libraryId === kpiId)?.id ?? null }]
        : [];
    }),
  };
}

/** @param kept who looks after it stays among them, whatever they may now */
async function ownersIn(tx: Transaction, organizationId: string, kept: { id: string; name: string } | null): Promise<{ id: string; name: string }[]> {
  const members = await tx.member.findMany({
    where: { organizationId, role: { in: KEEPERS } },
    orderBy: [{ person: { name: "asc" } }, { id: "asc" }],
    select: { id: true, person: { select: { name: true } } },
  });
  const owners = members.map(({ id, person }) => ({ id, name: person.name }));
  return kept && !owners.some(({ id }) => id === kept.id) ? [...owners, kept] : owners;
}
