import { describe, expect, it } from "vitest";
import { translationFileSchema } from "./translation-schemas.ts";

const accepts = (file: string, value: unknown) => translationFileSchema(file).safeParse(value).success;
const x = (length: number) => "x".repeat(length);

describe("the shape of a translation file", () => {
  it.each<[file: string, field: string, most: number, value: (text: unknown) => unknown]>([
    ["assessment", "title", 70, (title) => ({ assessment: { source: "", title } })],
    ["assessment", "shortTitle", 32, (shortTitle) => ({ assessment: { source: "", shortTitle } })],
    ["assessment", "summary", 180, (summary) => ({ assessment: { source: "", summary } })],
    ["assessment", "introduction", 1200, (introduction) => ({ assessment: { source: "", introduction } })],
    ["assessment", "youGet", 200, (text) => ({ assessment: { source: "", youGet: [text] } })],
    ["assessment", "claim", 1200, (claim) => ({ assessment: { source: "", claim } })],
    ["assessment", "from", 200, (from) => ({ assessment: { source: "", from } })],
    ["assessment", "to", 200, (to) => ({ assessment: { source: "", to } })],
    ["assessment", "level name", 200, (name) => ({ levels: { l: { source: "", name } } })],
    ["assessment", "level paragraph", 1200, (paragraph) => ({ levels: { l: { source: "", paragraph } } })],
    ["assessment", "dimension title", 40, (title) => ({ dimensions: { d: { source: "", title } } })],
    ["assessment", "dimension summary", 200, (summary) => ({ dimensions: { d: { source: "", summary } } })],
    ["questions/d", "text", 240, (text) => ({ items: { i: { source: "", text } } })],
    ["questions/d", "why", 1200, (why) => ({ items: { i: { source: "", why } } })],
    ["questions/d", "evidence", 1200, (evidence) => ({ items: { i: { source: "", evidence } } })],
    ["questions/d", "label", 200, (o) => ({ items: { i: { source: "", options: { o } } } })],
    ["questions/d", "minLabel", 200, (minLabel) => ({ items: { i: { source: "", minLabel } } })],
    ["questions/d", "maxLabel", 200, (maxLabel) => ({ items: { i: { source: "", maxLabel } } })],
    ["questions/d", "from", 200, (from) => ({ items: { i: { source: "", from } } })],
    ["questions/d", "to", 200, (to) => ({ items: { i: { source: "", to } } })],
    ["questions/d", "position", 200, (text) => ({ items: { i: { source: "", positions: [text] } } })],
    ["readings", "low", 1200, (low) => ({ dimensions: { d: { source: "", low } } })],
    ["readings", "strength", 110, (strength) => ({ dimensions: { d: { source: "", strength } } })],
    ["readings", "weakness", 110, (weakness) => ({ dimensions: { d: { source: "", weakness } } })],
    ["readings", "flag title", 200, (title) => ({ flags: { f: { source: "", title } } })],
    ["readings", "flag text", 1200, (text) => ({ flags: { f: { source: "", text } } })],
    ["readings", "readout text", 1200, (text) => ({ readouts: { r: { source: "", text } } })],
    ["readings", "column", 200, (text) => ({ readouts: { r: { source: "", columns: [text] } } })],
    ["readings", "case title", 200, (title) => ({ readouts: { r: { source: "", cases: [{ title }] } } })],
    ["readings", "otherwise", 1200, (text) => ({ readouts: { r: { source: "", otherwise: { text } } } })],
    ["example", "title", 120, (title) => ({ example: { source: "", title } })],
    ["contradictions", "text", 400, (text) => ({ c: { source: "", text } })],
    ["start", "text", 120, (text) => ({ questions: { q: { source: "", text } } })],
    ["start", "label", 120, (label) => ({ questions: { q: { source: "", options: { o: { label } } } } })],
    ["start", "because", 110, (because) => ({ questions: { q: { source: "", options: { o: { because } } } } })],
    ["initiatives/people/i", "title", 70, (title) => ({ initiative: { source: "", title } })],
    ...["problem", "done", "effortReason", "free", "chance", "pilot", "byHand", "hypothesis", "refutedBy"].map(
      (key): [string, string, number, (text: unknown) => unknown] => ["initiatives/kpis/i", key, 900, (text) => ({ initiative: { source: "", [key]: text } })],
    ),
    ["initiatives/people/i", "step", 200, (text) => ({ initiative: { source: "", checklist: [text] } })],
    ["initiatives/people/i", "owner", 200, (owner) => ({ initiative: { source: "", owner } })],
    ["kpis/k", "title", 70, (title) => ({ kpi: { source: "", title } })],
    ["kpis/k", "formula", 900, (formula) => ({ kpi: { source: "", formula } })],
  ])("of %s keeps %s to %d characters, as English is, or none", (file, _field, most, value) => {
    for (const text of [x(most), "", " "]) expect(accepts(file, value(text))).toBe(true);
    for (const text of [x(most + 1), 1, null, [x(1)]]) expect(accepts(file, value(text))).toBe(false);
  });

  it("has no keys but its own, and a source in every entry", () => {
    for (const file of ["assessment", "questions/d", "readings", "example", "start", "initiatives/people/i", "kpis/k"]) {
      expect(accepts(file, {})).toBe(true);
      expect(accepts(file, { more: {} })).toBe(false);
    }
    expect(accepts("assessment", { levels: { l: { source: "", title: "t" } } })).toBe(false);
    expect(accepts("assessment", { levels: { l: { name: "n" } } })).toBe(false);
    expect(accepts("assessment", { levels: { "Not an id": { source: "" } } })).toBe(false);
    expect(accepts("questions/d", { items: { i: { source: "", minlabel: "m" } } })).toBe(false);
    expect(accepts("initiatives/people/i", { initiative: { source: "", reason: "r" } })).toBe(false);
    expect(accepts("kpis/k", { kpi: { source: "", pitfall: "p" } })).toBe(false);
    expect(accepts("kpis/k", { kpi: { title: "t" } })).toBe(false);
  });

  it("takes twelve hex digits or nothing as source", () => {
    const takes = (source: unknown) => accepts("contradictions", { c: { source, text: "t" } });
    for (const source of ["", "0123456789ab"]) expect(takes(source)).toBe(true);
    for (const source of ["0123456789a", "0123456789abc", "0123456789AB", "0123456789ag", " 0123456789ab", 123456789012, null])
      expect(takes(source)).toBe(false);
  });
});
