/** Said by the server before a page is reached. Not carried to the browser. */
export default {} as const;
