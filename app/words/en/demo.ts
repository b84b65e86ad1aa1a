/** The page of the demonstration. */
export default {
  title: "Look around in an example",
  text: "Four invented companies with two years of quarters behind them, and a firm that advises them. Everything works as it would for you, except that nothing can be changed.",
  invented: "All names, people and answers are made up by a program. The figures are computed from those answers by the same rules as anybody’s.",
  seesWhat: "What you can open",
  clients: "A consultancy’s clients: where each of them stands, and what comes next",
  company: "A company from the inside: {{name}}, with its people, its settings and its audit trail",
  firm: "The firm itself: {{name}}, and who works for which client",
  begin: "Look around",
  firstTime: "The first time it is opened in a quarter, it takes a few seconds to make.",
  replaces: "You are signed in as {{name}}. Looking around ends that session in this browser.",
  here: "You are looking around",
  leave: "Leave the example",
} as const;
