/**
 * A reproducible source of numbers in [0, 1): mulberry32 (Tommy Ettinger, public domain). The same seed gives the
 * same sequence everywhere, so that a figure that rests on draws can be recomputed by anybody.
 */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
