let isOn = false;

/** Whether this installation has the demonstration; the server says so once, before it listens. */
export function bindDemo(value: boolean): void {
  isOn = value;
}

export function hasDemo(): boolean {
  return isOn;
}

/** @throws Response 404 where this installation has none */
export function requireDemo(): void {
  if (!isOn) throw new Response("Not found", { status: 404 });
}
