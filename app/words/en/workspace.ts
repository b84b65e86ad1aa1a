/** The frame of an organisation's pages, and its first one. */
export default {
  places: "Places",
  settings: "Settings",
  standing: "Where we stand",
  people: "People",
  profile: "Profile",
  audit: "Audit trail",
  data: "Data and deletion",
  yourOrganizations: "Your organisations",
  actsFor: "You are here for {{firm}}.",
  synthetic: "<strong>Example.</strong> The people and the figures of {{name}} are invented.",
  leaving:
    "<strong>{{name}} will be erased on {{day}}.</strong> Until then everything can be read and exported, and nothing can be changed. An owner can undo it.",
  undo: "Keep the organisation",
  homeEmpty: "{{name}} has not been assessed yet",
  homeEmptyText:
    "This page will show where {{name}} stands: its score and level from the latest assessment, what has changed since the one before, and what to do next. For that somebody has to answer an assessment.",
  nextSteps: "What to do next",
  profileStep: "Say which industry, size and region {{name}} belongs to. Results can then be compared with companies like it.",
  profileStepLink: "Complete the profile",
  peopleStep: "Invite the people who should answer. Executives, managers and those who meet customers often see different things.",
  peopleStepLink: "Invite people",
  assessmentStep: "Look at the assessments and choose the first one.",
  assessmentStepLink: "See the assessments",
  whoWeAre: "Who we are",
  pageTitle: "{{page}} · {{name}} · Pinhigh",
  pageTitleError: "Error: {{page}} · {{name}} · Pinhigh",
} as const;
