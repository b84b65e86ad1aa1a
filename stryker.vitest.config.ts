import { defineConfig } from "vitest/config";

/** What a mutation run needs: the domain's own tests and the content check's, without a build and with short oracle runs. */
export default defineConfig({
  test: {
    include: ["app/domain/**/*.test.ts", "tests/services/content-{check,references}.test.ts"],
    environment: "node",
    // As in the unit project: an instrumented oracle on a busy machine takes longer than the five seconds that are the default.
    testTimeout: 60_000,
    env: { ORACLE_RUNS: "150" },
  },
});
