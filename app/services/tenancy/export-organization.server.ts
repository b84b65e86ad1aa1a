import { setImmediate as letOthers } from "node:timers/promises";
import { ORGANIZATION_FILE_FORMAT, ORGANIZATION_FILE_VERSION } from "#app/domain/export/organization-file.ts";
import { canonicalJson } from "#app/domain/report/canonical-json.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import type { Language } from "#app/words/language.ts";
import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { notify } from "../notifications/notify.server.ts";
import { IS_WHOLE } from "./being-erased.server.ts";
import { changeEntries } from "./change-entries.server.ts";
import type { Access } from "./find-access.server.ts";
import { eventEntries, headEntries, type Last, type Portion, responseEntries } from "./organization-entries.server.ts";
import { adoptionEntries, initiativeEntries, scenarioEntries } from "./roadmap-entries.server.ts";
import { consensusEntries, teamResultEntries } from "./team-entries.server.ts";

/** Read at once: a large organisation never stands in memory as a whole, and others wait for a portion. A response comes with all its answers. */
const EVENTS_AT_ONCE = 250;
const RESPONSES_AT_ONCE = 25;
const INITIATIVES_AT_ONCE = 25;
/** A plan comes with everything it was made from. */
const PLANS_AT_ONCE = 2;

/**
 * Everything of an organisation as one JSON file (`organizationFileSchema`), piece by piece, its keys in order of their names. That it was
 * taken is in the audit trail, and in the notifications of every other owner.
 * @throws in the middle of it, where the organisation is erased meanwhile: no file is of a part of it
 */
export async function* exportOrganization(db: Database, access: Access, { language, now }: { language: Language; now: Date }): AsyncGenerator<string> {
  const { id } = access.organization;
  const inside = <T>(work: (tx: Transaction) => Promise<T>) =>
    withTenant(db, { organizationId: id }, async (tx) => {
      const read = await work(tx);
      // Looked at after reading: what is there now was there then.
      if ((await tx.organization.count({ where: { id, ...IS_WHOLE } })) === 0) throw new Error("The organisation was erased while it was exported.");
      return read;
    });
  const head = await inside(async (tx) => {
    await tellOfExport(tx, access, language);
    return headEntries(tx, id);
  });
  yield '{"adoptions":[';
  yield* listed((after) => inside((tx) => adoptionEntries(tx, id, after, PLANS_AT_ONCE)));
  yield `],"assessments":${canonicalJson(head.assessments)}`;
  yield `,"changes":${canonicalJson(await inside((tx) => changeEntries(tx, id)))}`;
  yield `,"consensusAnswers":${canonicalJson(await inside((tx) => consensusEntries(tx, id)))}`;
  yield `,"cycles":${canonicalJson(head.cycles)}`;
  yield `,"engagementOffers":${canonicalJson(head.engagementOffers)}`;
  yield `,"engagements":${canonicalJson(head.engagements)}`;
  yield ',"events":[';
  yield* listed((after) => inside((tx) => eventEntries(tx, id, after, EVENTS_AT_ONCE)));
  yield `],"evidence":${canonicalJson(head.evidence)}`;
  yield `,"exportedAt":${canonicalJson(now.toISOString())},"format":${canonicalJson(ORGANIZATION_FILE_FORMAT)}`;
  yield ',"initiatives":[';
  yield* listed((after) => inside((tx) => initiativeEntries(tx, id, after, INITIATIVES_AT_ONCE)));
  yield `],"invitations":${canonicalJson(head.invitations)}`;
  yield `,"kpis":${canonicalJson(head.kpis)}`;
  yield `,"members":${canonicalJson(head.members)}`;
  yield `,"milestones":${canonicalJson(head.milestones)}`;
  yield `,"organization":${canonicalJson(head.organization)}`;
  yield ',"responses":[';
  yield* listed((after) => inside((tx) => responseEntries(tx, id, head, after, RESPONSES_AT_ONCE)));
  yield '],"scenarios":[';
  yield* listed((after) => inside((tx) => scenarioEntries(tx, id, after, PLANS_AT_ONCE)));
  yield `],"schemaVersion":${ORGANIZATION_FILE_VERSION},"teamResults":[`;
  yield* listed((after) => inside((tx) => teamResultEntries(tx, id, after, RESPONSES_AT_ONCE)));
  yield "]}\n";
}

async function tellOfExport(tx: Transaction, access: Access, language: Language): Promise<void> {
  const { organization, person } = access;
  const { id, slug, name } = organization;
  await recordEvent(tx, access, { action: "organization.exported", object: { kind: "organization", id, name } });
  const others = await tx.member.findMany({
    where: { organizationId: id, role: "owner", personId: { not: person.personId } },
    select: { personId: true },
  });
  const values = { organization: name, person: person.name };
  await notify(tx, { kind: "data_exported", personIds: others.map(({ personId }) => personId), values, path: organizationPaths.audit(slug), language });
}

/** Entries of a list, read in portions; `after` is the last one, null at the beginning. */
async function* listed(read: (after: Last | null) => Promise<Portion>): AsyncGenerator<string> {
  let isFirst = true;
  for (let after: Last | null = null, isMore = true; isMore;) {
    // The embedded database answers without a turn of the event loop; requests come with one.
    await letOthers();
    const { entries, next } = await read(after);
    if (entries.length > 0) yield (isFirst ? "" : ",") + entries.map(canonicalJson).join();
    isFirst &&= entries.length === 0;
    after = next;
    isMore = next !== null;
  }
}
