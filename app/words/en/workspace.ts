/** The frame of an organisation's pages, and its first one. */
export default {
  places: "Places",
  settings: "Settings",
  standing: "Where we stand",
  cycles: "Cycles",
  results: "Results",
  people: "People",
  profile: "Profile",
  consultancies: "Consultancies",
  clients: "Clients",
  audit: "Audit trail",
  support: "Support access",
  data: "Data and privacy",
  membership: "Your membership",
  yourOrganizations: "Your organisations",
  actsFor: "You are here for {{firm}}.",
  notice: "Notice",
  synthetic: "<strong>Example.</strong> The people and the figures of {{name}} are invented.",
  leaving:
    "<strong>{{name}} will be erased on {{day}}.</strong> Until then everything can be read and exported, and nothing can be changed. An owner can undo it.",
  looking:
    "<strong>You look at {{name}} as the operator.</strong> Its owner allowed it until {{until}}. You can change nothing, and its audit trail says that you were here.",
  undo: "Keep the organisation",
  homeEmpty: "{{name}} has not been assessed yet",
  homeEmptyText:
    "This page will show where {{name}} stands: its score and level from the latest assessment, what has changed since the one before, and what to do next. For that somebody has to answer an assessment.",
  profileStep: "Say which industry, size and region {{name}} belongs to. Results can then be compared with companies like it.",
  profileStepLink: "Complete the profile",
  whoWeAre: "Who we are",
  pageTitle: "{{page}} · {{name}} · Pinhigh",
  pageTitleError: "Error: {{page}} · {{name}} · Pinhigh",
} as const;
