/**
 * What is wrong with a piece of content, and what to do about it. `path` leads to the place in the checked value
 * (keys and list positions); whoever read the file turns it into a line.
 */
export type ContentProblem = { path: (string | number)[]; message: string; fix: string };

/** A problem for every id that stands for a second time; `pathOf` says where the one at this position is. */
export function repeated(ids: readonly string[], what: string, pathOf: (index: number) => (string | number)[]): ContentProblem[] {
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index ? [] : [{ path: pathOf(index), message: `${what} "${id}" stands twice`, fix: "rename or remove the second one" }],
  );
}
