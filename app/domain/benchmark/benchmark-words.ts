import type { Words } from "../../words/say.ts";
import type { Claim } from "./claim.ts";
import type { Cohort } from "./cohort.ts";
import type { CohortChoice } from "./comparison.ts";

/** "All organisations", "Retail, 50 to 249 people". */
export function cohortTitle({ industry, sizeBand, region }: Cohort, { say }: Words): string {
  const traits = [
    industry && say(`organizations:industry_${industry}`),
    sizeBand && say("benchmarks:people", { size: say(`organizations:sizeBand_${sizeBand}`) }),
    region && say(`organizations:region_${region}`),
  ].filter((trait) => trait !== null);
  return traits.length > 0 ? traits.join(", ") : say("benchmarks:everybody");
}

/** One sentence of what may be said of the whole. */
export function claimSentence(claim: Claim | null, name: string, { say }: Words): string {
  if (claim === null) return say("benchmarks:noScore", { name });
  const { n } = claim;
  if (claim.kind === "too_few") return say("benchmarks:soFar", { others: n, needed: claim.needed });
  if (claim.kind === "median") return say(`benchmarks:median_${claim.side}`, { name, n });
  if (claim.kind === "percentile") return say("benchmarks:percentile", { name, n, rank: Math.round(claim.rank), ...ends(claim.interval) });
  const quarter = say(`benchmarks:quarter_${quarterOf(claim.quartile)}`);
  return claim.from === claim.to
    ? say("benchmarks:quartile", { name, n, quarter })
    : say("benchmarks:quartileReaching", {
        name,
        n,
        quarter,
        from: say(`benchmarks:quarter_${quarterOf(claim.from)}`),
        to: say(`benchmarks:quarter_${quarterOf(claim.to)}`),
      });
}

/** The same of a part, for a table. */
export function claimShort(claim: Claim | null, { say }: Words): string {
  if (claim === null) return say("benchmarks:short_none");
  if (claim.kind === "too_few") return say("benchmarks:short_tooFew", { others: claim.n, needed: claim.needed });
  if (claim.kind === "median") return say(`benchmarks:short_${claim.side}`);
  if (claim.kind === "percentile") return say("benchmarks:short_percentile", { rank: Math.round(claim.rank), ...ends(claim.interval) });
  return say("benchmarks:short_quartile", { quarter: say(`benchmarks:quarter_${quarterOf(claim.quartile)}`), ...ends(claim.interval) });
}

/** Why there is nothing to see of a cohort. */
export function choiceSentence(choice: CohortChoice, { say }: Words): string | null {
  if (choice.state === "published") return null;
  return choice.state === "too_few" ? say("benchmarks:soFar", { others: choice.others, needed: choice.needed }) : say("benchmarks:keptBack");
}

function quarterOf(quartile: number): 1 | 2 | 3 | 4 {
  return quartile as 1 | 2 | 3 | 4;
}

function ends({ low, high }: { low: number; high: number }) {
  return { low: Math.round(low), high: Math.round(high) };
}
