const [QUOTE, BACKSLASH, COLON] = [34, 92, 58];
const isBlank = (code: number) => code === 32 || code === 10 || code === 13 || code === 9;

/**
 * The first key that an object in a JSON text has twice, and null where none has: a reader of JSON takes the last of the two and says nothing. Keys
 * are compared as they are read, so that `"a"` and `"\u0061"` are one.
 * @param text well-formed JSON
 */
export function repeatedKey(text: string): string | null {
  /** Of each object or list around the place: the keys so far. */
  const open: Set<string>[] = [];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    if (sign === "{" || sign === "[") open.push(new Set());
    else if (sign === "}" || sign === "]") open.pop();
    else if (sign === '"') {
      const end = endOfString(text, at);
      let next = end;
      while (isBlank(text.charCodeAt(next))) next++;
      // A colon follows a key and nothing else.
      if (text.charCodeAt(next) === COLON) {
        const written = text.slice(at + 1, end - 1);
        const key = written.includes("\\") ? String(JSON.parse(`"${written}"`)) : written;
        const keys = open.at(-1)!;
        if (keys.has(key)) return key;
        keys.add(key);
      }
      at = next - 1;
    }
  }
  return null;
}

/** The place after a string that begins at a quote. */
function endOfString(text: string, begin: number): number {
  for (let at = begin + 1; ; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === QUOTE) return at + 1;
  }
}
