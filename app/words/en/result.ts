/** A result and an example of one. */
export default {} as const;
