import type { Words } from "../../words/say.ts";
import type { TeamGap, TeamGroup, TeamPart, TeamResult } from "../agreement/team-result-shape.ts";
import type { TeamNames } from "./team-names.ts";

/** The figures of a team as tables for a spreadsheet: figures unrounded, with a point, and names in the reader's language. */

export const TEAM_TABLES = ["overall", "dimensions", "pillars", "roles", "functions", "gaps", "items", "answers", "find-out", "agenda", "consensus"] as const;
export type TeamTable = (typeof TEAM_TABLES)[number];

type Row = (string | number | null)[];
/** What was agreed on for a question, in words. */
export type AgreedRow = { item: string; answer: string; reason: string; setBy: string; setAt: string };

/** @returns the head, then the rows */
export function teamTable(table: TeamTable, figures: TeamResult, agreed: readonly AgreedRow[], names: TeamNames, words: Words): Row[] {
  return TABLES[table]({ figures, agreed, names, words });
}

type Given = { figures: TeamResult; agreed: readonly AgreedRow[]; names: TeamNames; words: Words };

const TABLES: Record<TeamTable, (given: Given) => Row[]> = {
  overall: ({ figures, words }) => [
    [words.say("team:part"), ...partHead(words)],
    [words.say("team:overall"), ...partRow(figures.overall, figures, words)],
  ],
  dimensions: ({ figures, names, words }) => [
    [words.say("team:part"), ...partHead(words), words.say("team:column_agreement")],
    ...figures.dimensions.map((d) => [dimensionTitle(names, d.id), ...partRow(d, figures, words), d.agreement]),
  ],
  pillars: ({ figures, words }) => [
    [words.say("team:pillar"), ...partHead(words)],
    ...figures.pillars.map((p) => [words.say(`terms:${p.id}`), ...partRow(p, figures, words)]),
  ],
  roles: ({ figures, names, words }) => groupTable(figures.roles, names, words, (group) => words.say(`team:role_${group}`)),
  functions: ({ figures, names, words }) => groupTable(figures.functions, names, words, (group) => words.say(`team:function_${group}`)),
  gaps: ({ figures, names, words }) => gapTable(figures.gaps, names, words),
  items: ({ figures, names, words: { say } }) => [
    [
      say("team:column_question"),
      ...[say("team:answered"), say("team:not_applicable"), say("team:not_sure"), say("team:blank"), say("team:column_mean")],
      ...[say("team:column_variance"), say("team:column_agreement"), say("team:column_evidenced"), say("team:column_withheld")],
    ],
    ...figures.items.map(({ id, states, mean, variance, agreement, evidenced, withheld }) => [
      itemText(names, id),
      ...[states.answered, states.not_applicable, states.not_sure, states.blank, mean, variance, agreement, evidenced],
      withheld && say(`team:${withheld}_item`),
    ]),
  ],
  answers: ({ figures, names, words: { say } }) => [
    [say("team:column_question"), say("team:answer"), say("team:count")],
    ...figures.items.flatMap(({ id, distribution }) =>
      (distribution ?? []).map(({ option, count }) => [itemText(names, id), optionLabel(names, id, option), count]),
    ),
  ],
  "find-out": ({ figures, names, words: { say } }) => [
    [say("team:column_question"), say("team:not_sure"), say("team:column_share")],
    ...figures.findOut.map(({ item, notSure, share }) => [itemText(names, item), notSure, share]),
  ],
  agenda: ({ figures, names, words: { say } }) => [
    [say("team:column_question"), say("team:column_weight"), say("team:column_agreement"), say("team:column_effect"), say("team:column_priority")],
    ...figures.agenda.map(({ item, weight, agreement, effect, priority }) => [itemText(names, item), weight, agreement, effect, priority]),
  ],
  consensus: ({ agreed, names, words: { say } }) => [
    [say("team:column_question"), say("team:answer"), say("team:column_reason"), say("team:column_setBy"), say("team:column_setOn")],
    ...agreed.map(({ item, answer, reason, setBy, setAt }) => [itemText(names, item), answer, reason, setBy, setAt]),
  ],
};

function partHead({ say }: Words): string[] {
  const means = [say("team:column_mean"), say("team:column_weighted"), say("team:column_weights"), say("team:column_sd")];
  return [
    ...[say("team:peopleColumn"), say("team:column_leftOut"), ...means],
    ...[say("team:column_low"), say("team:column_high"), say("team:column_level"), say("team:column_coverage"), say("team:column_withheld")],
  ];
}

function partRow(part: TeamPart, { roleWeights }: TeamResult, { say }: Words): Row {
  const { n, leftOut, mean, weighted, sd, interval, level, coverage, withheld } = part;
  return [
    ...[n, leftOut, mean, weighted.mean],
    say("team:weights", roleWeights),
    ...[sd, interval?.low ?? null, interval?.high ?? null, level, coverage],
    withheld && say(`team:${withheld}_withheld`),
  ];
}

function groupTable<Group extends TeamGroup>(groups: readonly Group[], names: TeamNames, { say }: Words, nameOf: (group: Group["group"]) => string): Row[] {
  return [
    [say("team:group"), say("team:peopleColumn"), say("team:overall"), ...names.dimensions.map(({ title }) => title), say("team:column_withheld")],
    ...groups.map(({ group, n, overall, dimensions, hiddenBecause }) => [
      nameOf(group),
      n,
      overall,
      ...names.dimensions.map(({ id }) => dimensions.find((d) => d.id === id)?.mean ?? null),
      hiddenBecause && say(`team:${hiddenBecause}_hidden`),
    ]),
  ];
}

function gapTable(gaps: readonly TeamGap[], names: TeamNames, { say }: Words): Row[] {
  const row = ({ a, b }: TeamGap, part: string, { difference, interval, p }: TeamGap["overall"], rest: Row): Row => [
    ...[say(`team:role_${a}`), say(`team:role_${b}`), part],
    ...[difference, interval?.low ?? null, interval?.high ?? null, p],
    ...rest,
  ];
  return [
    [
      ...[say("team:column_a"), say("team:column_b"), say("team:part"), say("team:difference"), say("team:column_low"), say("team:column_high")],
      ...[say("team:column_p"), say("team:column_adjusted"), say("team:isClear")],
    ],
    ...gaps.flatMap((gap) => [
      row(gap, say("team:overall"), gap.overall, [null, null]),
      ...gap.dimensions.map((d) => row(gap, dimensionTitle(names, d.id), d, [d.adjusted, say(d.clear ? "team:clear" : "team:unclear")])),
    ]),
  ];
}

function dimensionTitle({ dimensions }: TeamNames, id: string): string {
  return dimensions.find((d) => d.id === id)!.title;
}

function itemText({ items }: TeamNames, id: string): string {
  return items.find((item) => item.id === id)!.text;
}

function optionLabel({ items }: TeamNames, id: string, option: string): string {
  return items.find((item) => item.id === id)!.options.find((o) => o.id === option)!.label;
}
