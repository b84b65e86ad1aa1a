/** Whether whoever runs the installation may look inside an organisation: the page on which an owner says so. */
export default {
  closedHeading: "Nobody from outside looks inside {{name}}",
  closedText:
    "Whoever runs this installation sees that {{name}} exists and how many members it has. They see no answers, no results and no plans, unless an owner lets them look.",
  openHeading: "The operator may look inside {{name}}",
  openText: "Until {{until}}. They see what a viewer sees and can change nothing. You can end it at any time.",
  grantHeading: "Let the operator look inside",
  grantText:
    "Do this when you have asked for help and somebody has to see what you see. Every visit is written into the audit trail with a name, and the owners are told.",
  renewHeading: "Set a new end",
  term: "For how long",
  term_day: "24 hours",
  term_week: "7 days",
  termMissing: "Choose for how long.",
  grant: "Let the operator look",
  renew: "Set the new end",
  revoke: "End it now",
  granted: "The operator may look inside from now on.",
  revoked: "The operator can look inside no longer.",
  trail: "See who looked in the audit trail",
} as const;
