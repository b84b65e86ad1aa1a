import { Document, isMap, isScalar, isSeq, type Pair, parseDocument, Scalar, YAMLMap, YAMLSeq } from "yaml";
import type { Text, TextEntry, Texts } from "#app/domain/translation/text-entry.ts";

const WIDTH = 120;

type Entry = Pick<TextEntry, "path" | "texts"> & { hash: string };

/**
 * The text of a translation file with every text of these entries that it lacked: empty, the English one as a comment
 * above it. What is written there stays; an entry in which nothing is written yet is made anew when English has changed.
 * @param text null: there is no file yet
 * @param missing the entries to be written
 * @param order all entries of the file, as the English file has them: a new one is put behind the one it follows there
 */
export function completedTranslation(text: string | null, missing: readonly Entry[], order: readonly Pick<TextEntry, "path">[]): string {
  const document = text === null ? new Document(new YAMLMap()) : parseDocument(text, { version: "1.2" });
  for (const entry of missing) {
    const section = sectionOf(document, entry.path.slice(0, -1));
    const name = entry.path.at(-1)!;
    const there = section.get(name, true);
    if (isMap(there) && !isOutdated(there, entry)) {
      complete(there, entry.texts);
      continue;
    }
    const written = new YAMLMap();
    written.set("source", quoted(entry.hash));
    complete(written, entry.texts);
    const siblings = order.filter(({ path }) => path.slice(0, -1).join() === entry.path.slice(0, -1).join()).map(({ path }) => path.at(-1)!);
    if (there !== undefined) section.set(name, written);
    else insertInOrder(section, name, written, siblings);
  }
  return document.toString({ lineWidth: WIDTH });
}

/** The text of a translation file in which the `source` of these entries is the present hash; nothing else is touched. */
export function acceptedTranslation(text: string, accepted: readonly Pick<Entry, "path" | "hash">[]): string {
  const document = parseDocument(text, { version: "1.2" });
  const places = accepted.map(({ path, hash }) => ({ range: (document.getIn([...path, "source"], true) as Scalar.Parsed).range, hash }));
  return places
    .sort((a, b) => b.range[0] - a.range[0])
    .reduce((result, { range: [from, to], hash }) => `${result.slice(0, from)}"${hash}"${result.slice(to)}`, text);
}

function sectionOf(document: Document, path: readonly string[]): YAMLMap {
  if (!isMap(document.contents)) document.contents = new YAMLMap() as typeof document.contents;
  if (path.length === 0) return document.contents as unknown as YAMLMap;
  const there = document.getIn(path, true);
  if (isMap(there)) return withCommentsAtEntries(there);
  const section = new YAMLMap();
  document.setIn(path, section);
  return section;
}

/** A comment above the first entry is read as one of the whole section, and would go to whatever is put before that entry. */
function withCommentsAtEntries(section: YAMLMap): YAMLMap {
  const first = section.items[0]?.key;
  if (isScalar(first) && section.commentBefore) {
    first.commentBefore = section.commentBefore;
    section.commentBefore = null;
  }
  return section;
}

/** Whether the English texts of an entry have changed before anything was written into it. */
function isOutdated(map: YAMLMap, { texts, hash }: Entry): boolean {
  return map.get("source") !== hash && Object.keys(texts).every((key) => isEmpty(map.get(key, true)));
}

function insertInOrder(section: YAMLMap, name: string, value: YAMLMap, order: readonly string[]): void {
  const before = new Set(order.slice(0, order.indexOf(name)));
  const nameOf = ({ key }: Pair) => String(isScalar(key) ? key.value : key);
  const after = section.items.findLastIndex((pair) => before.has(nameOf(pair))) + 1;
  section.set(name, value);
  section.items.splice(after, 0, section.items.pop()!);
}

/** Adds the texts that a map lacks. */
function complete(map: YAMLMap, texts: Texts): void {
  for (const [name, text] of Object.entries(texts)) {
    const there = map.get(name, true);
    if (there === undefined) map.add({ key: commented(new Scalar(name), typeof text === "string" ? text : null), value: skeleton(text) });
    else if (isMap(there)) complete(there, text as Texts);
    else if (isSeq(there)) (text as readonly Text[]).slice(there.items.length).forEach((one) => there.add(skeletonInList(one)));
  }
}

function skeleton(text: Text): Scalar | YAMLMap | YAMLSeq {
  if (typeof text === "string") return quoted("");
  if (isList(text)) {
    const list = new YAMLSeq();
    for (const one of text) list.add(skeletonInList(one));
    return list;
  }
  const map = new YAMLMap();
  complete(map, text);
  return map;
}

function skeletonInList(text: Text) {
  const node = skeleton(text);
  return isScalar(node) ? commented(node, typeof text === "string" ? text : null) : node;
}

function isList(text: Text): text is readonly Text[] {
  return Array.isArray(text);
}

function isEmpty(node: unknown): boolean {
  if (node === undefined) return true;
  if (isScalar(node)) return node.value === "";
  if (isMap(node)) return node.items.every(({ value }) => isEmpty(value));
  return isSeq(node) && node.items.every(isEmpty);
}

function quoted(value: string): Scalar<string> {
  const scalar = new Scalar(value);
  scalar.type = Scalar.QUOTE_DOUBLE;
  return scalar;
}

function commented(node: Scalar, english: string | null): Scalar {
  if (english !== null) node.commentBefore = wrapped(english).map((line) => ` ${line}`).join("\n"); // prettier-ignore
  return node;
}

function wrapped(text: string): string[] {
  const lines = [""];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)!;
    if (last !== "" && last.length + 1 + word.length > WIDTH - 10) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return lines;
}
