/** Several assessments together. */
export default {} as const;
