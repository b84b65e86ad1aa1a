import { useSyncExternalStore } from "react";

const query = "(prefers-color-scheme: dark)";

/** Changes when the visitor switches between light and dark, so that canvases are drawn anew. */
export function useColourScheme(): "light" | "dark" {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query);
      list.addEventListener("change", changed);
      return () => list.removeEventListener("change", changed);
    },
    () => (matchMedia(query).matches ? "dark" : "light"),
    () => "light",
  );
}
