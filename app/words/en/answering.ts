/** Said on the server about answers: what is wrong with one, and how one reads. Not carried to the browser. */
export default {} as const;
