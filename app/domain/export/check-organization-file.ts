import type { OrganizationFile } from "./organization-file.ts";

/** Where in a file something is wrong, and what; in English, for it is a program's file. */
export type FileProblem = { place: string; message: string };

/** What the shape alone cannot say: that everything a file refers to is in it, once, and that nothing was done after `now`. Returns an empty list when all is well. */
export function checkOrganizationFile({ assessments, cycles, events, evidence, members, responses }: OrganizationFile, now: Date): FileProblem[] {
  const problems: FileProblem[] = [];
  const report = (place: string, message: string) => problems.push({ place, message });
  const once = (keys: readonly string[], place: (index: number) => string, what: string) => {
    const seen = new Set<string>();
    keys.forEach((key, index) => (seen.has(key) ? report(place(index), `the same ${what} stands twice`) : seen.add(key)));
    return seen;
  };
  const hashes = once(
    assessments.map(({ hash }) => hash),
    (index) => `assessments.${index}.hash`,
    "version",
  );
  const cycleIds = once(
    cycles.map(({ id }) => id),
    (index) => `cycles.${index}.id`,
    "id",
  );
  const memberIds = once(
    members.map(({ id }) => id),
    (index) => `members.${index}.id`,
    "id",
  );
  once(
    responses.map(({ id }) => id),
    (index) => `responses.${index}.id`,
    "id",
  );
  once(
    cycles.map(({ slug, period }) => `${slug} ${period}`),
    (index) => `cycles.${index}.period`,
    "assessment and period",
  );
  const slugs = new Map(assessments.map(({ hash, definition }) => [hash, definition.slug]));
  cycles.forEach(({ assessment, slug }, index) => {
    if (!hashes.has(assessment)) report(`cycles.${index}.assessment`, "is not among the assessments of this file");
    else if (slugs.get(assessment) !== slug) report(`cycles.${index}.slug`, "is not that of its assessment");
  });
  events.forEach(({ at }, index) => {
    if (new Date(at) > now) report(`events.${index}.at`, "is later than now");
  });
  evidence.forEach(({ owner, createdAt }, index) => {
    if (owner !== null && !memberIds.has(owner)) report(`evidence.${index}.owner`, "is not among the members of this file");
    if (new Date(createdAt) > now) report(`evidence.${index}.createdAt`, "is later than now");
  });
  responses.forEach(({ assessment, cycle, answers }, index) => {
    const at = `responses.${index}`;
    if (!hashes.has(assessment)) report(`${at}.assessment`, "is not among the assessments of this file");
    if (cycle !== null && !cycleIds.has(cycle)) report(`${at}.cycle`, "is not among the cycles of this file");
    once(
      answers.map(({ item }) => item),
      (answer) => `${at}.answers.${answer}.item`,
      "item",
    );
  });
  return problems;
}
