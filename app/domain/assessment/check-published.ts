import type { ContentProblem } from "./content-problem.ts";
import type { Definition } from "./definition.ts";
import { optionsOf } from "./definition.ts";
import { type RecordedItem, type RecordedVersion, recordOf } from "./published-record.ts";

type Path = (string | number)[];
/** An edit that breaks the comparison: where it was made, what it was, and why it matters. */
type Edit = { path: Path; what: string; why: string };

const OTHER_SCORE = "the same answers would get another score";
const OTHER_LEVEL = "the same score would get another level";

/**
 * Whether results of this definition can still be compared with those of the latest published version, where it claims to be that
 * version. Wording is free. Paths lead into the definition.
 */
export function checkPublished(definition: Definition, published: RecordedVersion): ContentProblem[] {
  const { version } = definition;
  const next = published.version + 1;
  if (version < published.version) {
    const message = `version ${version} is lower than the published version ${published.version}`;
    return [{ path: ["version"], message, fix: `write version: ${published.version}, or ${next} when the questions have changed` }];
  }
  if (version > published.version) return [];
  const record = recordOf(definition);
  const common = commonItems(published, record).length;
  const fix = `undo it, or write version: ${next} and run npm run content:publish; of ${published.items.length} published items ${common} stay comparable`;
  const edits = [...levelEdits(published, record), ...dimensionEdits(published, record), ...itemEdits(definition, published, record)];
  return edits.map(({ path, what, why }) => ({ path, message: `${what} since version ${version} was published: ${why}`, fix }));
}

/** Ids of the items that ask the same in both versions: one kind, the same answers with the same values. Weight and dimension may differ. */
export function commonItems(one: RecordedVersion, other: RecordedVersion): string[] {
  const others = byId(other.items);
  return one.items.flatMap((item) => {
    const match = others.get(item.id);
    return match && answerEdits(item, match, [], () => []).length === 0 ? [item.id] : [];
  });
}

function levelEdits(before: RecordedVersion, now: RecordedVersion): Edit[] {
  return now.cuts.flatMap((cut, i): Edit[] =>
    cut === before.cuts[i] ? [] : [{ path: ["levels", i, "cut"], what: `level ${i + 1} has moved from ${before.cuts[i]} to ${cut}`, why: OTHER_LEVEL }],
  );
}

function dimensionEdits(before: RecordedVersion, now: RecordedVersion): Edit[] {
  const past = byId(before.dimensions);
  const kept = now.dimensions.flatMap((dimension, i): Edit[] => {
    const path = ["dimensions", i];
    const name = `dimension "${dimension.id}"`;
    const was = past.get(dimension.id);
    if (!was) return [{ path, what: `${name} was added`, why: "earlier results have no score for it" }];
    return [
      ...changed([...path, "weight"], `the weight of ${name}`, was.weight, dimension.weight, OTHER_SCORE),
      ...changed([...path, "critical"], `critical of ${name}`, was.critical, dimension.critical, OTHER_LEVEL),
      ...changed([...path, "carriedBy"], `carriedBy of ${name}`, quoted(was.carriedBy), quoted(dimension.carriedBy), OTHER_SCORE),
    ];
  });
  const present = byId(now.dimensions);
  const gone = before.dimensions.filter(({ id }) => !present.has(id));
  return [...kept, ...gone.map(({ id }) => ({ path: ["dimensions"], what: `dimension "${id}" was removed`, why: "earlier results count it" }))];
}

function itemEdits(definition: Definition, before: RecordedVersion, now: RecordedVersion): Edit[] {
  const past = byId(before.items);
  const kept = now.items.flatMap((item, i): Edit[] => {
    const path = ["items", i];
    const name = `item "${item.id}"`;
    const was = past.get(item.id);
    if (!was) return [{ path, what: `${name} was added`, why: "earlier respondents were never asked" }];
    const options = optionsOf(definition.items[i]!);
    const optionAt = (id: string): Path => ["options", options.findIndex((option) => option.id === id)];
    return [
      ...changed([...path, "dimension"], `the dimension of ${name}`, was.dimension, item.dimension, "it counts in another part of the score"),
      ...changed([...path, "weight"], `the weight of ${name}`, was.weight, item.weight, OTHER_SCORE),
      ...answerEdits(was, item, path, optionAt),
    ];
  });
  const present = byId(now.items);
  const gone = before.items.filter(({ id }) => !present.has(id));
  return [...kept, ...gone.map(({ id }) => ({ path: ["version"], what: `item "${id}" was removed`, why: "earlier scores count it" }))];
}

function answerEdits(was: RecordedItem, item: RecordedItem, path: Path, optionAt: (id: string) => Path): Edit[] {
  const of = `of item "${item.id}"`;
  if (was.kind !== item.kind) return changed([...path, "kind"], `the kind ${of}`, was.kind, item.kind, "answers of the one kind say nothing in the other");
  const [past, present] = [was.options ?? {}, item.options ?? {}];
  const options = Object.entries(present).flatMap(([id, value]): Edit[] => {
    const at = [...path, ...optionAt(id)];
    if (!Object.hasOwn(past, id)) return [{ path: at, what: `option "${id}" ${of} was added`, why: "earlier respondents could not choose it" }];
    return changed([...at, "value"], `the value of option "${id}" ${of}`, past[id], value, OTHER_SCORE);
  });
  const gone = Object.keys(past).filter((id) => !Object.hasOwn(present, id));
  const anchors = (record: RecordedItem) => record.anchors?.map(([at, value]) => `${at} = ${value}`).join(", ");
  return [
    ...options,
    ...gone.map((id) => ({ path: [...path, "options"], what: `option "${id}" ${of} was removed`, why: "answers that chose it have no match" })),
    ...changed([...path, "options"], `"all of these" ${of}`, quoted(was.all), quoted(item.all), OTHER_SCORE),
    ...changed([...path, "options"], `"none of these" ${of}`, quoted(was.exclusive), quoted(item.exclusive), OTHER_SCORE),
    ...changed([...path, "pick"], `pick ${of}`, was.pick, item.pick, OTHER_SCORE),
    ...changed([...path, "unit"], `the unit ${of}`, was.unit, item.unit, "the same figure means something else"),
    ...changed([...path, "min"], `min ${of}`, was.min, item.min, OTHER_SCORE),
    ...changed([...path, "max"], `max ${of}`, was.max, item.max, OTHER_SCORE),
    ...changed([...path, "reverse"], `reverse ${of}`, was.reverse ?? false, item.reverse ?? false, OTHER_SCORE),
    ...changed([...path, "positions"], `the number of positions ${of}`, was.positions, item.positions, OTHER_SCORE),
    ...changed([...path, "anchors"], `the list of anchors ${of}`, anchors(was), anchors(item), OTHER_SCORE),
  ];
}

type Recorded = string | number | boolean | undefined;

function changed(path: Path, name: string, was: Recorded, is: Recorded, why: string): Edit[] {
  return was === is ? [] : [{ path, what: `${name} has changed from ${was} to ${is}`, why }];
}

function quoted(id: string | undefined): string {
  return id === undefined ? "nothing" : `"${id}"`;
}

function byId<T extends { id: string }>(list: readonly T[]): Map<string, T> {
  return new Map(list.map((entry) => [entry.id, entry]));
}
