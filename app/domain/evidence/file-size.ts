import type { Words } from "../../words/say.ts";
import { displayAmount } from "../report/display.ts";

const KILOBYTE = 1024;

/** The size of a file in words, in kilobytes of 1,024 bytes below one megabyte; never less than one. @param size bytes */
export function fileSizeText(size: number, { say, language }: Words): string {
  const kilobytes = Math.max(1, Math.round(size / KILOBYTE));
  if (kilobytes < KILOBYTE) return say("evidence:kilobytes", { size: displayAmount(kilobytes, language) });
  return say("evidence:megabytes", { size: displayAmount(Math.round((size / KILOBYTE ** 2) * 10) / 10, language) });
}
