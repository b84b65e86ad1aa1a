/** Every URL of the product but those inside of an organisation, in one place. */

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
  invitation: (token: string) => `/invitations/${token}`,
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
