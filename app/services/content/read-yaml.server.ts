import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Document, isAlias, isCollection, isScalar, LineCounter, type Node, parseDocument, visit, type YAMLError } from "yaml";
import type { z } from "zod";
import { shapeProblems } from "./shape-problems.server.ts";
import { inSource, type SourceProblem } from "./source-problem.server.ts";
import { typeset } from "./typeset.server.ts";
import { sourceOf, type YamlSource } from "./yaml-source.server.ts";

/** `value` is null when the file does not have the shape asked for; the problems then say why. */
export type YamlFile<T> = { source: YamlSource; value: T | null; problems: SourceProblem[] };

/**
 * Reads one file of the content directory as YAML 1.2 of the given shape. Content is plain data: repeated keys, anchors,
 * aliases and tags are errors, because each makes a file mean something other than what it seems to say; so is text that
 * the database could not keep. Texts come as they are shown, with typographic apostrophes.
 */
export function readYaml<T>(directory: string, file: string, schema: z.ZodType<T>): YamlFile<T> {
  let text: string;
  try {
    text = readFileSync(join(directory, file), "utf8");
  } catch {
    const source = { file, lineAt: () => 1, has: () => false };
    return { source, value: null, problems: [{ file, line: 1, message: "the file cannot be read", fix: "add the file" }] };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true, version: "1.2" });
  const source = sourceOf(file, document, lines);
  const problems = [...syntaxProblems(file, document, lines), ...forbiddenNodes(file, document, lines)];
  if (problems.length > 0) return { source, value: null, problems };
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { source, value: typeset(parsed.data), problems: [] };
  return { source, value: null, problems: inSource(source, shapeProblems(parsed.error.issues, source)) };
}

function syntaxProblems(file: string, document: Document.Parsed, lines: LineCounter): SourceProblem[] {
  const at = (error: YAMLError) => lines.linePos(error.pos[0]).line || 1;
  const twice = document.errors.filter((error) => error.code === "DUPLICATE_KEY");
  // After a first slip of the syntax, the parser reads the rest as something it is not.
  const slips = document.errors.filter((error) => error.code !== "DUPLICATE_KEY").slice(0, 1);
  return [
    ...twice.map((error) => ({ file, line: at(error), message: "this key stands twice", fix: "keep one of the two" })),
    ...slips.map((error) => ({
      file,
      line: at(error),
      message: `not valid YAML: ${error.message}`,
      fix: "correct the YAML; quote text that holds a colon",
    })),
  ];
}

function forbiddenNodes(file: string, document: Document.Parsed, lines: LineCounter): SourceProblem[] {
  const problems: SourceProblem[] = [];
  const forbid = (node: Node, message: string, fix: string) => problems.push({ file, line: lines.linePos(node.range?.[0] ?? 0).line || 1, message, fix });
  visit(document, {
    Node: (_key, node) => {
      const what = isAlias(node) ? "an alias" : node.anchor ? "an anchor" : node.tag ? "a tag" : null;
      if (what !== null) forbid(node, `${what} is not allowed`, "write the value out");
      if (isScalar(node) && typeof node.value === "string" && !isStorable(node.value)) {
        forbid(node, "this text has characters that cannot be stored", "remove NUL and unpaired surrogates");
      }
    },
    Pair: (_key, { key }) => {
      // An object would swallow this one without a word.
      if (isScalar(key) && key.value === "__proto__") forbid(key, "this key is not allowed", "use another name");
      if (isCollection(key)) forbid(key, "a list or map cannot be a key", "use a name");
    },
  });
  return problems;
}

function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes("\u0000");
}
