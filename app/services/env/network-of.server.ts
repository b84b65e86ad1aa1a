/**
 * Where a request comes from, as its tries are counted: an IPv4 address, or of IPv6 the network of 64 bits that one connection has to
 * itself and may choose every address in. Anything else as it is; "unknown" where nothing is known.
 * @example networkOf("2001:db8::1") is "2001:db8:0:0::/64"
 */
export function networkOf(address: string | undefined): string {
  if (address === undefined) return "unknown";
  const groups = groupsOf(address);
  if (!groups) return address;
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (isMapped)
    return groups
      .slice(6)
      .flatMap((group) => [group >> 8, group & 255])
      .join(".");
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(":")}::/64`;
}

/** The eight groups of an IPv6 address; null for anything else. */
function groupsOf(address: string): number[] | null {
  const url = `http://[${address.split("%")[0]}]/`;
  if (!address.includes(":") || !URL.canParse(url)) return null;
  // Written in one way: without an IPv4 address at its end, and with at most one "::".
  const [before, after] = new URL(url).hostname.slice(1, -1).split("::");
  const numbers = (text: string | undefined) => (text ? text.split(":").map((group) => Number.parseInt(group, 16)) : []);
  const [head, tail] = [numbers(before), numbers(after)];
  return [...head, ...Array<number>(8 - head.length - tail.length).fill(0), ...tail];
}
