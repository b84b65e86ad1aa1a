/** The part of jStat 1.9.6 that is used; the package brings no types. */
declare module "jstat" {
  const jstat: {
    readonly studentt: {
      /** P(T <= x) with these degrees of freedom, which need not be whole. */
      cdf(x: number, degreesOfFreedom: number): number;
      /** The x at which the cdf is p. */
      inv(p: number, degreesOfFreedom: number): number;
    };
    readonly beta: {
      /** The x at which the cdf of Beta(alpha, beta) is p. */
      inv(p: number, alpha: number, beta: number): number;
    };
  };
  export default jstat;
}
