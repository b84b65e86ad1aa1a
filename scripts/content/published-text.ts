import { stringify } from "yaml";
import type { PublishedFile } from "#app/domain/assessment/published-record.ts";

/** A record as `published.yaml` holds it: a line for each dimension and item, so that a difference between two versions can be read. */
export function publishedText({ slug, versions }: PublishedFile): string {
  return [
    "# Written by npm run content:publish. Do not edit: it says how earlier answers were scored.",
    `slug: ${slug}`,
    "versions:",
    ...versions.flatMap(({ version, cuts, dimensions, items }) => [
      `  - version: ${version}`,
      `    cuts: ${inOneLine(cuts)}`,
      "    dimensions:",
      ...dimensions.map((dimension) => `      - ${inOneLine(dimension)}`),
      "    items:",
      ...items.map((item) => `      - ${inOneLine(item)}`),
    ]),
    "",
  ].join("\n");
}

function inOneLine(value: object): string {
  return stringify(value, { collectionStyle: "flow", lineWidth: 0, flowCollectionPadding: false, aliasDuplicateObjects: false }).trim();
}
