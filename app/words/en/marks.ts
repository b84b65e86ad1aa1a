/** The milestones beneath a chart that they are drawn on. */
export default {
  heading: "Milestones",
  mark: "{{day}}: {{title}}",
  markOf: "{{day}}: {{title}} (initiative: {{initiative}})",
  text: "They stand there because of their dates alone. Nothing says that one of them is the cause of how the figures moved.",
  inLabel_one: "{{label}} One milestone is marked; it is named beneath.",
  inLabel_other: "{{label}} {{count}} milestones are marked; they are named beneath.",
  inLabelOfAll_one: "{{label}} One day is marked; it is named beneath.",
  inLabelOfAll_other: "{{label}} {{count}} days are marked; they are named beneath.",
} as const;
