import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { parse } from "yaml";
import { english } from "#app/words/en/index.ts";
import { finnish } from "#app/words/fi/index.ts";

const CORE = ["customer-or-product-centric", "martech-stack", "seven-ps"];
/** The texts of initiatives and KPIs, beside those of `cost` and `chance`. */
const SHOWN = ["title", "problem", "done", "effortReason", "pilot", "byHand", "hypothesis", "refutedBy", "checklist", "owner", "formula"];
/** Shorter ones may be names or happen inside other words. */
const SHORTEST = 12;

/** English sentences that a visitor of a Finnish page can read or hear where nothing says that they are English. */
export async function englishOf(page: Page): Promise<string[]> {
  const heard = await page.evaluate(() => {
    const said: string[] = [];
    const visit = (node: Node) => {
      if (node instanceof Text) said.push(node.data);
      if (!(node instanceof Element) || ["SCRIPT", "STYLE"].includes(node.tagName)) return;
      if (node !== document.documentElement && node.getAttribute("lang")?.startsWith("en")) return;
      for (const name of ["aria-label", "title", "placeholder", "alt"]) said.push(node.getAttribute(name) ?? "");
      node.childNodes.forEach(visit);
      said.push("\n");
    };
    visit(document.documentElement);
    return said.join("");
  });
  const text = heard.replaceAll(/\s+/g, " ");
  return [...ENGLISH].filter((sentence) => text.includes(sentence));
}

/** What the interface and the translated content say in English: the longest stretch of each text without a value or a mark. */
const ENGLISH: ReadonlySet<string> = new Set([...interfaceTexts(), ...assessmentTexts(), ...initiativeTexts()].filter((text) => text.length >= SHORTEST));

function interfaceTexts(): string[] {
  const said = new Set(Object.values(finnish).flatMap((texts) => Object.values(texts) as string[]));
  const texts = Object.values(english).flatMap((texts) => Object.values(texts) as string[]);
  return texts.filter((text) => !said.has(text)).map(longestStretch);
}

function longestStretch(text: string): string {
  return text
    .split(/\{\{\w+\}\}|<\/?\w+>/)
    .map((part) => part.trim())
    .reduce((longest, part) => (part.length > longest.length ? part : longest), "");
}

/** Of the initiatives and KPIs that have a translation, what pages show. */
function initiativeTexts(): string[] {
  const files = ["initiatives", "kpis"].flatMap((folder) =>
    readdirSync(`content/${folder}`, { recursive: true, encoding: "utf8" }).map((file) => path.join("content", folder, file)),
  );
  return files
    .filter((file) => file.endsWith(".fi.yaml"))
    .flatMap((file) => {
      const said = new Set(sentencesIn(parse(readFileSync(file, "utf8"))));
      const { cost, chance, ...rest } = parse(readFileSync(file.replace(".fi.yaml", ".yaml"), "utf8")) as Record<string, unknown>;
      const shown = Object.entries(rest).filter(([key]) => SHOWN.includes(key));
      return sentencesIn([shown.map(([, texts]) => texts), cost, chance]).filter((text) => text.includes(" ") && !said.has(text));
    });
}

function assessmentTexts(): string[] {
  const files = CORE.flatMap((slug) =>
    readdirSync(`content/assessments/${slug}`, { recursive: true, encoding: "utf8" }).map((file) => path.join("content/assessments", slug, file)),
  );
  const english = files.filter((file) => file.endsWith(".yaml") && !/\.[a-z]{2}\.yaml$/.test(file) && !file.endsWith("published.yaml"));
  // Names of the sources stay as they are, and so do ids.
  return english.flatMap((file) => sentencesIn(parse(readFileSync(file, "utf8")))).filter((text) => text.includes(" "));
}

function sentencesIn(value: unknown, key = ""): string[] {
  if (typeof value === "string")
    return ["after", "work", "source"].includes(key)
      ? []
      : [
          value
            .replaceAll(/\s+/g, " ")
            .replaceAll(/(?<=\w)'/g, "’")
            .trim(),
        ];
  if (Array.isArray(value)) return value.flatMap((entry) => sentencesIn(entry, key));
  if (typeof value === "object" && value !== null) return Object.entries(value).flatMap(([name, entry]) => sentencesIn(entry, name));
  return [];
}
