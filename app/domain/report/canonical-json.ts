/**
 * One text for one value, so that equal data has equal hashes: keys sorted by UTF-16 code units, no whitespace, numbers as
 * JavaScript writes them (RFC 8785 in spirit). A property that is undefined counts as absent.
 *
 * @throws TypeError for what JSON cannot carry faithfully: numbers that are not finite, lone surrogates, undefined
 *   list entries, and objects that are not plain.
 * @example canonicalJson({ b: [1, 0.5], a: null }) // {"a":null,"b":[1,0.5]}
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case "boolean":
      return String(value);
    case "number":
      if (!Number.isFinite(value)) throw new TypeError(`${value} has no place in JSON`);
      return JSON.stringify(value);
    case "string":
      return quoted(value);
    case "object":
      return value === null ? "null" : composed(value);
    default:
      throw new TypeError(`${typeof value} has no place in JSON`);
  }
}

function composed(value: object): string {
  if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(",")}]`;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new TypeError("only plain objects have a place in JSON");
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${quoted(key)}:${canonicalJson(member)}`);
  return `{${members.join(",")}}`;
}

function quoted(text: string): string {
  if (!text.isWellFormed()) throw new TypeError("a lone surrogate has no place in JSON");
  return JSON.stringify(text);
}
