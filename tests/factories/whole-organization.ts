import { randomUUID } from "node:crypto";
import type { OrganizationFile } from "#app/domain/export/organization-file.ts";
import type { Catalog } from "#app/services/content/load-content.server.ts";
import type { Database, OpenDatabase } from "#app/services/db/open-database.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import type { BroughtFile } from "#app/services/exports/read-organization-file.server.ts";
import { exportOrganization } from "#app/services/tenancy/export-organization.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { makeAnswered } from "./answered-organization.ts";
import { REAL_FILES } from "./sent-files.ts";
import { makeMember, makeOrganization } from "./tenants.ts";

/** An organisation with all there can be in one. */
export async function wholeOrganization(db: Database, catalog: Catalog, name: string, seeds: number[] = [1, 2, 3]): Promise<{ owner: Access; member: Access }> {
  const owner = await makeOrganization(db, name, { name: "Olga Owner" });
  const member = await makeMember(db, owner, "analyst", { name: "Mika Member" });
  const organizationId = owner.organization.id;
  const entries = seeds.map((seed) => catalog.assessments[seed % catalog.assessments.length]!);
  await withTenant(db, { organizationId }, async (tx) => {
    await tx.organization.updateMany({
      where: { id: organizationId },
      data: { industry: "retail", sizeBand: "50-249", region: "worldwide", retentionDays: 365 },
    });
    const cycled = [...new Map(entries.map((entry) => [entry.hash, entry])).values()];
    await tx.cycle.createMany({
      data: cycled.map(({ hash, definition }) => ({
        assessmentHash: hash,
        assessmentSlug: definition.slug,
        period: "2027-Q1",
        openedBy: "Olga Owner",
        isAnonymous: false,
      })),
    });
  });
  await withTenant(db, { organizationId }, async (tx) => {
    const terms = { name: "Renewals", unit: "%", definition: "Renewed of due", higherIsBetter: true, cadence: "month", createdBy: "Olga Owner" };
    const against = { baseline: 61.5, baselineOn: new Date("2026-12-31"), worst: 40, middle: 60.125, best: 80, targets: { "2027-Q1": 70 } };
    const id = randomUUID();
    await tx.kpi.createMany({ data: [{ id, libraryId: "renewal-rate", ownerId: member.memberId, ...terms, ...against }] });
    const entered = { kpiId: id, enteredBy: "Mika Member", enteredAt: new Date("2027-02-01T08:00:00Z") };
    await tx.kpiReading.createMany({
      data: [
        { ...entered, on: new Date("2027-01-31"), value: 62.125, note: "without returns", source: "csv" },
        { ...entered, on: new Date("2027-02-28"), value: -1, source: "hand" },
      ],
    });
    await tx.milestone.createMany({
      data: [{ on: new Date("2027-02-10"), title: "A new front desk", initiativeId: "answer-the-main-number", addedBy: "Olga Owner" }],
    });
  });
  await withTenant(db, { organizationId }, async (tx) => {
    const about = { assessmentSlug: "martech-stack", itemId: "an-item", addedBy: "Olga Owner" };
    const [link, file, chunked, storedId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    await tx.evidence.createMany({
      data: [
        { ...about, id: link, title: "A report", link: "https://example.com/report", ownerId: member.memberId, expiresOn: new Date("2027-12-31") },
        { ...about, id: file, title: "Minutes" },
        { ...about, id: chunked, title: "Minutes, signed" },
      ],
    });
    const content = new Uint8Array(REAL_FILES["pdf"]!);
    const said = { mediaType: "application/pdf", size: content.length, sha256: "a".repeat(64) };
    await tx.storedFile.createMany({ data: [{ id: storedId, isKept: true }] });
    await tx.fileChunk.createMany({ data: [{ fileId: storedId, position: 0, content }] });
    await tx.evidenceFile.createMany({
      data: [
        { evidenceId: file, name: "Minutes.pdf", ...said, content },
        { evidenceId: chunked, name: "Signed.pdf", ...said, storedId },
      ],
    });
  });
  const cycles = await withTenant(db, { organizationId }, (tx) => tx.cycle.findMany());
  for (const [index, entry] of entries.entries()) {
    const cycleId = index % 2 === 0 ? cycles.find(({ assessmentHash }) => assessmentHash === entry.hash)!.id : null;
    const memberId = index === 0 ? member.memberId : null;
    await makeAnswered(db, owner, entry, catalog, {
      seed: seeds[index]!,
      cycleId,
      memberId,
      isSubmitted: index % 3 !== 2,
      comment: `Note ${index} \u2028 "quoted"`,
    });
  }
  return { owner, member };
}

/** The file of an organisation, at the moment that its tests name. */
export async function textOf({ client }: OpenDatabase, access: Access, now: Date): Promise<string> {
  let text = "";
  for await (const piece of exportOrganization(client, access, { language: "en", now })) text += piece;
  return text;
}
/** A file that was read, as it was before: with its long lists. */
export async function fileFrom({ linksLeftOut: _, entries, plans, ...rest }: BroughtFile): Promise<OrganizationFile> {
  const planned = await all(plans());
  const scenarios = planned.flatMap((plan) => (plan.key === "scenarios" ? [plan.entry] : []));
  const adoptions = planned.flatMap((plan) => (plan.key === "adoptions" ? [plan.entry] : []));
  return { ...rest, events: [...rest.events], initiatives: [...rest.initiatives], responses: await all(entries()), scenarios, adoptions };
}

/** All that comes one after the other. */
export async function all<Entry>(entries: AsyncIterable<Entry>): Promise<Entry[]> {
  const found: Entry[] = [];
  for await (const entry of entries) found.push(entry);
  return found;
}
