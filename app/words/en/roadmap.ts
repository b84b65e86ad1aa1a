/** A roadmap, its form and its progress. */
export default {} as const;
