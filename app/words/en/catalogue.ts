/** The list of assessments, one of them, and the questions that lead to one. */
export default {} as const;
