import { ESLint } from "eslint";
import { beforeAll, describe, expect, it } from "vitest";

let eslint: ESLint;
beforeAll(() => {
  eslint = new ESLint();
});

/** Rules that an invented file of the product breaks. */
async function broken(filePath: string, text: string): Promise<{ rules: string[]; messages: string }> {
  const [result] = await eslint.lintText(text, { filePath });
  const errors = result!.messages.filter((message) => message.severity === 2);
  return { rules: errors.map((e) => e.ruleId ?? "syntax"), messages: errors.map((e) => e.message).join("\n") };
}

const uses = (specifier: string, name = "thing") => `import { ${name} } from "${specifier}";\n\nexport const used = ${name};\n`;

const FORBIDDEN: [string, string, string, string][] = [
  [
    "the domain imports a service",
    "app/domain/scoring/invented.ts",
    uses("../../services/responses/score-response.server.ts", "scoreResponse"),
    "import-x/no-restricted-paths",
  ],
  [
    "the domain imports a service by alias",
    "app/domain/scoring/invented.ts",
    uses("#app/services/responses/score-response.server.ts", "scoreResponse"),
    "no-restricted-imports",
  ],
  ["the domain imports a component", "app/domain/scoring/invented.ts", uses("../../components/layout/page.tsx", "Page"), "import-x/no-restricted-paths"],
  ["the domain imports the paths", "app/domain/scoring/invented.ts", uses("../../paths.ts", "paths"), "import-x/no-restricted-paths"],
  ["the domain imports a part of Node", "app/domain/scoring/invented.ts", uses("node:crypto", "randomBytes"), "no-restricted-imports"],
  ["the domain imports a part of Node by its old name", "app/domain/scoring/invented.ts", uses("fs", "readFileSync"), "no-restricted-imports"],
  ["the domain imports a package", "app/domain/scoring/invented.ts", uses("yaml", "parse"), "no-restricted-imports"],
  ["the domain reads the clock", "app/domain/scoring/invented.ts", "export const now = Date.now();\n", "no-restricted-properties"],
  ["the domain makes a date of now", "app/domain/scoring/invented.ts", "export const now = new Date();\n", "no-restricted-syntax"],
  ["the domain throws dice", "app/domain/scoring/invented.ts", "export const chance = Math.random();\n", "no-restricted-properties"],
  ["the domain reads the environment", "app/domain/scoring/invented.ts", "export const env = process.env;\n", "no-restricted-globals"],
  ["the domain measures time", "app/domain/scoring/invented.ts", "export const now = performance.now();\n", "no-restricted-globals"],
  ["the domain asks the network", "app/domain/scoring/invented.ts", 'export const reply = fetch("/");\n', "no-restricted-globals"],
  [
    "a component imports a service",
    "app/components/layout/invented.tsx",
    uses("#app/services/content/catalog-instance.server.ts", "catalog"),
    "import-x/no-restricted-paths",
  ],
  ["a component imports a route", "app/components/layout/invented.tsx", uses("../../routes/home/route.tsx", "QUIZ"), "import-x/no-restricted-paths"],
  ["a component reads the environment", "app/components/layout/invented.tsx", "export const env = process.env;\n", "no-restricted-properties"],
  [
    "a service imports a component",
    "app/services/content/invented.server.ts",
    uses("../../components/layout/page.tsx", "Page"),
    "import-x/no-restricted-paths",
  ],
  ["a service imports a route", "app/services/content/invented.server.ts", uses("../../routes/home/route.tsx", "QUIZ"), "import-x/no-restricted-paths"],
  ["a service imports the server", "app/services/content/invented.server.ts", uses("../../../server/listen.ts", "listen"), "import-x/no-restricted-paths"],
  ["the server imports the domain", "server/invented.ts", uses("../app/domain/scoring/score.ts", "score"), "import-x/no-restricted-paths"],
  ["the server imports a route", "server/invented.ts", uses("../app/routes/home/route.tsx", "QUIZ"), "import-x/no-restricted-paths"],
  ["the paths import anything", "app/paths.ts", uses("./domain/scoring/score.ts", "score"), "import-x/no-restricted-paths"],
  ["a route sees the database", "app/routes/home/invented.ts", uses("@prisma/client", "PrismaClient"), "no-restricted-imports"],
  ["a route draws", "app/routes/home/invented.tsx", uses("chart.js", "Chart"), "no-restricted-imports"],
  ["a component outside charts draws", "app/components/layout/invented.tsx", uses("chart.js", "Chart"), "no-restricted-imports"],
  ["a chart sees the database", "app/components/charts/invented.tsx", uses("@prisma/client", "PrismaClient"), "no-restricted-imports"],
  [
    "the product imports its tests",
    "app/services/content/invented.server.ts",
    uses("../../../tests/setup/start-product.ts", "startProduct"),
    "import-x/no-restricted-paths",
  ],
  ["a service goes without its suffix", "app/services/content/invented.ts", "export const a = 1;\n", "no-restricted-syntax"],
  ["a file is called utils", "app/domain/scoring/utils.ts", "export const a = 1;\n", "no-restricted-syntax"],
  ["a folder is called helpers", "app/components/helpers/invented.tsx", "export const a = 1;\n", "no-restricted-syntax"],
  ["a service is called service", "app/services/content/service.server.ts", "export const a = 1;\n", "no-restricted-syntax"],
  [
    "a file has more than 400 lines",
    "app/domain/scoring/invented.ts",
    Array.from({ length: 401 }, (_, n) => `export const a${n} = ${n};`).join("\n"),
    "max-lines",
  ],
  [
    "a type is imported as a value",
    "app/services/content/invented.server.ts",
    'import { Score } from "#app/domain/scoring/score.ts";\n\nexport type Used = Score;\n',
    "@typescript-eslint/consistent-type-imports",
  ],
];

