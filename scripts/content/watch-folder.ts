import { type FSWatcher, readdirSync, watch } from "node:fs";
import { join } from "node:path";

/** Editors write a file in several steps; what comes within this time is one change. */
const SETTLE_MS = 100;

/**
 * Calls `changed` after files under the folder have changed, once for changes that come together. Returns what ends it.
 *
 * Every folder is watched by itself: Node's `recursive` loses a file on Linux as soon as an editor saves it by renaming.
 * @throws when the folder is not there
 */
export function watchFolder(directory: string, changed: () => void): () => void {
  let settling: NodeJS.Timeout | undefined;
  let watchers: FSWatcher[] = [];
  const noted = () => {
    clearTimeout(settling);
    settling = setTimeout(() => {
      // Folders may have come and gone. Whatever happens meanwhile is in what `changed` reads.
      close();
      open(directory);
      changed();
    }, SETTLE_MS);
  };
  const open = (folder: string) => {
    watchers.push(watch(folder, noted).on("error", noted));
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory()) openWhatIsThere(join(folder, entry.name));
    }
  };
  const openWhatIsThere = (folder: string) => {
    try {
      open(folder);
    } catch {
      // It went away between being listed and being watched; the folder above tells.
    }
  };
  const close = () => {
    clearTimeout(settling);
    for (const watcher of watchers) watcher.close();
    watchers = [];
  };
  open(directory);
  return close;
}
