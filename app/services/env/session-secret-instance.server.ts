let secret: string | undefined;

/** Binds the installation's secret; the server calls it once, before it listens. */
export function bindSessionSecret(value: string): void {
  secret = value;
}

/** What every process of the installation shares and no database holds. */
export function installationSecret(): string {
  if (!secret) throw new Error("the secret is used before it is known");
  return secret;
}
