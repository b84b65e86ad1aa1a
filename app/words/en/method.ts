/** How the numbers are made, and the description of the API. */
export default {} as const;
