import { Document } from "yaml";
import { loadContent } from "#app/services/content/load-content.server.ts";
import { type ContentTree, validContentTree, withContentTree } from "./content-tree.ts";
import { marked } from "./translation.ts";

/** The valid tree with a Finnish translation of everything in it: the English texts with "fi: " before them. */
export function translatedContentTree(): ContentTree {
  const tree = validContentTree();
  const loaded = withContentTree(tree, loadContent);
  if ("problems" in loaded) throw new Error("the fixture has problems");
  const files = new Map<string, Document>();
  for (const { translationFile, path, hash, texts } of loaded.translations.flatMap(({ entries }) => entries)) {
    const document = files.get(translationFile) ?? new Document({});
    document.setIn(path, document.createNode({ source: hash, ...marked(texts) }));
    files.set(translationFile, document);
  }
  return { ...tree, ...Object.fromEntries([...files].map(([file, document]) => [file, document.toString()])) };
}
