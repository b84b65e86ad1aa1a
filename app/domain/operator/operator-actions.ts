/** Everything an operator changes for the whole installation, as object and verb. Each has its words in the namespace `admin`. */
export const OPERATOR_ACTIONS = ["mail.retried", "tidying.asked", "operator.granted", "reference_set.imported", "reference_set.removed"] as const;
export type OperatorAction = (typeof OPERATOR_ACTIONS)[number];

/** Which of them the list shows; everything comes first. */
export const OPERATOR_ACTION_CHOICES = ["all", ...OPERATOR_ACTIONS] as const;
export type OperatorActionChoice = (typeof OPERATOR_ACTION_CHOICES)[number];
