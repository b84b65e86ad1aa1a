/** What the visitor of the demonstration is answered where something would be changed. */
export const DEMO_REFUSAL = "Demonstration";
