import type { Words } from "../../words/say.ts";
import { ROLES, SCOPES } from "../access/can.ts";
import { INITIATIVE_STATES } from "../board/initiative-state.ts";
import { VERDICTS } from "../board/initiative-page-form.ts";
import { scopesInWords } from "../engagement/scopes-in-words.ts";
import { AUDIT_ACTIONS, type AuditAction } from "./audit-actions.ts";
import { INDUSTRIES, REGIONS, RESPONDENT_ROLES, SIZE_BANDS, WORK_FUNCTIONS } from "./profile-choices.ts";

const FIELDS = [
  "name",
  "industry",
  "sizeBand",
  "region",
  "role",
  "respondentRole",
  "workFunction",
  "eraseAfter",
  "supportUntil",
  "retentionDays",
  "exportedAt",
  "responses",
  "linksLeftOut",
  "filesLeftOut",
  "invitedBy",
  "offeredBy",
  "scopes",
  "endsOn",
  "consultant",
  "unit",
  "definition",
  "better",
  "cadence",
  "owner",
  "baseline",
  "anchors",
  "day",
  "value",
  "note",
  "targets",
  "added",
  "replaced",
  "scope",
  "key",
  "assessment",
  "item",
  "title",
  "link",
  "file",
  "expires",
  "broughtInOn",
  "timeZone",
  "isAnonymous",
  "opensAt",
  "closesAt",
  "reason",
  "people",
  "until",
  "due",
  "pillars",
  "problem",
  "done",
  "effort",
  "effortReason",
  "cost",
  "quarters",
  "requires",
  "raises",
  "chance",
  "chanceReason",
  "pilot",
  "byHand",
  "kpis",
  "analog",
  "antilog",
  "leapOfFaith",
  "hypothesis",
  "refutedBy",
  "measureOn",
  "verdict",
  "measured",
  "decidedOn",
  "step",
  "question",
  "on",
  "initiative",
  "state",
  "quarter",
] as const;
type Field = (typeof FIELDS)[number];
const NOTES = /^(.+?)(Before|After)?$/;

/** An event of the audit trail as it is stored. */
export type StoredEvent = { actorName: string; actorFor: string | null; action: string; objectName: string | null; detail: unknown };
export type EventInWords = { who: string; what: string; details: string[] };

/** What was done, to what, and what changed. An action or a value that has no words stands as it is. */
export function eventInWords({ actorName, actorFor, action, objectName, detail }: StoredEvent, words: Words): EventInWords {
  const { say } = words;
  const who = nameless(actorName, action, words) ?? (actorFor === null ? actorName : say("audit:actsFor", { person: actorName, firm: actorFor }));
  const done = isKnown(action) ? say(`audit:${action}`) : action;
  return { who, what: objectName === null || objectName === actorName ? done : `${done}: ${objectName}`, details: detailsInWords(detail, words) };
}

/** Of what was done by whoever held a link, without signing in, and of what happened by itself. */
function nameless(actorName: string, action: string, { say }: Words): string | null {
  if (actorName !== "") return null;
  if (action.endsWith("_by_itself") || action === "result.published") return say("audit:byItself");
  return action === "engagement_offer.declined" ? say("audit:linkHolder") : null;
}

/** The actions whose words contain a text, so that one can look for what one reads. */
export function actionsSaying(text: string, { say, language }: Words): AuditAction[] {
  const wanted = text.toLocaleLowerCase(language);
  return AUDIT_ACTIONS.filter((action) => action.includes(wanted) || say(`audit:${action}`).toLocaleLowerCase(language).includes(wanted));
}

function detailsInWords(detail: unknown, words: Words): string[] {
  const { say } = words;
  if (typeof detail !== "object" || detail === null) return [];
  const values = detail as Record<string, unknown>;
  const names = new Set(Object.keys(values).map((key) => NOTES.exec(key)![1]!));
  return [...names].map((name) => {
    const field = isField(name) ? say(`audit:field_${name}`) : name;
    const said = (key: string) => valueInWords(name, values[key], words);
    if (`${name}Before` in values && `${name}After` in values)
      return say("audit:change", { field, before: said(`${name}Before`), after: said(`${name}After`) });
    return say("audit:note", { field, value: said([`${name}After`, `${name}Before`].find((key) => key in values) ?? name) });
  });
}

function valueInWords(name: string, value: unknown, words: Words): string {
  const { say } = words;
  if (value === null || value === undefined) return say("audit:open");
  const one = <Value extends string>(values: readonly Value[]): Value | undefined => values.find((known) => known === value);
  const known = {
    role: one(ROLES),
    respondentRole: one(RESPONDENT_ROLES),
    workFunction: one(WORK_FUNCTIONS),
    industry: one(INDUSTRIES),
    sizeBand: one(SIZE_BANDS),
    region: one(REGIONS),
    state: one(INITIATIVE_STATES),
    verdict: one(VERDICTS),
  };
  if (name === "isAnonymous" && typeof value === "boolean") return say(value ? "audit:isAnonymous_yes" : "audit:isAnonymous_no");
  if (name === "scopes" && typeof value === "string") {
    const wanted = value.split(" ");
    return scopesInWords(
      SCOPES.filter((scope) => wanted.includes(scope)),
      words,
    );
  }
  if (name === "role" && known.role) return say(`people:role_${known.role}`);
  if (name === "respondentRole" && known.respondentRole) return say(`people:respondentRole_${known.respondentRole}`);
  if (name === "workFunction" && known.workFunction) return say(`people:workFunction_${known.workFunction}`);
  if (name === "industry" && known.industry) return say(`organizations:industry_${known.industry}`);
  if (name === "sizeBand" && known.sizeBand) return say(`organizations:sizeBand_${known.sizeBand}`);
  if (name === "verdict" && known.verdict) return say(`initiatives:verdict_${known.verdict}`);
  if (name === "region" && known.region) return say(`organizations:region_${known.region}`);
  if (name === "state" && known.state) return say(`board:state_${known.state}`);
  return typeof value === "object" ? JSON.stringify(value) : String(value as string | number | boolean);
}

function isKnown(action: string): action is AuditAction {
  return (AUDIT_ACTIONS as readonly string[]).includes(action);
}

function isField(name: string): name is Field {
  return (FIELDS as readonly string[]).includes(name);
}
