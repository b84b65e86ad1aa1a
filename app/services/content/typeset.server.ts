/** An apostrophe as keyboards have it, after a letter or a figure. */
const TYPED = /(?<=[\p{L}\d])'/gu;

/** The same value with every text as it is shown: authors may type the apostrophe of their keyboard, pages have one kind only. */
export function typeset<T>(value: T): T {
  return typesetValue(value) as T;
}

function typesetValue(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll(TYPED, "’");
  if (Array.isArray(value)) return value.map(typesetValue);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, typesetValue(part)]));
}
