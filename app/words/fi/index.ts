import type { english } from "../en/index.ts";
import type { TextsLike } from "../say.ts";
import account from "./account.ts";
import admin from "./admin.ts";
import answering from "./answering.ts";
import answers from "./answers.ts";
import apiKeys from "./api-keys.ts";
import asked from "./asked.ts";
import audit from "./audit.ts";
import benchmarks from "./benchmarks.ts";
import board from "./board.ts";
import catalogue from "./catalogue.ts";
import change from "./change.ts";
import demo from "./demo.ts";
import clients from "./clients.ts";
import cycles from "./cycles.ts";
import engagements from "./engagements.ts";
import evidence from "./evidence.ts";
import finishing from "./finishing.ts";
import frame from "./frame.ts";
import home from "./home.ts";
import identity from "./identity.ts";
import imports from "./imports.ts";
import initiatives from "./initiatives.ts";
import kinds from "./kinds.ts";
import ledger from "./ledger.ts";
import kpiImport from "./kpi-import.ts";
import kpis from "./kpis.ts";
import mail from "./mail.ts";
import method from "./method.ts";
import marks from "./marks.ts";
import milestones from "./milestones.ts";
import organizations from "./organizations.ts";
import people from "./people.ts";
import notifications from "./notifications.ts";
import planning from "./planning.ts";
import portfolio from "./portfolio.ts";
import privacy from "./privacy.ts";
import reasons from "./reasons.ts";
import reference from "./reference.ts";
import scenarios from "./scenarios.ts";
import referenceImport from "./reference-import.ts";
import refusals from "./refusals.ts";
import report from "./report.ts";
import result from "./result.ts";
import results from "./results.ts";
import roadmap from "./roadmap.ts";
import roadmapColumns from "./roadmap-columns.ts";
import roadmapFiles from "./roadmap-files.ts";
import standing from "./standing.ts";
import support from "./support.ts";
import team from "./team.ts";
import taking from "./taking.ts";
import terms from "./terms.ts";
import views from "./views.ts";
import workspace from "./workspace.ts";

export const finnish: { [N in keyof typeof english]: TextsLike<(typeof english)[N]> } = {
  frame,
  terms,
  taking,
  kinds,
  finishing,
  answering,
  answers,
  asked,
  refusals,
  result,
  reference,
  referenceImport,
  report,
  home,
  roadmap,
  roadmapColumns,
  roadmapFiles,
  planning,
  catalogue,
  demo,
  portfolio,
  method,
  mail,
  identity,
  audit,
  organizations,
  people,
  workspace,
  team,
  notifications,
  clients,
  cycles,
  kpis,
  kpiImport,
  apiKeys,
  results,
  milestones,
  board,
  initiatives,
  scenarios,
  views,
  reasons,
  ledger,
  marks,
  standing,
  change,
  benchmarks,
  engagements,
  evidence,
  account,
  admin,
  support,
  privacy,
  imports,
};
