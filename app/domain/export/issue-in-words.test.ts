import { describe, expect, it } from "vitest";
import { z } from "zod";
import { finnish } from "../../../tests/factories/finnish.ts";
import { english } from "../../../tests/factories/english.ts";
import { safeText } from "../assessment/answer.ts";
import { issueInWords } from "./issue-in-words.ts";
import { moment } from "./stored-answer-schema.ts";

describe("what is wrong with a value of a file, in words", () => {
  it.each<[string, z.ZodType, unknown, string, string]>([
    ["another type", z.string(), 1, "has to be of the type string", "pitäisi olla tyyppiä string"],
    ["none of those there are", z.enum(["owner", "viewer"]), "god", "has to be one of: owner, viewer", "pitäisi olla jokin näistä: owner, viewer"],
    [
      "a key more",
      z.strictObject({}),
      { isOperator: true },
      "has keys that no such file has: isOperator",
      "sisältää avaimia, joita ei ole tällaisessa tiedostossa: isOperator",
    ],
    ["too long", safeText(3), "long", "is too long or too large: at most 3", "on liian pitkä tai suuri: enintään 3"],
    ["too small", z.number().min(1), 0, "is too short or too small: at least 1", "on liian lyhyt tai pieni: vähintään 1"],
    ["another format", z.uuid(), "x", "is not written as such a value is: uuid", "ei ole oikeassa muodossa: uuid"],
    ["NUL", safeText(3), "\u0000", "has characters that cannot be stored", "sisältää merkkejä, joita ei voi tallentaa"],
    ["a year of long ago", moment, "1969-12-31T23:59:59Z", "has to be a date from 1970 to 2199", "pitäisi olla päivä vuosilta 1970–2199"],
    ["a rule without a name", z.string().refine(() => false, "for programs"), "x", "is not as it should be", "ei ole sellainen kuin pitäisi"],
  ])("%s", (_, schema, value, inEnglish, inFinnish) => {
    const [issue] = schema.safeParse(value).error!.issues;
    expect(issueInWords(issue!, english)).toBe(inEnglish);
    expect(issueInWords(issue!, finnish)).toBe(inFinnish);
  });
});
