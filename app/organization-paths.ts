/** Every URL inside of an organisation, in one place; apart from the others, so that a page without one need not load them. */
/** Which lines are meant; `part` is the id of a dimension, null: overall. */
const trendOf = (assessment: string, part: string | null) => new URLSearchParams({ assessment, ...(part === null ? {} : { part }) }).toString();

export const organizationPaths = {
  /** The consultancies that work for a client. */
  consultancies: (org: string) => `/o/${org}/settings/consultancies`,
  /** The clients of a consultancy, and who works for them. */
  clientsOf: (org: string) => `/o/${org}/settings/clients`,
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
  /** What is to be done, as a board. */
  roadmap: (slug: string) => `/o/${slug}/roadmap`,
  roadmapTimeline: (slug: string) => `/o/${slug}/roadmap/timeline`,
  roadmapFile: (slug: string, format: string) => `/o/${slug}/roadmap/files/${format}`,
  /** Another one for the roadmap: of the library, or one's own. */
  newInitiative: (slug: string) => `/o/${slug}/roadmap/initiatives/new`,
  initiative: (slug: string, id: string) => `/o/${slug}/roadmap/initiatives/${id}`,
  initiativeTerms: (slug: string, id: string) => `/o/${slug}/roadmap/initiatives/${id}/edit`,
  initiativeFile: (slug: string, id: string, attachment: string) => `/o/${slug}/roadmap/initiatives/${id}/files/${attachment}`,
  leaps: (slug: string) => `/o/${slug}/roadmap/leaps`,
  /** What was promised, and what came of it. */
  ledger: (slug: string) => `/o/${slug}/roadmap/promises`,
  scenarios: (slug: string) => `/o/${slug}/scenarios`,
  newScenario: (slug: string) => `/o/${slug}/scenarios/new`,
  copyOfScenario: (slug: string, id: string) => `/o/${slug}/scenarios/new?copy=${id}`,
  /** Two side by side. */
  compareScenarios: (slug: string, one?: string, other?: string) => `/o/${slug}/scenarios/compare${one && other ? `?one=${one}&other=${other}` : ""}`,
  scenario: (slug: string, id: string) => `/o/${slug}/scenarios/${id}`,
  /** Its initiatives by impact and effort, RICE and WSJF. */
  scenarioViews: (slug: string, id: string) => `/o/${slug}/scenarios/${id}/views`,
  scenarioWishes: (slug: string, id: string) => `/o/${slug}/scenarios/${id}/wishes`,
  scenarioProgress: (slug: string, id: string) => `/o/${slug}/scenarios/${id}/progress`,
  /** Its plan as a file. */
  scenarioFile: (slug: string, id: string, format: string) => `/o/${slug}/scenarios/${id}/files/${format}`,
  /** Everything that its plan was computed from. */
  scenarioInputs: (slug: string, id: string) => `/o/${slug}/scenarios/${id}/inputs.json`,
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
} as const;
