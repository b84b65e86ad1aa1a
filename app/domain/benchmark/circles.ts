/**
 * Consultancies that know a result together are one circle, with all that any of them knows: what none of them may learn is then kept from each. So
 * an organisation is in one circle however many work for it.
 *
 * @param known of each result the consultancies that know it
 * @returns of the consultancies of one result their circle, named by the first of its names; null for none
 */
export function circlesFrom(known: Iterable<readonly string[]>): (consultancies: readonly string[]) => string | null {
  const above = new Map<string, string>();
  const top = (name: string): string => {
    let at = name;
    for (let next = above.get(at); next !== undefined; next = above.get(at)) at = next;
    if (at !== name) above.set(name, at);
    return at;
  };
  for (const [first, ...others] of known) {
    for (const other of others) {
      const [a, b] = [top(first!), top(other)];
      if (a !== b) above.set(a < b ? b : a, a < b ? a : b);
    }
  }
  return ([first]) => (first === undefined ? null : top(first));
}
