/** Every URL of the product, in one place. */
/** Which lines are meant; `part` is the id of a dimension, null: overall. */
const trendOf = (assessment: string, part: string | null) => new URLSearchParams({ assessment, ...(part === null ? {} : { part }) }).toString();

export const paths = {
  home: "/",
  language: "/language",
  start: "/start",
  assessments: "/assessments",
  assessment: (slug: string) => `/assessments/${slug}`,
  example: (slug: string) => `/assessments/${slug}/example`,
  exampleRoadmap: (slug: string) => `/assessments/${slug}/example/roadmap`,
  take: (token: string, screen?: number) => `/take/${token}${screen && screen > 1 ? `?screen=${screen}` : ""}`,
  takeAnswers: (token: string) => `/take/${token}/answers`,
  takeCheck: (token: string) => `/take/${token}/check`,
  /** Where somebody who is asked in a cycle begins, without an account: by a personal link or an open one. */
  answer: (token: string) => `/answer/${token}`,
  unsubscribe: (token: string) => `/answer/${token}/unsubscribe`,
  takeSave: (token: string) => `/take/${token}/save`,
  result: (token: string) => `/results/${token}`,
  /** Bringing a result into an organisation. */
  claim: (token: string) => `/results/${token}/claim`,
  /** The result, for somebody whose last answers came after the submission. */
  resultNotKept: (token: string) => `/results/${token}?notice=not-kept`,
  resultRoadmap: (token: string) => `/results/${token}/roadmap`,
  portfolios: "/portfolios",
  portfolio: (token: string) => `/portfolios/${token}`,
  /** The portfolio, just after an assessment was submitted in it. */
  portfolioWith: (token: string, slug: string) => `/portfolios/${token}?submitted=${slug}`,
  /** The portfolio, for somebody who added a result of this assessment that was in it before. */
  portfolioHolding: (token: string, slug: string) => `/portfolios/${token}?already=${slug}`,
  portfolioRoadmap: (token: string) => `/portfolios/${token}/roadmap`,
  planProgress: (hash: string) => `/plans/${hash}`,
  /** The portfolio of a consultant: the clients they are assigned to. */
  clients: "/clients",
  /** What one organisation offers another; whoever has the link may answer. */
  engagementOffer: (token: string) => `/engagements/${token}`,
  /** The consultancies that work for a client. */
  consultancies: (org: string) => `/o/${org}/settings/consultancies`,
  /** The clients of a consultancy, and who works for them. */
  clientsOf: (org: string) => `/o/${org}/settings/clients`,
  method: "/method",
  signIn: "/sign-in",
  /** Signing in, and back to a page of ours; null: to none in particular. */
  signInFor: (back: string | null) => `/sign-in${back === null ? "" : `?to=${encodeURIComponent(back)}`}`,
  notifications: "/notifications",
  notificationsPage: (page: number) => `/notifications?page=${page}`,
  notificationSettings: "/account/notifications",
  /** The settings, just after they were saved. */
  notificationSettingsSaved: "/account/notifications?saved=yes",
  secondStepFor: (back: string | null) => `/sign-in/second-step${back === null ? "" : `?to=${encodeURIComponent(back)}`}`,
  signOut: "/sign-out",
  demo: "/demo",
  signUp: "/sign-up",
  /** The same three, and back to a page of ours in the end; null: to none in particular. */
  signUpFor: (back: string | null) => `/sign-up${back === null ? "" : `?to=${encodeURIComponent(back)}`}`,
  signUpSentFor: (back: string | null) => `/sign-up/sent${back === null ? "" : `?to=${encodeURIComponent(back)}`}`,
  verifyAddress: (token: string, back: string | null) => `/verify-address?token=${token}${back === null ? "" : `&to=${encodeURIComponent(back)}`}`,
  forgotPassword: "/forgot-password",
  resetPassword: (token: string) => `/reset-password?token=${token}`,
  passwordSet: "/sign-in?notice=password-set",
  account: "/account",
  accountSaved: "/account?notice=saved",
  accountSecurity: "/account/security",
  /** The page, just after something was done there. */
  accountSecurityAfter: (done: string) => `/account/security?notice=${done}`,
  secondFactor: "/account/security/second-factor",
  accountAddress: "/account/address",
  confirmAddress: (token: string) => `/account/address/confirm?token=${token}`,
  addressChanged: "/account/address?notice=changed",
  accountData: "/account/data",
  accountDataFile: "/account/data.json",
  accountDelete: "/account/delete",
  passkeyStep: (step: string) => `/api/auth/passkey/${step}`,
  /** One's organisations; with a single one, that one. */
  organizations: "/o",
  /** The list, also of a single one. */
  organizationList: "/o?list=yes",
  newOrganization: "/o/new",
  newOrganizationFor: (back: string) => `/o/new?to=${encodeURIComponent(back)}`,
  importOrganization: "/o/new/import",
  organization: (slug: string) => `/o/${slug}`,
  cycles: (slug: string) => `/o/${slug}/cycles`,
  cyclesFile: (slug: string) => `/o/${slug}/cycles.csv`,
  newCycle: (slug: string) => `/o/${slug}/cycles/new`,
  cycle: (slug: string, id: string) => `/o/${slug}/cycles/${id}`,
  /** What has moved since earlier cycles, and whether it can be believed. */
  trends: (slug: string) => `/o/${slug}/trends`,
  trendsOf: (slug: string, assessment: string, part: string | null = null) => `/o/${slug}/trends?${trendOf(assessment, part)}`,
  trendFile: (slug: string, assessment: string, part: string | null = null) => `/o/${slug}/trends.csv?${trendOf(assessment, part)}`,
  /** Where one stands among others. */
  benchmarks: (slug: string) => `/o/${slug}/benchmarks`,
  benchmarksOf: (slug: string, assessment: string, cohort: string | null) =>
    `/o/${slug}/benchmarks?${new URLSearchParams({ assessment, ...(cohort === null ? {} : { cohort }) }).toString()}`,
  /** Two cycles side by side. */
  compare: (slug: string, from?: string, to?: string) => `/o/${slug}/compare${from && to ? `?from=${from}&to=${to}` : ""}`,
  milestones: (slug: string) => `/o/${slug}/milestones`,
  /** The same, with one of them to change. */
  milestone: (slug: string, id: string) => `/o/${slug}/milestones?edit=${id}`,
  /** The page for a board; of one assessment, or of the one that was asked last. */
  summary: (slug: string, assessment?: string) => `/o/${slug}/summary${assessment ? `?assessment=${assessment}` : ""}`,
  /** What a team scored in a closed cycle. */
  teamResult: (slug: string, cycle: string) => `/o/${slug}/cycles/${cycle}/result`,
  /** One question of it: its answers, comments and evidence, and what was agreed on. */
  teamItem: (slug: string, cycle: string, item: string) => `/o/${slug}/cycles/${cycle}/result/${item}`,
  /** One of its tables, and all of its figures. */
  teamTable: (slug: string, cycle: string, table: string) => `/o/${slug}/cycles/${cycle}/result.csv?table=${table}`,
  teamFigures: (slug: string, cycle: string) => `/o/${slug}/cycles/${cycle}/result.json`,
  organizationResults: (slug: string) => `/o/${slug}/results`,
  resultsFile: (slug: string) => `/o/${slug}/results.csv`,
  organizationResult: (slug: string, id: string) => `/o/${slug}/results/${id}`,
  organizationRoadmap: (slug: string, id: string) => `/o/${slug}/results/${id}/roadmap`,
  kpis: (slug: string) => `/o/${slug}/kpis`,
  kpisFile: (slug: string) => `/o/${slug}/kpis.csv`,
  newKpi: (slug: string) => `/o/${slug}/kpis/new`,
  /** The form for an entry of the library, and an empty one (null). */
  newKpiFrom: (slug: string, entry: string | null) => `/o/${slug}/kpis/new?from=${entry ?? ""}`,
  importReadings: (slug: string) => `/o/${slug}/kpis/import`,
  kpi: (slug: string, id: string) => `/o/${slug}/kpis/${id}`,
  /** A KPI, just after something was done with it. */
  kpiAfter: (slug: string, id: string, done: string) => `/o/${slug}/kpis/${id}?done=${done}`,
  kpiTerms: (slug: string, id: string) => `/o/${slug}/kpis/${id}/edit`,
  kpiTargets: (slug: string, id: string) => `/o/${slug}/kpis/${id}/targets`,
  kpiReading: (slug: string, id: string, day: string) => `/o/${slug}/kpis/${id}/readings/${day}`,
  kpiReadingsFile: (slug: string, id: string) => `/o/${slug}/kpis/${id}/readings.csv`,
  apiKeys: (slug: string) => `/o/${slug}/settings/api`,
  /** The register of what shows that answers are as they were given. */
  evidence: (slug: string) => `/o/${slug}/evidence`,
  evidenceFile: (slug: string) => `/o/${slug}/evidence.csv`,
  newEvidence: (slug: string) => `/o/${slug}/evidence/new`,
  /** The same for a question. */
  newEvidenceFor: (slug: string, assessment: string, item: string) => `/o/${slug}/evidence/new?${new URLSearchParams({ assessment, item }).toString()}`,
  evidencePiece: (slug: string, id: string) => `/o/${slug}/evidence/${id}`,
  evidencePieceFile: (slug: string, id: string) => `/o/${slug}/evidence/${id}/file`,
  /** What of an assessment is claimed and not shown. */
  evidenceAudit: (slug: string, assessment: string) => `/o/${slug}/evidence/audit/${assessment}`,
  people: (slug: string) => `/o/${slug}/settings/people`,
  peopleFile: (slug: string) => `/o/${slug}/settings/people.csv`,
  member: (slug: string, id: string) => `/o/${slug}/settings/people/${id}`,
  invitations: (slug: string) => `/o/${slug}/settings/invitations`,
  invitation: (token: string) => `/invitations/${token}`,
  profile: (slug: string) => `/o/${slug}/settings/profile`,
  audit: (slug: string) => `/o/${slug}/settings/audit`,
  auditFile: (slug: string) => `/o/${slug}/settings/audit.csv`,
  /** Whether whoever runs the installation may look inside. */
  support: (slug: string) => `/o/${slug}/settings/support`,
  /** What is kept of an organisation, for how long, and all of it as a file. */
  organizationData: (slug: string) => `/o/${slug}/settings/data`,
  organizationFile: (slug: string) => `/o/${slug}/settings/export.json`,
  /** The same, just after it was brought here from another installation, without some of its links. */
  organizationImported: (slug: string, linksLeftOut: number) => `/o/${slug}/settings/data?imported=yes${linksLeftOut > 0 ? `&left=${linksLeftOut}` : ""}`,
  deletion: (slug: string) => `/o/${slug}/settings/deletion`,
  admin: "/admin",
  adminOrganizations: "/admin/organizations",
  adminPeople: "/admin/people",
  adminJobs: "/admin/jobs",
  adminMails: "/admin/mails",
  adminContent: "/admin/content",
  adminReferenceSets: "/admin/reference-sets",
  /** The same, just after a set was imported or removed. */
  adminReferenceSetsAfter: (done: string) => `/admin/reference-sets?done=${done}`,
  adminEvents: "/admin/events",
  apiDocs: "/api/docs",
  openApi: "/api/v1/openapi.json",
} as const;
