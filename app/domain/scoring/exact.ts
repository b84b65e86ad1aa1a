/**
 * Exact fractions of whole numbers, so that scores do not depend on the order of addition; a figure becomes a
 * floating-point number only at the last step. Whole numbers are plain numbers as long as they are safe, which nearly
 * all are, and bigints beyond.
 */
type Whole = number | bigint;
export type Fraction = { readonly n: Whole; readonly d: Whole };

export const ZERO: Fraction = { n: 0, d: 1 };

export function fraction(n: Whole, d: Whole): Fraction {
  if (d <= 0) throw new RangeError("a denominator is positive");
  return { n, d };
}

export function plus(a: Fraction, b: Fraction): Fraction {
  if (a.d === b.d) return { n: sum(a.n, b.n), d: a.d };
  // Over the least common denominator: the plain product would soon outgrow what is safe.
  const common = commonDivisor(a.d, b.d);
  const [ofA, ofB] = [quotient(b.d, common), quotient(a.d, common)];
  return { n: sum(product(a.n, ofA), product(b.n, ofB)), d: product(a.d, ofA) };
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { n: product(b.n, -1), d: b.d });
}

export function times(a: Fraction, whole: number): Fraction {
  return { n: product(a.n, whole), d: a.d };
}

export function over(a: Fraction, whole: number): Fraction {
  return { n: a.n, d: product(a.d, whole) };
}

/**
 * Makes ready for adding up these fractions, each a whole number of times, again and again: they are brought to one
 * denominator once.
 */
export function manyTimes(fractions: readonly Fraction[]): (counts: readonly number[]) => Fraction {
  const d = fractions.reduce((common: Whole, f) => product(common, quotient(f.d, commonDivisor(common, f.d))), 1);
  const numerators = fractions.map((f) => product(f.n, quotient(d, f.d)));
  return (counts) => ({ n: numerators.reduce((total: Whole, n, i) => sum(total, product(n, counts[i]!)), 0), d });
}

/** The smaller of two, decided exactly; the first of equals. */
export function least(a: Fraction, b: Fraction): Fraction {
  return product(a.n, b.d) <= product(b.n, a.d) ? a : b;
}

/** Whether `a >= whole`, decided exactly. */
export function reaches(a: Fraction, whole: number): boolean {
  return a.n >= product(whole, a.d);
}

/** The double nearest to a fraction; ties go to the even neighbour, as in every division of doubles. */
export function toNumber({ n, d }: Fraction): number {
  if (typeof n === "number" && typeof d === "number") return n / d;
  return n < 0 ? -nearestDouble(-BigInt(n), BigInt(d)) : nearestDouble(BigInt(n), BigInt(d));
}

function nearestDouble(n: bigint, d: bigint): number {
  // Enough digits for one correct rounding: a quotient of at least 64 bits, its last bit set when something is left over.
  const shift = BigInt(Math.max(0, 64 + bits(d) - bits(n)));
  const shifted = n << shift;
  const sticky = shifted % d === 0n ? 0n : 1n;
  return Number((shifted / d) | sticky) / 2 ** Number(shift);
}

/** Length in bits, rounded up to a multiple of four. */
function bits(whole: bigint): number {
  return whole.toString(16).length * 4;
}

/** A result that was rounded is not safe: rounding never carries a whole number back below 2^53. */
function sum(a: Whole, b: Whole): Whole {
  if (typeof a === "number" && typeof b === "number") {
    const plain = a + b;
    if (Number.isSafeInteger(plain)) return plain;
  }
  return BigInt(a) + BigInt(b);
}

function product(a: Whole, b: Whole): Whole {
  if (typeof a === "number" && typeof b === "number") {
    const plain = a * b;
    if (Number.isSafeInteger(plain)) return plain;
  }
  return BigInt(a) * BigInt(b);
}

/** Of a whole number by one that divides it. */
function quotient(a: Whole, b: Whole): Whole {
  return typeof a === "number" && typeof b === "number" ? a / b : BigInt(a) / BigInt(b);
}

/** Greatest common divisor of positive whole numbers. */
function commonDivisor(a: Whole, b: Whole): Whole {
  if (typeof a === "number" && typeof b === "number") {
    while (b !== 0) [a, b] = [b, a % b];
    return a;
  }
  let [m, n] = [BigInt(a), BigInt(b)];
  while (n !== 0n) [m, n] = [n, m % n];
  return m;
}

/** Least common multiple of positive whole numbers. */
export function leastCommonMultiple(a: number, b: number): number {
  return (a / (commonDivisor(a, b) as number)) * b;
}
