import type { english } from "./en/index.ts";
import type { Language } from "./language.ts";

/**
 * The types of what is said. The English texts are the source: their names are the keys, `{{name}}` in them asks for a
 * value of that name, and `name_one` beside `name_other` (i18next's format, version 4) make `name` a sentence that goes by `count`.
 */
type Texts = typeof english;
type PluralForm = "zero" | "one" | "two" | "few" | "many" | "other";
type Unforked<Name extends string> = Name extends `${infer Base}_${PluralForm}` ? Base : Name;

export type Namespace = keyof Texts;
type Names<N extends Namespace> = keyof Texts[N] & string;
/** `namespace:name`. */
export type Key = { [N in Namespace]: `${N}:${Unforked<Names<N>>}` }[Namespace];

type TextOf<K extends Key> = K extends `${infer N extends Namespace}:${infer Name}`
  ? Name extends Names<N>
    ? Texts[N][Name]
    : Texts[N][Extract<Names<N>, `${Name}_${PluralForm}`>]
  : never;
type Placeholders<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Placeholders<Rest> : never;
type ForkedBy<K extends Key> = K extends `${infer N extends Namespace}:${infer Name}` ? (Name extends Names<N> ? never : "count") : never;
type Wanted<K extends Key> = Placeholders<TextOf<K>> | ForkedBy<K>;
type Values<K extends Key> = { [Name in Wanted<K>]: Name extends "count" ? number : string | number };

/** Says a sentence in one language. Figures are given as they are to be read; `count` alone is a number and picks the plural form. */
export type Say = <K extends Key>(key: K, ...values: [Wanted<K>] extends [never] ? [] : [Values<K>]) => string;

/** What a function needs to speak: the language (for figures, dates and lists) and its sentences. */
export type Words = { readonly language: Language; readonly say: Say };

/** A translation of a namespace: the same names, in any of the plural forms its language has. */
export type TextsLike<English> = { [Name in keyof English as Name extends `${string}_${PluralForm}` ? never : Name]: string } & {
  [Name in keyof English as Name extends `${infer Base}_one` ? `${Base}_one` | `${Base}_other` : never]: string;
};

/** The sentences of some namespaces in one language, by key; what a page takes to the browser. */
export type PageWords = Readonly<Record<string, string>>;
