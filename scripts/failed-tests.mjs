// What failed, as lines to print: a log is often kept by its end only, and a run of an hour that ends in "2 failed" has said nothing.

const MESSAGE_LINES = 12;
const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, "g");

/** Of vitest's JSON report: a line for each test that failed, and for each file that could not be run, with the beginning of its message. */
export function failedOfVitest({ testResults }) {
  return testResults.flatMap((file) => {
    const failed = file.assertionResults.filter(({ status }) => status === "failed");
    if (failed.length === 0) return file.status === "failed" ? [told(file.name, file.message)] : [];
    return failed.map(({ fullName, failureMessages }) => told(`${file.name} › ${fullName}`, failureMessages.join("\n")));
  });
}

/** Of Playwright's JSON report: the same, for the tests that did not end as expected and for what failed outside of them. */
export function failedOfPlaywright({ suites, errors }) {
  return [...suites.flatMap(failedSpecs), ...errors.map(({ message }) => told("outside of the tests", message))];
}

function failedSpecs({ suites = [], specs = [] }) {
  const own = specs.flatMap(({ file, line, title, tests }) =>
    tests
      .filter(({ status }) => status === "unexpected")
      .map(({ results }) => told(`${file}:${line} › ${title}`, results.flatMap(({ errors }) => errors.map(({ message }) => message)).join("\n"))),
  );
  return [...own, ...suites.flatMap(failedSpecs)];
}

function told(name, message) {
  const lines = (message ?? "").replaceAll(COLOURS, "").split("\n").slice(0, MESSAGE_LINES);
  return [`FAILED: ${name}`, ...lines.map((line) => `  ${line}`)].join("\n");
}
