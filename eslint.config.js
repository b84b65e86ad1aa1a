import { createTypeScriptImportResolver } from "eslint-import-resolver-typescript";
import { importX } from "eslint-plugin-import-x";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/** Rooms and the arrows between them (docs/decisions/0002): a room may import what stands after it, and itself. */
const rooms = {
  words: [],
  domain: ["words"],
  paths: [],
  components: ["domain", "paths", "words"],
  services: ["domain", "paths", "words"],
  routes: ["components", "services", "domain", "paths", "words"],
};
const all = Object.keys(rooms);
const place = (room) => (room === "paths" ? "./app/paths.ts" : `./app/${room}`);
const zones = all.flatMap((room) =>
  all
    .filter((other) => other !== room && !rooms[room].includes(other))
    .map((other) => ({ target: place(room), from: place(other), message: `${room} may not import from ${other}` })),
);

const noDatabase = { name: "@prisma/client", message: "Only services see the database." };
const noCharts = { name: "chart.js", message: "Only components/charts draws with Chart.js." };
const noEnvironment = { object: "process", property: "env", message: "Only services/env reads the environment." };
const unnamed = "A file called utils, helpers, misc, common, lib or service has not found its name.";

export default tseslint.config(
  { ignores: ["build/", "node_modules/", "data/", ".cache/", "coverage/", "reports/", ".stryker-tmp/", "test-results/", "playwright-report/"] },
  ...tseslint.configs.recommended,
  {
    files: ["**/*.{ts,tsx,js,mjs}"],
    plugins: { "import-x": importX },
    // Without the extensions no-cycle reads no TypeScript file, and finds nothing.
    settings: {
      "import-x/extensions": [".ts", ".tsx", ".js", ".mjs"],
      "import-x/resolver-next": [createTypeScriptImportResolver({ project: "./tsconfig.json" })],
    },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "import-x/no-cycle": "error",
      "import-x/no-restricted-paths": [
        "error",
        {
          zones: [
            ...zones,
            { target: "./server", from: "./app", except: ["./services", "./words"], message: "server may only import from services and words" },
            { target: "./app", from: "./server", message: "nothing in app knows the server" },
            { target: ["./app/**/!(*.test).ts", "./app/**/*.tsx", "./server/**/*.ts"], from: "./tests/**/*", message: "the product does not import its tests" },
          ],
        },
      ],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "max-lines": ["error", { max: 400, skipBlankLines: true, skipComments: true }],
      eqeqeq: ["error", "smart"],
    },
  },
  {
    files: ["app/domain/**/*.ts"],
    ignores: ["**/*.test.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: [{ regex: "^(?!zod$|\\.{1,2}/)", message: "The domain is pure: it imports zod, words and itself, by relative paths." }] },
      ],
      "no-restricted-globals": ["error", "process", "window", "document", "fetch", "setTimeout", "setInterval", "performance", "crypto"],
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: "Randomness is an argument." },
        { object: "Date", property: "now", message: "Time is an argument." },
      ],
      "no-restricted-syntax": ["error", { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "Time is an argument." }],
    },
  },
  {
    files: ["app/domain/{agreement,change,benchmark}/**/*.ts"],
    ignores: ["**/*.test.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [{ regex: "^(?!zod$|jstat$|\\.{1,2}/)", message: "These parts of the domain import zod, jstat, words and the domain, by relative paths." }],
        },
      ],
    },
  },
  {
    files: ["app/**/*.{ts,tsx}"],
    ignores: ["app/services/**", "app/domain/**", "app/components/charts/**", "**/*.test.ts"],
    rules: {
      "no-restricted-imports": ["error", { paths: [noDatabase, noCharts] }],
      "no-restricted-properties": ["error", noEnvironment],
    },
  },
  { files: ["app/components/charts/**"], rules: { "no-restricted-imports": ["error", { paths: [noDatabase] }] } },
  {
    files: ["app/services/**/*.ts"],
    ignores: [
      "app/services/**/*.server.ts",
      "app/services/roadmap/*plan-worker.ts",
      "app/services/results/team-worker.ts",
      "app/services/benchmark/snapshot-worker.ts",
    ],
    rules: {
      "no-restricted-syntax": ["error", { selector: "Program", message: "A file of services is called *.server.ts: the suffix keeps it out of the browser." }],
    },
  },
  { files: ["app/**/*.tsx", "app/**/use-*.ts"], ...reactHooks.configs.flat["recommended-latest"] },
  {
    files: ["**/{utils,helpers,misc,common,lib,service}.*", "**/{utils,helpers,misc,common,lib}/**"],
    rules: { "no-restricted-syntax": ["error", { selector: "Program", message: unnamed }] },
  },
);
