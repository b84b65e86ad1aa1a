import { index, route, type RouteConfig } from "@remix-run/route-config";

const at = (folder: string) => `routes/${folder}/route.tsx`;
const resource = (folder: string) => `routes/${folder}/route.ts`;

export default [
  index(at("home")),
  route("language", resource("language")),
  route("start", at("start")),
  route("assessments", at("assessments")),
  route("assessments/:slug", at("assessment")),
  route("assessments/:slug/example", at("example-result")),
  route("assessments/:slug/example/roadmap", at("example-roadmap")),
  route("take/:token", at("take")),
  route("take/:token/answers", resource("take-answers")),
  route("take/:token/check", at("take-check")),
  route("take/:token/save", at("take-save")),
  route("results/:token", at("result")),
  route("results/:token/roadmap", at("result-roadmap")),
  route("portfolios", at("portfolios")),
  route("portfolios/:token", at("portfolio")),
  route("portfolios/:token/roadmap", at("portfolio-roadmap")),
  route("plans/:hash", resource("plan-progress")),
  route("method", at("method")),
  route("api/docs", at("api-docs")),
  route("api/v1/openapi.json", resource("api-openapi")),
  route("api/v1/assessments", resource("api-assessments")),
  route("api/v1/assessments/:slug", resource("api-assessment")),
  route("api/v1/assessments/:slug/score", resource("api-score")),
  route("api/v1/roadmap/plan", resource("api-plan")),
  route("api/v1/initiatives", resource("api-initiatives")),
  route("api/v1/kpis", resource("api-kpis")),
  route("api/*", resource("api-not-found")),
  route("*", at("not-found")),
] satisfies RouteConfig;
