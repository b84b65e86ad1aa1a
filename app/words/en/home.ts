/** The first page. */
export default {} as const;
