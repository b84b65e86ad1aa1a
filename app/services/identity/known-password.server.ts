import { dictionary } from "@zxcvbn-ts/language-common";
import type { Words } from "#app/words/say.ts";

/** What somebody else knows of a person too. */
type Known = { name?: string; address?: string };
type KnownPassword = "passwordCommon" | "passwordOwn";

/** Passwords that were found in stolen collections, the most common first, all in lower case. */
const COMMON: ReadonlySet<string> = new Set(dictionary["passwords-common"]);
/** Of this product. */
const PRODUCT = "pinhigh";
/** "0000000000", "abcabcabcabc": the list leaves out what can be described. */
const REPEATED = /^(.{1,4}?)\1+$/u;
/** Digits and signs at an end, as people add them to a word until it is long enough. */
const ADDED = /^[\p{N}\p{P}\p{S}\s]{0,6}|[\p{N}\p{P}\p{S}\s]{0,6}$/gu;
/** What stands between the words of a name. */
const BETWEEN = /[\p{P}\p{S}\s]/gu;

/**
 * Whether a new password is among those that are tried first: one of the most common, also with digits or signs before or after it
 * ("Password2024!"), a few characters over and over or in a row, or the person's own name or address, or the product's.
 * @param known what there is to know; nothing where it is not known yet whose password it is
 * @returns which sentence of the namespace "identity" says so; null: it is neither
 */
export function knownPassword(password: string, { name = "", address = "" }: Known): KnownPassword | null {
  const whole = password.toLowerCase();
  const candidates = [whole, whole.replace(ADDED, ""), whole.replaceAll(BETWEEN, "")];
  const own = [PRODUCT, address, address.split("@")[0]!, name, ...name.split(/\s+/), name.replaceAll(/\s+/g, "")].map((text) => text.toLowerCase());
  if (candidates.some((each) => each !== "" && own.includes(each))) return "passwordOwn";
  return REPEATED.test(whole) || isInARow(whole) || candidates.some((each) => COMMON.has(each)) ? "passwordCommon" : null;
}

/** "abcdefghij", "9876543210". */
function isInARow(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0)!);
  const steps = new Set(codes.slice(1).map((code, i) => code - codes[i]!));
  return steps.size === 1 && [1, -1].includes([...steps][0]!);
}

/** The same as what a form says of its field. */
export function knownPasswordProblems(password: string, known: Known, { say }: Words): { field: "password"; message: string }[] {
  const fault = knownPassword(password, known);
  return fault === null ? [] : [{ field: "password", message: say(`identity:${fault}`) }];
}
