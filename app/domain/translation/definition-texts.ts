import type { Definition, Item, Readout } from "../assessment/definition.ts";
import { entriesOf, type Reword, type TextEntry } from "./text-entry.ts";

/**
 * The same definition with its texts reworded, entry by entry. What is no text stays: ids, values and codes, the names of
 * the source (`source.after`, `source.work`) and the citation of a ranking readout.
 */
export function rewordDefinition(definition: Definition, reword: Reword): Definition {
  const { title, shortTitle, summary, introduction, youGet, source, line } = definition;
  const heading = { title, shortTitle, summary, introduction, youGet, claim: source.claim, from: line.from, to: line.to };
  const { claim, from, to, ...head } = reword({ key: "assessment", file: "assessment", path: ["assessment"] }, heading);
  return {
    ...definition,
    ...head,
    source: { ...source, claim },
    line: { from, to },
    levels: definition.levels.map((level) => ({
      ...level,
      ...reword(placeIn("assessment", "levels", level.id), { name: level.name, paragraph: level.paragraph }),
    })),
    dimensions: definition.dimensions.map((dimension) => ({
      ...dimension,
      ...reword(placeIn("assessment", "dimensions", dimension.id), { title: dimension.title, summary: dimension.summary }),
    })),
    items: definition.items.map((item) => rewordItem(item, reword)),
    readings: Object.fromEntries(
      Object.entries(definition.readings).map(([id, { low, middle, high, strength, weakness }]) => [
        id,
        // Both files of an assessment have a section `dimensions`; the key tells them apart.
        reword({ key: `readings/${id}`, file: "readings", path: ["dimensions", id] }, { low, middle, high, strength, weakness }),
      ]),
    ),
    flags: definition.flags.map((flag) => ({ ...flag, ...reword(placeIn("readings", "flags", flag.id), { title: flag.title, text: flag.text }) })),
    readouts: definition.readouts.map((readout) => rewordReadout(readout, reword)),
  };
}

/** The entries of a definition, in the order of its files. */
export function definitionEntries(definition: Definition): TextEntry[] {
  return entriesOf((reword) => rewordDefinition(definition, reword));
}

function placeIn(file: string, section: string, id: string) {
  return { key: `${section}/${id}`, file, path: [section, id] };
}

function rewordItem(item: Item, reword: Reword): Item {
  const place = placeIn(`questions/${item.dimension}`, "items", item.id);
  const { text, why, evidence } = item;
  switch (item.kind) {
    case "single":
    case "multi":
    case "ranking": {
      const { options, ...asked } = reword(place, { text, why, evidence, options: labelsOf(item.options) });
      // Each kind has options of its own shape; what is added to them is the same.
      return { ...item, ...asked, options: item.options.map((option) => ({ ...option, label: options[option.id]! })) } as Item;
    }
    case "scale":
      return { ...item, ...reword(place, { text, why, evidence, minLabel: item.minLabel, maxLabel: item.maxLabel }) };
    case "shift":
      return { ...item, ...reword(place, { text, why, evidence, from: item.from, to: item.to, positions: item.positions }) };
    case "number":
      return { ...item, ...reword(place, { text, why, evidence }) };
  }
}

function labelsOf(options: readonly { id: string; label: string }[]): Record<string, string> {
  return Object.fromEntries(options.map(({ id, label }) => [id, label]));
}

function rewordReadout(readout: Readout, reword: Reword): Readout {
  const place = placeIn("readings", "readouts", readout.id);
  switch (readout.kind) {
    case "verdict": {
      const told = { title: readout.title, cases: readout.cases.map(({ title, text }) => ({ title, text })), otherwise: readout.otherwise };
      const { cases, ...rest } = reword(place, told);
      return { ...readout, ...rest, cases: readout.cases.map((one, i) => ({ ...one, ...cases[i]! })) };
    }
    case "matrix":
      return { ...readout, ...reword(place, { title: readout.title, text: readout.text, columns: readout.columns }) };
    default:
      return { ...readout, ...reword(place, { title: readout.title, text: readout.text }) };
  }
}
