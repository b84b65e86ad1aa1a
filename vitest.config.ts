import { defineConfig } from "vitest/config";

/** Tests of services that start the product as it is shipped, or look at what was built. */
const BUILT = ["tests/services/{changed-content,new-assessment,plan-first}.test.ts"];
const REAL_DATABASES = { environment: "node", testTimeout: 120_000, hookTimeout: 240_000 } as const;
/** Each file has databases of its own, so two of them go side by side; a file that starts the product has both cores at work already. */
const TWO_FILES = { ...REAL_DATABASES, maxWorkers: 2, sequence: { groupOrder: 1 } };
const ONE_FILE = { ...REAL_DATABASES, fileParallelism: false, sequence: { groupOrder: 2 } };

export default defineConfig({
  test: {
    projects: [
      { test: { name: "unit", include: ["app/**/*.test.ts"], environment: "node", testTimeout: 60_000 } },
      { test: { name: "services", include: ["tests/services/**/*.test.ts"], exclude: BUILT, globalSetup: "tests/setup/databases-once.ts", ...TWO_FILES } },
      { test: { name: "integration", include: ["tests/{routes,faults}/**/*.test.ts", ...BUILT], globalSetup: "tests/setup/build-once.ts", ...ONE_FILE } },
    ],
  },
});
