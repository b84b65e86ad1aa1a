import jstat from "jstat";

/** The 97.5th percentile of Student's t: half the width of a 95 % interval in standard errors. @param degreesOfFreedom > 0, need not be whole */
export function tFor95(degreesOfFreedom: number): number {
  return jstat.studentt.inv(0.975, degreesOfFreedom);
}

/** The chance of a value as far from 0 as t, on either side. @param degreesOfFreedom > 0, need not be whole */
export function tTwoSided(t: number, degreesOfFreedom: number): number {
  return Math.min(1, 2 * jstat.studentt.cdf(-Math.abs(t), degreesOfFreedom));
}
