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
  ...rest
}: OrganizationFile) {
  const { createdAt: ______, ...profile } = organization;
  const period = new Map(cycles.map(({ id, slug, period: named }) => [id, `${slug} ${named}`]));
  return {
    ...rest,
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
