/**
 * An address as it may be shown to whoever holds a link that was sent to it: enough to know one's own again, too little to write to it.
 * @example maskAddress("maria@example.com") // "m•••@example.com"
 */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf("@");
  const [first = ""] = address.slice(0, at);
  return `${first}•••${address.slice(at)}`;
}
