import { score } from "#app/domain/scoring/score.ts";
import { inventedAnswers, longestAssessment } from "./content.ts";
import { median, type Report } from "./figure.ts";

const RESPONDENTS = 250;
const ROUNDS = 9;
const ROUND_MS = 500;

/** Whole responses scored per second on one core: dimensions, pillars, levels, flags and the trace of every item. */
export async function benchScore(): Promise<Report> {
  const { compiled } = longestAssessment();
  const respondents = inventedAnswers(compiled.definition, RESPONDENTS, 1);
  const elapsed: number[] = [];
  const round = () => {
    const begun = performance.now();
    const cpu = process.cpuUsage();
    let scored = 0;
    // The clock is read once for all respondents, so that reading it costs nothing.
    while (performance.now() - begun < ROUND_MS) {
      for (const answers of respondents) score(compiled, answers);
      scored += respondents.length;
    }
    const { user, system } = process.cpuUsage(cpu);
    elapsed.push((scored * 1e3) / (performance.now() - begun));
    return (scored * 1e6) / (user + system);
  };
  round();
  const rounds = Array.from({ length: ROUNDS }, round);
  return {
    figures: [
      { what: `responses scored, ${compiled.items.length} items, per second of a core`, value: median(rounds), unit: "/s", reach: { atLeast: 100_000 } },
      { what: "the same per second of the clock", value: median(elapsed.slice(1)), unit: "/s", reach: null },
    ],
    notes: [
      "A second of a core is a second of this process's CPU time, garbage collection included; the clock also counts what others do on the machine.",
      "The comparison with SurveyJS is left out: survey-core is not a dependency.",
    ],
  };
}
