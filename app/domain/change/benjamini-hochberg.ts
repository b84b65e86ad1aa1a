/**
 * p values adjusted for how many there are, so that of those called real at most the given share is false on average
 * (Benjamini & Hochberg 1995): the k-th smallest of m becomes the least of `p m / k` over it and all larger ones. To call
 * real what is at most q is their step-up rule at q.
 *
 * @param ps 0..1, in any order
 * @returns in the same order, 0..1, never smaller than they were
 */
export function benjaminiHochberg(ps: readonly number[]): number[] {
  const order = ps.map((_, i) => i).sort((a, b) => ps[b]! - ps[a]!);
  const adjusted = [...ps];
  let least = 1;
  order.forEach((at, place) => {
    // The factor first: at least 1, it lowers nothing by rounding.
    least = Math.min(least, ps[at]! * (ps.length / (ps.length - place)));
    adjusted[at] = least;
  });
  return adjusted;
}
