import { expect, it } from "vitest";
import { seededRandom } from "./seeded-random.ts";

it("gives the sequence of mulberry32", () => {
  const random = seededRandom(0);
  expect([random(), random(), random()]).toEqual([0.26642920868471265, 0.0003297457005828619, 0.2232720274478197]);
});

it("depends on nothing but the seed, taken as 32 bits", () => {
  const [a, b, c] = [seededRandom(7), seededRandom(7), seededRandom(7 + 2 ** 32)];
  for (let i = 0; i < 100; i++) {
    const x = a();
    expect(b()).toBe(x);
    expect(c()).toBe(x);
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThan(1);
  }
});

it("is spread evenly", () => {
  const random = seededRandom(20140901);
  const counts = Array.from({ length: 10 }, () => 0);
  for (let i = 0; i < 100_000; i++) counts[Math.floor(random() * 10)]!++;
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
});
