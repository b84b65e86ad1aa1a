/** Said on the server about plans: reasons, admissions, what a form of capacities lacks. Not carried to the browser. */
export default {} as const;
