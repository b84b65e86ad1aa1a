import { defineConfig } from "vitest/config";

/** Tests of services that start the product as it is shipped, or look at what was built. */
const BUILT = ["tests/services/{changed-content,new-assessment,plan-first}.test.ts"];
const REAL_DATABASES = { environment: "node", testTimeout: 120_000, hookTimeout: 240_000, fileParallelism: false } as const;

export default defineConfig({
  test: {
    projects: [
      { test: { name: "unit", include: ["app/**/*.test.ts"], environment: "node", testTimeout: 60_000 } },
      { test: { name: "services", include: ["tests/services/**/*.test.ts"], exclude: BUILT, globalSetup: "tests/setup/databases-once.ts", ...REAL_DATABASES } },
      { test: { name: "integration", include: ["tests/{routes,faults}/**/*.test.ts", ...BUILT], globalSetup: "tests/setup/build-once.ts", ...REAL_DATABASES } },
    ],
  },
});
