const MOST_WORDS = 48;

/**
 * The part of an address that names an organisation: the words of its name in plain letters, and random ones, so that it neither
 * clashes nor tells by itself which organisations there are.
 * @param letters six random letters or digits
 * @example organizationSlug("Åland Ferries & Co", "x7k2ab") // "aland-ferries-co-x7k2ab"
 */
export function organizationSlug(name: string, letters: string): string {
  const words = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/ø/g, "o")
    .replace(/æ/g, "ae")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, MOST_WORDS)
    .replace(/^-+|-+$/g, "");
  return words === "" ? letters : `${words}-${letters}`;
}
