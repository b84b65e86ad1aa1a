import type { Words } from "../../words/say.ts";
import { areInOrder } from "../kpis/kpi-value.ts";
import type { EventEntry, FileOutline, ResponseEntry } from "./organization-file.ts";

/** Where in a file something is wrong, and what, as the rest of a sentence. */
export type FileProblem = { place: string; message: string };

/** What the outline alone cannot say: that what it refers to is in it, once. Returns an empty list when all is well. */
export function checkOutline({ assessments, cycles, evidence, kpis, members }: FileOutline, { say }: Words, now: Date): FileProblem[] {
  const problems: FileProblem[] = [];
  const report = (place: string, message: string) => problems.push({ place, message });
  const once = (keys: readonly string[], place: (index: number) => string) => {
    const seen = new Set<string>();
    keys.forEach((key, index) => (seen.has(key) ? report(place(index), say("imports:twice")) : seen.add(key)));
  };
  once(
    assessments.map(({ hash }) => hash),
    (index) => `assessments.${index}.hash`,
  );
  once(
    cycles.map(({ id }) => id),
    (index) => `cycles.${index}.id`,
  );
  once(
    members.map(({ id }) => id),
    (index) => `members.${index}.id`,
  );
  once(
    cycles.map(({ slug, period }) => `${slug} ${period}`),
    (index) => `cycles.${index}.period`,
  );
  const slugs = new Map(assessments.map(({ hash, definition }) => [hash, definition.slug]));
  cycles.forEach(({ assessment, slug, openedAt, opensAt, closesAt }, index) => {
    if (closesAt !== null && new Date(closesAt) <= new Date(opensAt ?? openedAt)) report(`cycles.${index}.closesAt`, say("imports:closesBeforeOpening"));
    if (!slugs.has(assessment)) report(`cycles.${index}.assessment`, say("imports:noAssessment"));
    else if (slugs.get(assessment) !== slug) report(`cycles.${index}.slug`, say("imports:otherSlug"));
  });
  once(
    kpis.map(({ id }) => id),
    (index) => `kpis.${index}.id`,
  );
  const followed = kpis.flatMap(({ library }, index) => (library === null ? [] : [{ library, index }]));
  once(
    followed.map(({ library }) => library),
    (index) => `kpis.${followed[index]!.index}.library`,
  );
  const memberIds = new Set(members.map(({ id }) => id));
  evidence.forEach(({ owner, createdAt }, index) => {
    if (owner !== null && !memberIds.has(owner)) report(`evidence.${index}.owner`, say("imports:noMember"));
    if (new Date(createdAt) > now) report(`evidence.${index}.createdAt`, say("imports:laterThanNow"));
  });
  kpis.forEach(({ owner, anchors, higherIsBetter, readings }, index) => {
    if (owner !== null && !memberIds.has(owner)) report(`kpis.${index}.owner`, say("imports:noMember"));
    if (anchors && !areInOrder(anchors, higherIsBetter)) report(`kpis.${index}.anchors`, say("imports:anchorsOrder"));
    once(
      readings.map(({ on }) => on),
      (reading) => `kpis.${index}.readings.${reading}.on`,
    );
  });
  return problems;
}

/** That nothing of the trail was done after `now`. */
export function checkEvent({ at }: EventEntry, place: string, now: Date, { say }: Words): FileProblem[] {
  return new Date(at) > now ? [{ place: `${place}.at`, message: say("imports:laterThanNow") }] : [];
}

/** Checks one response after the other, in their order: that what each refers to is in the outline, and that none stands twice. */
export function responseChecker({ assessments, cycles }: FileOutline, { say }: Words): (response: ResponseEntry, place: string) => FileProblem[] {
  const hashes = new Set(assessments.map(({ hash }) => hash));
  const cycleIds = new Set(cycles.map(({ id }) => id));
  const seen = new Set<string>();
  return ({ id, assessment, cycle, answers }, place) => {
    const problems: FileProblem[] = [];
    if (seen.has(id)) problems.push({ place: `${place}.id`, message: say("imports:twice") });
    seen.add(id);
    if (!hashes.has(assessment)) problems.push({ place: `${place}.assessment`, message: say("imports:noAssessment") });
    if (cycle !== null && !cycleIds.has(cycle)) problems.push({ place: `${place}.cycle`, message: say("imports:noCycle") });
    const items = new Set<string>();
    answers.forEach(({ item }, index) => {
      if (items.has(item)) problems.push({ place: `${place}.answers.${index}.item`, message: say("imports:twice") });
      items.add(item);
    });
    return problems;
  };
}
