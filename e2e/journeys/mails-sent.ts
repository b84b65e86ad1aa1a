import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "@playwright/test";
import PostalMime, { type Email } from "postal-mime";

/** Where the product under test puts its mails (playwright.config.ts). */
const OUTBOX = path.join(process.env["E2E_DATA_DIR"] ?? ".cache/e2e-data", "outbox");

/** The first mail to an address that nobody else writes to; waits until it has gone out. */
export async function mailTo(address: string): Promise<Email> {
  const found: Email[] = [];
  await expect.poll(async () => found.push(...(await mailsTo(address))), { timeout: 30_000 }).toBeGreaterThan(0);
  return found[0]!;
}

/** The link that stands on a line of its own in a mail's plain text. */
export function linkIn({ text }: Email): string {
  return /^https?:\/\/\S+$/m.exec(text ?? "")![0];
}

async function mailsTo(address: string): Promise<Email[]> {
  const files = existsSync(OUTBOX) ? readdirSync(OUTBOX).filter((file) => file.endsWith(".eml")) : [];
  const mails = await Promise.all(files.sort().map((file) => PostalMime.parse(readFileSync(path.join(OUTBOX, file)))));
  return mails.filter(({ to }) => to?.some((reader) => reader.address === address));
}
