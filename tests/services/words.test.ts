import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";
import { english } from "#app/words/en/index.ts";
import { finnish } from "#app/words/fi/index.ts";
import { LANGUAGES } from "#app/words/language.ts";
import { readWords } from "#app/words/read-words.ts";
import type { Namespace } from "#app/words/say.ts";

type AnySay = (key: string, values?: Record<string, string | number>) => string;

const PLURAL = /_(?:zero|one|two|few|many|other)$/;
const namespaces = Object.keys(english) as Namespace[];
const flat = (texts: Record<string, Record<string, string>>) =>
  namespaces.flatMap((namespace) => Object.entries(texts[namespace]!).map(([name, text]) => ({ namespace, name, key: `${namespace}:${name}`, text })));
const inEnglish = flat(english);
const inFinnish = flat(finnish);

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!).sort();
const marks = (text: string) => [...text.matchAll(/<\/?(\w+)>/g)].map(([mark]) => mark).sort();

/** Every file that may say something. */
function sources(): string {
  const files = ["app", "server"].flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => path.join(folder, file)));
  const spoken = files.filter((file) => /\.tsx?$/.test(file) && !file.startsWith(path.join("app", "words")) && !file.includes(".test."));
  return spoken.map((file) => readFileSync(file, "utf8")).join("\n");
}

describe("the sentences of the interface", () => {
  it.each(LANGUAGES)("are said alike by the browser's reader and by i18next, in %s", (language) => {
    const reader = readWords(language, pageWords(language, ...namespaces)).say as AnySay;
    const reference = wordsIn(language).say as AnySay;
    for (const { key, text } of inEnglish) {
      const base = key.replace(PLURAL, "");
      const values = Object.fromEntries(placeholders(text).map((name, i) => [name, `<${name} & ${i}>`]));
      for (const count of base === key ? [undefined] : [0, 1, 2, 5, 11, 21, 101]) {
        const given = count === undefined ? values : { ...values, count };
        expect(reader(base, given)).toBe(reference(base, given));
      }
    }
  });

  it("are all there in Finnish, with the same places for values and for links", () => {
    const english = new Map(inEnglish.map((entry) => [entry.key, entry.text]));
    expect(new Set(inFinnish.map((e) => e.key))).toEqual(new Set(english.keys()));
    for (const { key, text } of inFinnish) {
      const meant = { places: new Set(placeholders(english.get(key)!)), marks: marks(english.get(key)!) };
      expect({ key, places: new Set(placeholders(text)), marks: marks(text) }).toEqual({ key, ...meant });
    }
  });

  it("are not empty, and have no space at an end", () => {
    for (const { key, text } of [...inEnglish, ...inFinnish]) expect({ key, text }).toEqual({ key, text: text.trim() || "something" });
  });

  it("are each said somewhere", () => {
    const said = sources();
    const asWritten = new Set([...said.matchAll(/["'`](\w+:[\w-]+)["'`]/g)].map(([, key]) => key));
    // Keys put together of a fixed part and a value: `terms:${pillar}`.
    const heads = [...said.matchAll(/`(\w+:\w*)\$\{[^}]+\}(\w*)`/g)];
    const unsaid = inEnglish.filter(({ key }) => {
      const base = key.replace(PLURAL, "");
      return !asWritten.has(base) && !heads.some(([, before, after]) => base.startsWith(before!) && base.endsWith(after!));
    });
    expect(unsaid.map((e) => e.key)).toEqual([]);
  });
});

describe("the browser's reader", () => {
  it("says a key that is not there as itself, and says so aloud", ({ onTestFinished }) => {
    const heard: unknown[] = [];
    const { error } = console;
    console.error = (...said: unknown[]) => void heard.push(...said);
    onTestFinished(() => void (console.error = error));
    expect((readWords("fi", {}).say as AnySay)("taking:nothing")).toBe("taking:nothing");
    expect(heard).toEqual(["No words for taking:nothing"]);
  });
});
