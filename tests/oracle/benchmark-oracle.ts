/** Benchmarks a second time, written from the formulas (method, section 6) and not from `app/domain/benchmark`. */

/**
 * The x below which a share p of Beta(a, b) lies, by adding up its density and by nothing else. With x = sin^2 t the density becomes
 * 2 sin(t)^(2a-1) cos(t)^(2b-1) over B(a, b), which has no pole for a, b >= 1/2. Simpson's rule, cumulated; right to about seven digits.
 */
export function oracleBetaQuantile(p: number, a: number, b: number): number {
  const steps = 20_000;
  const logDensity = (t: number) => (2 * a - 1) * Math.log(Math.sin(t)) + (2 * b - 1) * Math.log(Math.cos(t));
  const peak = Math.atan(Math.sqrt((2 * a - 1 || 1e-12) / (2 * b - 1 || 1e-12)));
  const [end, top] = [Math.PI / 2, logDensity(peak)];
  const density = (t: number) => {
    const at = Math.min(Math.max(t, 1e-300), end - 1e-16);
    return Math.exp(logDensity(at) - top);
  };
  const width = end / steps;
  const cumulated = [0];
  for (let i = 0; i < steps; i += 1) {
    const from = i * width;
    cumulated.push(cumulated[i]! + (width / 6) * (density(from) + 4 * density(from + width / 2) + density(from + width)));
  }
  const wanted = p * cumulated[steps]!;
  const at = cumulated.findIndex((area) => area >= wanted);
  const [before, after] = [cumulated[at - 1]!, cumulated[at]!];
  return Math.sin((at - 1 + (wanted - before) / (after - before)) * width) ** 2;
}

/** Where a score stands in a list, by looking at each. */
export function oraclePosition(scores: readonly number[], score: number) {
  return { below: scores.filter((other) => other < score).length, tied: scores.filter((other) => other === score).length, n: scores.length };
}
