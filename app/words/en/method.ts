/** How the numbers are made, and the description of the API. */
export default {
  title: "Method: how the numbers are made",
  heading: "How the numbers are made",
  lead: "Every figure comes from stored answers and a stored version of the assessment, by rules that anybody can follow with a pencil. The example below is <example>{{title}}</example>; its figures are computed here by the code that computes yours.",
  answersHeading: "Four kinds of answer, never mixed",
  answersText:
    "<kind>Answered</kind> counts. <kind>Does not apply</kind> leaves the sum altogether, as if the question had not been asked. <kind>I don’t know</kind> and <kind>not answered</kind> leave the score too, but they lower the share that is covered; what nobody knows is listed for finding out.",
  valueHeading: "From an answer to a value",
  valueText:
    "Each answer has a value between 0 and 1 that the assessment states openly. Where several practices can be ticked, their values add up, to 1 at the most. The best answer to every question is worth exactly 1, and a check of the content proves it.",
  valueKindsText:
    "A place between two ends is worth where you stand today; what you want in twelve months is for the roadmap. A figure lies on straight lines between stated anchors, rounded to three decimals. In a ranking each place counts with the value of what stands there, the first place most.",
  partHeading: "A part of the assessment",
  partText: "The score of a part is 100 × the sum of weight × value, divided by the sum of the weights of what was answered. For “{{part}}” in the example:",
  partTable: "Worked example of a part",
  questionAndAnswer: "Question and answer",
  value: "Value",
  weight: "Weight",
  weightTimesValue: "Weight × value",
  notCounted: "not counted",
  sum: "Sum",
  partSum:
    "100 × {{sum}} ÷ {{weight}} = <figure>{{score}}</figure>. If nothing had been answered, there would be no score at all, which is something else than 0.",
  shownHeading: "When a part is shown",
  shownText:
    "A part is shown when at least 75 % of the weight that applies was answered and no more than 40 % of its weight does not apply. Otherwise the page says what is missing. The five pillars, people, process, content, technology and KPIs, follow the same rule over the questions that name them.",
  overallHeading: "The overall score",
  overallText:
    "The weighted mean of the parts that are shown. In the example: ({{sum}}) ÷ {{weights}} = <figure>{{score}}</figure>. In some assessments a part is carried by an earlier one: it then counts its own score, or what the earlier one counts where that is less. A part that is left out is named on the result; nothing is filled in for it. All sums are exact, so the order of the answers cannot change a figure, and rounding happens only where a figure is shown: to one decimal, half away from zero.",
  levelHeading: "Two readings of the level",
  levelScored: "Five levels begin at {{cuts}}: {{names}}. The <term>scored</term> level follows from the overall score: here level {{level}}.",
  levelGated: "The <term>gated</term> level also asks that every critical part ({{parts}}) is within 10 points of the level’s beginning: here level {{level}}.",
  levelGatedHeld:
    "The <term>gated</term> level also asks that every critical part ({{parts}}) is within 10 points of the level’s beginning: here level {{level}}, held back by {{held}}.",
  levelProvisional: "The levels are provisional until a standard has been set with data.",
  gapsHeading: "The gaps that matter",
  gapsText:
    "A gap is worth what the overall score would rise if that one answer became the best one: 100 × weight of the part × weight of the question × (1 − value), divided by the answered weight of the part and by the weight of all parts with a score. Where parts carry one another, the score is computed anew instead.",
  gapsExample: "The widest in the example is worth {{points}} points.",
  sureHeading: "How sure a score is",
  sureText:
    "Answers marked as a guess move to a neighbouring answer in half of 2,000 draws, “fairly sure” in one of five; “I don’t know” takes any answer with equal chance.",
  sureExample: "In the example: {{chances}} of the draws.",
  sureChance: "level {{level}} in {{chance}}",
  sureRest:
    "The draws start from a fixed number, so they come out the same each time. Two answers that do not fit together count as guesses; they never change the score itself.",
  portfolioHeading: "Several assessments together",
  portfolioText:
    "A portfolio takes the latest result of each assessment. Its pillars are not made from theirs: all questions that name a pillar are put together, and 100 × the sum of weight × value is divided by the sum of the weights of what was answered, as in a part. A question that stands in several assessments counts once in the pillars, with the answer that was given last. A pillar is shown by the same rule as a part.",
  portfolioExample:
    "The examples of {{titles}} together have {{questions}} questions on {{pillar}} once {{once}} that stands in both is left out the second time, and score <figure>{{score}}</figure> there. The mean of their overall scores is plain, none weighs more: ({{sum}}) ÷ {{rows}} = <mean>{{mean}}</mean>. In this mean a question that stands in both counts twice, once in each score. The mean is also what the one roadmap over all of them raises.",
  quotedTitle: "“{{title}}”",
  portfolioShared:
    "An answer to a shared question is filled in where the question comes up again, with where and when it was given, and counts for 90 days from then; after that it is asked again. “I don’t know” is always asked again. Where the question was answered differently within these 90 days, both answers are shown and count as guesses. Answers in two assessments that do not fit together count as guesses in both, and both are shown.",
  roadmapHeading: "The roadmap",
  roadmapPromises:
    "An initiative promises to raise named answers to named options and needs person-weeks from the five pools. What a set of initiatives gains is found by scoring the answers again with the promises kept: two that promise the same answer gain it once. Promises count only where today’s answer is known.",
  roadmapPoints:
    "The points beside an initiative of a plan are what it adds when the initiatives finish one after the other, so they add up to the whole rise. Opened, an initiative also says what each of its answers would bring by itself; where two initiatives raise the same answer, those figures overlap.",
  roadmapPlan:
    "The plan chooses start quarters that make the area under the projected score as large as possible, each later quarter counting 5 % less, within your weeks, your budget and the order in which initiatives rest on each other. A plan by gain per week is made first; then a solver for mixed-integer programs looks for the best one and proves that none is better, or says how much could at most be missing. The chance of success of an initiative is our judgement and is shown as such; it does not enter the projection.",
  notHereHeading: "What is not here",
  notHereText:
    "No comparison with others: this installation has no peers that agreed to be compared, and none are made up. Effort, cost and chance in the library are estimates with their reasons; they are not research.",
  apiTitle: "API",
  apiHeading: "Every figure, for programs too",
  apiLead:
    "Most of these operations need no key; three take a key of your organisation, which its owners and administrators make in its settings. They take and give JSON; errors are problem documents after RFC 9457 with a <code>code</code> and, for input, the <code>fields</code> at fault. The machine-readable description is <openapi>OpenAPI 3.1</openapi>.",
  tryIt: "Try it",
  shape: "Shape of the answer<of>: {{summary}}</of>",
  listAssessmentsSummary: "List the assessments",
  listAssessmentsDescription: "Slug, version, title, length.",
  readDefinitionSummary: "Read a whole definition",
  readDefinitionDescription: "Dimensions, items, options with their values, weights, levels, flags, readings and the content hash: everything scoring takes.",
  scoreAnswersSummary: "Score answers",
  scoreAnswersDescription:
    "Nothing is stored. The value is an option id (single), a list of option ids (multi; in order: ranking), a whole number (scale; shift: the position from 0, with an optional target) or a number (number). An item that is left out is blank. Figures are unrounded.",
  planRoadmapSummary: "Plan a roadmap",
  planRoadmapDescription:
    "Answers by assessment, person-weeks per pool with one figure a quarter, and optionally a budget per quarter, pinned and excluded initiatives. Chooses start quarters that maximise the discounted area under the projected score. A plan called optimal is proven; a feasible one comes with the bound and the gap that are left.",
  listInitiativesSummary: "List the initiatives",
  listInitiativesDescription: "Effort, prerequisites and promises: the data to check a plan with.",
  readBenchmarkSummary: "Read where your organisation stands among others",
  readBenchmarkDescription:
    "With a key. The latest closed result in one assessment, part by part, beside the organisations that share theirs: what may be said goes by how many they are, and of fewer than ten there is no figure.",
  listKpisSummary: "List the KPIs",
  listKpisDescription: "Formula, unit, direction and pitfalls.",
  listFollowedKpisSummary: "List the KPIs your organisation follows",
  listFollowedKpisDescription: "With a key. What each is, its targets and its latest reading, page by page.",
  listReadingsSummary: "Read the readings of a KPI",
  listReadingsDescription: "With a key. The earliest first, page by page.",
  addReadingSummary: "Add a reading to a KPI",
  addReadingDescription: "With a key that may write. One reading a day; with the same Idempotency-Key the same request is done once, however often it is sent.",
} as const;
