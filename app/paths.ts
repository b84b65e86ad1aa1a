/** Every URL of the product, in one place. */
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
  takeSave: (token: string) => `/take/${token}/save`,
  result: (token: string) => `/results/${token}`,
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
  method: "/method",
  signIn: "/sign-in",
  /** Signing in, and back to a page of ours. */
  signInFor: (back: string) => `/sign-in?to=${encodeURIComponent(back)}`,
  notifications: "/notifications",
  notificationSettings: "/account/notifications",
  apiDocs: "/api/docs",
  openApi: "/api/v1/openapi.json",
} as const;
