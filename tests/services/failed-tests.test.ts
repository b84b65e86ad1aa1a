// A log kept by its end only has to say there what failed: the names come from the reports of both runners.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";

const SCRIPT = pathToFileURL(path.resolve("scripts/failed-tests.mjs")).href;

function told(runner: "failedOfVitest" | "failedOfPlaywright", report: object): string {
  const program = `import { ${runner} as failed } from ${JSON.stringify(SCRIPT)}; console.log(failed(JSON.parse(process.argv[1])).join("\\n"));`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", program, JSON.stringify(report)], { encoding: "utf8" });
  expect(status, stderr).toBe(0);
  return stdout;
}

describe("what failed", () => {
  it("of vitest: each test with its file and message, and a file that could not be run", () => {
    const report = {
      testResults: [
        {
          name: "/app/sum.test.ts",
          status: "failed",
          message: "",
          assertionResults: [
            { status: "passed", fullName: "sums one", failureMessages: [] },
            { status: "failed", fullName: "sums two", failureMessages: ["expected 1 to be 2\n    at sum.test.ts:4"] },
          ],
        },
        { name: "/app/gone.test.ts", status: "failed", message: "Cannot find module", assertionResults: [] },
        { name: "/app/well.test.ts", status: "passed", message: "", assertionResults: [] },
      ],
    };
    expect(told("failedOfVitest", report)).toBe(
      "FAILED: /app/sum.test.ts › sums two\n  expected 1 to be 2\n      at sum.test.ts:4\nFAILED: /app/gone.test.ts\n  Cannot find module\n",
    );
  });

  it("of Playwright: specs however deep they stand, without colours, and what failed outside of them", () => {
    const spec = (title: string, status: string, message: string) => ({
      file: "board.spec.ts",
      line: 7,
      title,
      tests: [{ status, results: [{ errors: [{ message }] }] }],
    });
    const report = {
      errors: [{ message: "the server did not start" }],
      suites: [{ specs: [spec("opens", "expected", "")], suites: [{ specs: [spec("moves", "unexpected", "\u001b[31mnot visible\u001b[39m")], suites: [] }] }],
    };
    expect(told("failedOfPlaywright", report)).toBe(
      "FAILED: board.spec.ts:7 › moves\n  not visible\nFAILED: outside of the tests\n  the server did not start\n",
    );
  });
});
