/** Said on the server about scores: headlines, reasons, readings. Not carried to the browser. */
export default {} as const;
