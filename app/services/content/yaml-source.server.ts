import { type Document, isMap, isNode, isScalar, isSeq, type LineCounter, type Node } from "yaml";

type Path = readonly (string | number)[];

/** A YAML file that can say on which line a part of its value stands. */
export type YamlSource = {
  /** Relative to the content directory. */
  file: string;
  /** Line of the node at this path, or of the nearest part around it. */
  lineAt(path: Path): number;
  /** Whether something is written at this path. */
  has(path: Path): boolean;
};

export function sourceOf(file: string, document: Document.Parsed, lines: LineCounter): YamlSource {
  const walk = (path: Path) => {
    let node: unknown = document.contents;
    let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
    for (const step of path) {
      const next = stepInto(node, step);
      if (!next) return { offset, found: false };
      offset = next.offset;
      node = next.value;
    }
    return { offset, found: true };
  };
  return {
    file,
    lineAt: (path) => lines.linePos(walk(path).offset).line || 1,
    has: (path) => walk(path).found,
  };
}

/** One step down: the offset of a map's key or of a list's entry, and the node under it. */
function stepInto(node: unknown, step: string | number): { offset: number; value: unknown } | null {
  if (isMap(node)) {
    const pair = node.items.find((p) => isScalar(p.key) && String(p.key.value) === String(step));
    return pair ? { offset: (pair.key as Node).range?.[0] ?? 0, value: pair.value } : null;
  }
  const entry: unknown = isSeq(node) ? node.items[Number(step)] : undefined;
  return isNode(entry) ? { offset: entry.range?.[0] ?? 0, value: entry } : null;
}
