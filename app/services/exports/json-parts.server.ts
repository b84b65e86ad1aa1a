/** A member of an object: its value as text. A list that was asked for by entries comes as an empty one, and then each of them (`index`, from 0). */
export type JsonPart = { key: string; index: number | null; text: string };
/** What a text is that cannot be read this way. */
export type JsonFault = "malformed" | "tooDeep" | "tooLong" | "keyTwice";

export class JsonFaultError extends Error {
  constructor(readonly fault: JsonFault) {
    super(fault);
  }
}

export type JsonPartLimits = {
  /** Keys of the lists that come entry by entry; another value of such a key comes whole. */
  lists: readonly string[];
  /** Levels of brackets, the outermost included. */
  deepest: number;
  /** Characters of a part. */
  longest: number;
};

type Place = "start" | "firstKey" | "key" | "colon" | "value" | "afterValue" | "firstEntry" | "entry" | "afterEntry" | "end";
const [QUOTE, BACKSLASH, COMMA, COLON, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [34, 92, 44, 58, 91, 93, 123, 125];
const isBlank = (code: number) => code === 32 || code === 10 || code === 13 || code === 9;

/**
 * Takes the text of a JSON object apart into its members, and its long lists into their entries, so that neither stands in memory as a
 * whole. Only the outside is read here: whether a part is well-formed shows when it is parsed.
 * @throws JsonFaultError where it is no such object, or not within the limits
 */
export async function* jsonParts(pieces: AsyncIterable<string>, { lists, deepest, longest }: JsonPartLimits): AsyncGenerator<JsonPart> {
  const keys = new Set<string>();
  let place: Place = "start";
  let key = "";
  let index: number | null = null;
  let value: ValueReader | null = null;
  const finished = (text: string): JsonPart | null => {
    if (place === "key" || place === "firstKey") {
      key = keyOf(text);
      if (keys.has(key)) throw new JsonFaultError("keyTwice");
      keys.add(key);
      place = "colon";
      return null;
    }
    place = index === null ? "afterValue" : "afterEntry";
    return { key, index, text };
  };
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length;) {
      if (value) {
        at = value.read(piece, at);
        if (value.text === null) break;
        const part = finished(value.text);
        value = null;
        if (part) yield part;
        continue;
      }
      const code = piece.charCodeAt(at);
      if (isBlank(code)) at++;
      else if (place === "value" && code === OPEN_LIST && lists.includes(key)) {
        yield { key, index: null, text: "[]" };
        [place, index, at] = ["firstEntry", -1, at + 1];
      } else if (place === "firstEntry" && code === CLOSE_LIST) [place, index, at] = ["afterValue", null, at + 1];
      else if (place === "value" || place === "entry" || place === "firstEntry" || ((place === "key" || place === "firstKey") && code === QUOTE)) {
        if (index !== null) index++;
        const levels = index === null ? 1 : 2;
        value = new ValueReader(code, deepest - levels, longest);
      } else {
        place = after(place, code);
        if (place === "afterValue") index = null;
        at++;
      }
    }
  }
  if (place !== "end") throw new JsonFaultError("malformed");
}

/** Where one is after a sign between values. */
function after(place: Place, code: number): Place {
  if (place === "start" && code === OPEN_OBJECT) return "firstKey";
  if (place === "firstKey" && code === CLOSE_OBJECT) return "end";
  if (place === "colon" && code === COLON) return "value";
  if (place === "afterValue" && code === COMMA) return "key";
  if (place === "afterValue" && code === CLOSE_OBJECT) return "end";
  if (place === "afterEntry" && code === COMMA) return "entry";
  if (place === "afterEntry" && code === CLOSE_LIST) return "afterValue";
  throw new JsonFaultError("malformed");
}

function keyOf(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    throw new JsonFaultError("malformed");
  }
}

/** Reads one value to its end, over as many pieces as it takes. */
class ValueReader {
  /** Once it has ended. */
  text: string | null = null;
  private readonly before: string[] = [];
  private length = 0;
  private depth = 0;
  private isQuoted = false;
  private isEscaped = false;
  private readonly isPlain: boolean;

  constructor(
    first: number,
    private readonly deepest: number,
    private readonly longest: number,
  ) {
    this.isPlain = first !== QUOTE && first !== OPEN_LIST && first !== OPEN_OBJECT;
  }

  /** @returns where in the piece it goes on; `text` is null while the value has not ended */
  read(piece: string, from: number): number {
    let at = from;
    for (; at < piece.length; at++) {
      const code = piece.charCodeAt(at);
      if (this.isPlain) {
        // A number or a word ends before what cannot be in one.
        if (isBlank(code) || code === COMMA || code === CLOSE_LIST || code === CLOSE_OBJECT) return this.end(piece, from, at);
      } else if (this.endsWith(code)) return this.end(piece, from, at + 1);
    }
    this.keep(piece.slice(from));
    return at;
  }

  private endsWith(code: number): boolean {
    if (this.isQuoted) {
      if (this.isEscaped) this.isEscaped = false;
      else if (code === BACKSLASH) this.isEscaped = true;
      else if (code === QUOTE) this.isQuoted = false;
      return !this.isQuoted && this.depth === 0;
    }
    if (code === QUOTE) this.isQuoted = true;
    else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      if (++this.depth > this.deepest) throw new JsonFaultError("tooDeep");
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) this.depth--;
    return !this.isQuoted && this.depth === 0;
  }

  private keep(text: string): void {
    this.length += text.length;
    if (this.length > this.longest) throw new JsonFaultError("tooLong");
    this.before.push(text);
  }

  private end(piece: string, from: number, to: number): number {
    this.keep(piece.slice(from, to));
    this.text = this.before.join("");
    return to;
  }
}