const ALLOWED: [string, string, string][] = [
  [
    "the domain imports itself and zod",
    "app/domain/scoring/invented.ts",
    'import { z } from "zod";\nimport { score } from "./score.ts";\nimport { answerTo } from "../assessment/answer.ts";\n\nexport const used = [z, score, answerTo];\n',
  ],
  ["the domain makes a date of an argument", "app/domain/scoring/invented.ts", "export const day = (text: string) => new Date(text);\n"],
  [
    "a component imports the domain and the paths",
    "app/components/layout/invented.tsx",
    'import { score } from "#app/domain/scoring/score.ts";\nimport { paths } from "#app/paths.ts";\n\nexport const used = [score, paths];\n',
  ],
  ["a chart draws", "app/components/charts/invented.tsx", uses("chart.js", "Chart")],
  [
    "a service imports the domain, Node and the database",
    "app/services/content/invented.server.ts",
    'import { readFileSync } from "node:fs";\nimport { PrismaClient } from "@prisma/client";\nimport { score } from "#app/domain/scoring/score.ts";\n\nexport const used = [readFileSync, PrismaClient, score, Date.now(), new Date()];\n',
  ],
  [
    "a route imports components, services, domain and paths",
    "app/routes/home/invented.tsx",
    'import { Page } from "#app/components/layout/page.tsx";\nimport { score } from "#app/domain/scoring/score.ts";\nimport { paths } from "#app/paths.ts";\nimport { catalog } from "#app/services/content/catalog-instance.server.ts";\n\nexport const used = [Page, score, paths, catalog];\n',
  ],
  ["the server imports a service", "server/invented.ts", uses("#app/services/content/catalog-instance.server.ts", "catalog")],
  ["a file has 400 lines", "app/domain/scoring/invented.ts", Array.from({ length: 400 }, (_, n) => `export const a${n} = ${n};`).join("\n")],
];

describe("lint", () => {
  it.each(FORBIDDEN)("refuses that %s", async (_, filePath, text, rule) => {
    const { rules, messages } = await broken(filePath, text);
    expect(rules, messages).toContain(rule);
  });

  it.each(ALLOWED)("allows that %s", async (_, filePath, text) => {
    const { messages } = await broken(filePath, text);
    expect(messages).toBe("");
  });

  it("refuses a circle of imports", async () => {
    const { rules } = await broken("app/domain/scoring/exact.ts", uses("./compile.ts", "compile"));
    expect(rules).toContain("import-x/no-cycle");
  });
});
