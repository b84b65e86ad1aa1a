import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "@playwright/test";
import PostalMime from "postal-mime";

/**
 * The link in the newest mail to an address, as its reader would follow it; waits until it is there. Mails without a server to take them land in the data folder.
 * @param place that the link leads to, where there is more than one mail
 */
export async function mailedLink(dataDirectory: string, address: string, place = ""): Promise<string> {
  let link: string | undefined;
  await expect
    .poll(
      async () => {
        const links = (await mailsTo(path.join(dataDirectory, "outbox"), address)).map((text) => /https?:\/\/\S+/.exec(text)?.[0]);
        return (link = links.findLast((found) => found?.includes(place)));
      },
      { timeout: 90_000 },
    )
    .toBeDefined();
  return link!;
}

async function mailsTo(folder: string, address: string): Promise<string[]> {
  const files = filesIn(folder).filter((name) => name.endsWith(".eml"));
  const mails = await Promise.all(files.sort().map((name) => PostalMime.parse(readFileSync(path.join(folder, name)))));
  return mails.filter(({ to }) => to?.some((one) => one.address === address)).map(({ text }) => text ?? "");
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Not there before the first mail.
    return [];
  }
}
