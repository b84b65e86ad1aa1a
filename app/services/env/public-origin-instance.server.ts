let origin: string | undefined;

/** Binds the public origin; the server calls it once it knows its port. */
export function bindPublicOrigin(value: string): void {
  origin = value;
}

/** Links that leave the product (save and return, QR) are built from the configured origin only, never from a request. */
export function publicOrigin(): string {
  if (!origin) throw new Error("the public origin is used before it is known");
  return origin;
}
