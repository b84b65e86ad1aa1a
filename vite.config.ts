import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";
import remixConfig from "./remix.config.js";

/**
 * The server build starts at our own server, which imports Remix's: one module graph, so that a database connection
 * opened at boot is the one the routes see.
 */
const ownServer: Plugin = {
  name: "pinhigh-own-server",
  enforce: "post",
  config: (_, { isSsrBuild }) => (isSsrBuild ? { build: { rollupOptions: { input: "server/main.ts" } } } : {}),
};

/** What every page has, and what every screen of questions has. */
const TOGETHER = [
  {
    name: "page",
    files: [
      ...["components/layout/page.tsx", "components/ui/focus-on-arrival.tsx", "components/forms/error-summary.tsx"],
      ...["components/words/use-days.tsx", "domain/report/display.ts"],
    ],
  },
  {
    name: "answers",
    files: ["components/forms/answer-fields.tsx", "components/forms/choice.tsx", "components/ui/carried-from.tsx", "components/forms/unreachable.ts"],
  },
];

/**
 * Every page loads the list of all routes with the files that each needs, so that long names weigh on every first visit; and each of a few
 * small files that always come together weighs more than one.
 */
const fewShortNames: Plugin = {
  name: "pinhigh-few-short-names",
  config: (_, { isSsrBuild }) =>
    isSsrBuild
      ? {}
      : {
          build: {
            rollupOptions: {
              output: {
                experimentalMinChunkSize: 250,
                entryFileNames: "assets/[hash:7].js",
                chunkFileNames: "assets/[hash:7].js",
                manualChunks: (id) => TOGETHER.find(({ files }) => files.some((file) => id.endsWith(file)))?.name,
              },
            },
          },
        },
};

const REPORTED = "console.error(e);";

/**
 * Whoever follows a link while the page of another is still arriving has asked for nothing wrong. Remix reports the reading that it broke off
 * itself as an error in the console; every other failure to read is still reported.
 */
const quietWhenAnotherIsAskedFor: Plugin = {
  name: "pinhigh-quiet-when-another-is-asked-for",
  transform(code, id) {
    if (!id.endsWith("@remix-run/react/dist/esm/single-fetch.js")) return null;
    if (code.split(REPORTED).length !== 2) this.error("Remix reports a broken reading elsewhere now; see quietWhenAnotherIsAskedFor.");
    return { code: code.replace(REPORTED, `if (!init.signal?.aborted) ${REPORTED}`), map: null };
  },
};

export default defineConfig({
  plugins: [tailwindcss(), remix(remixConfig), ownServer, fewShortNames, quietWhenAnotherIsAskedFor],
  build: {
    target: "es2022",
    chunkSizeWarningLimit: 700,
    // Four kilobytes less on a first visit than esbuild leaves, most of them in the router and React.
    minify: "terser",
    terserOptions: { module: true, compress: { passes: 3, ecma: 2020 } },
    rollupOptions: {
      onwarn(warning, warn) {
        // Resource routes have nothing for the browser, and zod's notes to other bundlers mean nothing to this one.
        if (warning.code === "EMPTY_BUNDLE" || warning.code === "INVALID_ANNOTATION") return;
        warn(warning);
      },
    },
  },
  optimizeDeps: { include: ["react-hook-form", "@hookform/resolvers/zod", "zod", "chart.js", "react-chartjs-2"] },
});
