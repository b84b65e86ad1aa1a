import type { OrganizationFile } from "#app/domain/export/organization-file.ts";
import { canonicalJson } from "#app/domain/report/canonical-json.ts";

/** What differs between installations: ids, who is a member, what is left behind, the lines that the two files themselves left, and when lines were brought in. */
export function comparable({
  exportedAt: _,
  members: __,
  invitations: ___,
  engagements: ____,
  engagementOffers: _____,
  organization,
  events,
  cycles,
  kpis,
  responses,
  evidence,
  changes,
  initiatives,
  scenarios,
  adoptions,
  teamResults,
  ...rest
}: OrganizationFile) {
  const { createdAt: ______, ...profile } = organization;
  const period = new Map(cycles.map(({ id, slug, period: named }) => [id, `${slug} ${named}`]));
  const called = new Map([
    ...period,
    ...initiatives.map(({ id, own, library }): [string, string] => [id, own?.title ?? library ?? ""]),
    ...scenarios.map(({ id, name }): [string, string] => [id, name]),
  ]);
  // Whatever names them, names them by what they are called. What was attached as a file has to be added anew.
  const roadmap: Record<string, unknown[]> = {
    initiatives: initiatives.map(({ owner: _owner, attachments, ...entry }) => ({ ...entry, attachments: attachments.filter(({ link }) => link !== null) })),
    ...{ scenarios, adoptions: adoptions.map(({ id: _id, ...adoption }) => adoption) },
  };
  const named = (entry: unknown) => [...called].reduce((text, [id, name]) => text.replaceAll(id, name), canonicalJson(entry));
  return {
    ...rest,
    // What was put there at one moment has no order of its own.
    roadmap: Object.values(roadmap).map((entries) => entries.map(named).sort()),
    teamResults: teamResults.map(({ cycle, ...result }) => ({ ...result, cycle: period.get(cycle) })),
    profile,
    changes: changes
      .map(({ from, to, figures, ...change }) => ({
        ...{ ...change, from: period.get(from), to: period.get(to) },
        figures: figures && { ...figures, trend: figures.trend && { ...figures.trend, cycles: figures.trend.cycles.map((id) => period.get(id)) } },
      }))
      .map(canonicalJson)
      .sort(),
    // Files have to be added anew, and whoever kept something up to date is no member there.
    evidence: evidence.filter(({ link }) => link !== null).map(({ owner: _owner, ...entry }) => entry),
    cycles: cycles
      .map(({ id: _id, ...cycle }) => cycle)
      .map(canonicalJson)
      .sort(),
    // Who keeps it is no member elsewhere.
    kpis: kpis.map(({ id: _id, owner: _owner, ...kpi }) => kpi),
    events: events
      .filter(({ action }) => !["organization.imported", "organization.exported"].includes(action))
      .map(({ objectId: _object, detail, ...event }) => {
        const { broughtInOn: _broughtInOn, ...notes } = detail ?? {};
        return { ...event, notes };
      }),
    responses: responses
      .map(({ id: _id, cycle, ...response }) => ({ ...response, cycle: cycle && period.get(cycle) }))
      .map(canonicalJson)
      .sort(),
  };
}
