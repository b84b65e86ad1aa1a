import fc from "fast-check";
import { expect, it } from "vitest";
import { anyAnswered } from "../../../tests/factories/arbitrary-definition.ts";
import { oracleScore } from "../../../tests/oracle/score-oracle.ts";
import { compile } from "./compile.ts";
import { type PartScore, score } from "./score.ts";

/** ORACLE_RUNS=1000000 for a long look. */
const RUNS = Number(process.env.ORACLE_RUNS ?? 2000);

const figures = ({ id, score, coverage, published, counts }: PartScore) => ({ id, score, coverage, published, ...(counts === undefined ? {} : { counts }) });

it(`agrees with an independent implementation to the last digit (${RUNS} cases)`, { timeout: 0 }, () => {
  fc.assert(
    fc.property(anyAnswered, ({ definition, answers }) => {
      const { overall, dimensions, pillars } = score(compile(definition), answers);
      expect({ overall, dimensions: dimensions.map(figures), pillars: pillars.map(figures) }).toEqual(oracleScore(definition, answers));
    }),
    { numRuns: RUNS },
  );
});
