import { z } from "zod";

/** What a member of an organisation may be, from most to least. */
export const ROLES = ["owner", "admin", "analyst", "respondent", "viewer"] as const;
export type Role = (typeof ROLES)[number];
export const roleSchema = z.enum(ROLES);

/** What an engagement may let a consultancy do for its client. */
export const SCOPES = ["run_assessments", "see_results", "edit_roadmap"] as const;
export type Scope = (typeof SCOPES)[number];
export const scopeSchema = z.enum(SCOPES);

export type Action =
  /** Open the organisation's pages at all. */
  | "organization.view"
  | "organization.edit"
  | "organization.transfer"
  | "organization.delete"
  /** Take everything of the organisation as one file. */
  | "organization.export"
  /** Say how long things are kept. */
  | "organization.retain"
  | "members.view"
  | "members.manage"
  | "engagements.view"
  | "engagements.manage"
  /** A consultancy's own: who works for which client. */
  | "clients.assign"
  /** Answer what one is asked. */
  | "cycles.respond"
  | "cycles.view"
  | "cycles.run"
  | "results.view"
  /** See what shows that answers are as they were given, and say what does. */
  | "evidence.view"
  | "evidence.edit"
  /** Take the register of evidence as a file. */
  | "evidence.export"
  /** See the roadmap, its scenarios and what has become of its promises. */
  | "roadmap.view"
  /** Take it as a file. */
  | "roadmap.export"
  | "roadmap.edit"
  /** See where the organisation stands among others. */
  | "benchmarks.view"
  /** Say whether its results are part of benchmarks. */
  | "benchmarks.consent"
  | "kpis.view"
  /** Choose KPIs, set their targets, enter and import readings. */
  | "kpis.edit"
  /** Take KPIs and their readings as a file. */
  | "kpis.export"
  /** Make and revoke keys to the API. */
  | "keys.manage"
  | "audit.view"
  /** Say whether whoever runs the installation may look inside. */
  | "support.manage"
  /** Take the part of a list that one sees as a file. */
  | "lists.export"
  | "data.export";

/**
 * Somebody in an organisation: a member by role, a consultant by what the engagement allows, or whoever runs the installation, who
 * only looks, until the moment that an owner has set.
 */
export type Actor = { kind: "member"; role: Role } | { kind: "consultant"; scopes: readonly Scope[] } | { kind: "operator"; until: Date };

const EVERYBODY: readonly Role[] = ROLES;
const THOSE_WHO_SEE: readonly Role[] = ["owner", "admin", "analyst", "viewer"];
const THOSE_WHO_WORK: readonly Role[] = ["owner", "admin", "analyst"];
const THOSE_WHO_MANAGE: readonly Role[] = ["owner", "admin"];

const BY_ROLE: Record<Action, readonly Role[]> = {
  "organization.view": EVERYBODY,
  "organization.edit": THOSE_WHO_MANAGE,
  "organization.transfer": ["owner"],
  "organization.delete": ["owner"],
  "organization.export": ["owner"],
  "organization.retain": ["owner"],
  "members.view": THOSE_WHO_WORK,
  "members.manage": THOSE_WHO_MANAGE,
  "engagements.view": THOSE_WHO_WORK,
  "engagements.manage": THOSE_WHO_MANAGE,
  "clients.assign": THOSE_WHO_MANAGE,
  "cycles.respond": ["owner", "admin", "analyst", "respondent"],
  "cycles.view": EVERYBODY,
  "cycles.run": THOSE_WHO_WORK,
  "results.view": THOSE_WHO_SEE,
  "evidence.view": THOSE_WHO_SEE,
  "evidence.edit": THOSE_WHO_WORK,
  "evidence.export": THOSE_WHO_SEE,
  "roadmap.view": THOSE_WHO_SEE,
  "roadmap.export": THOSE_WHO_SEE,
  "roadmap.edit": THOSE_WHO_WORK,
  "benchmarks.view": THOSE_WHO_SEE,
  "benchmarks.consent": THOSE_WHO_MANAGE,
  "kpis.view": THOSE_WHO_SEE,
  "kpis.export": THOSE_WHO_SEE,
  "kpis.edit": THOSE_WHO_WORK,
  "keys.manage": THOSE_WHO_MANAGE,
  "audit.view": THOSE_WHO_MANAGE,
  "support.manage": ["owner"],
  "lists.export": EVERYBODY,
  "data.export": THOSE_WHO_MANAGE,
};

/** Which of an engagement's scopes lets a consultant do it, any one of several; null: being engaged is enough; absent: never. */
const BY_SCOPE: Partial<Record<Action, Scope | readonly Scope[] | null>> = {
  "organization.view": null,
  "cycles.view": null,
  "lists.export": null,
  "cycles.run": "run_assessments",
  "results.view": "see_results",
  "evidence.view": "see_results",
  "evidence.edit": "run_assessments",
  "evidence.export": "see_results",
  // Who makes plans sees what they make.
  "roadmap.view": ["see_results", "edit_roadmap"],
  "roadmap.export": ["see_results", "edit_roadmap"],
  "roadmap.edit": "edit_roadmap",
  "benchmarks.view": "see_results",
  // Who enters readings sees what they enter.
  "kpis.view": ["see_results", "edit_roadmap"],
  "kpis.export": ["see_results", "edit_roadmap"],
  "kpis.edit": "edit_roadmap",
};

/** What whoever runs the installation may do where an owner lets them look: what a viewer sees, the files of evidence with it, and no list to take away. Nothing is added to it by itself. */
const BY_OPERATOR: ReadonlySet<Action> = new Set<Action>([
  "organization.view",
  "cycles.view",
  "results.view",
  "benchmarks.view",
  "kpis.view",
  "evidence.view",
  "roadmap.view",
]);

/** Whether somebody may do something in an organisation. The one place where that is decided. */
export function can(actor: Actor, action: Action): boolean {
  if (actor.kind === "member") return BY_ROLE[action].includes(actor.role);
  if (actor.kind === "operator") return BY_OPERATOR.has(action);
  const scope = BY_SCOPE[action];
  return scope === null || (scope !== undefined && [scope].flat().some((each) => actor.scopes.includes(each)));
}

/** What goes on while an organisation waits to be erased: it is read, exported, looked into by whom an owner lets, and kept from being erased. Nothing else changes. */
const WHILE_LEAVING: ReadonlySet<Action> = new Set([
  "organization.view",
  "organization.delete",
  "organization.export",
  "members.view",
  "engagements.view",
  "cycles.view",
  "results.view",
  "benchmarks.view",
  // Revoking alone: nothing is shared any more.
  "benchmarks.consent",
  "kpis.view",
  "kpis.export",
  "roadmap.view",
  "roadmap.export",
  // Revoking alone: none is made any more.
  "keys.manage",
  "evidence.view",
  "evidence.export",
  "audit.view",
  "support.manage",
  "lists.export",
  "data.export",
]);

/** Whether something may still be done in an organisation that waits to be erased, by whoever may do it at all. */
export function goesOnWhileLeaving(action: Action): boolean {
  return WHILE_LEAVING.has(action);
}

/** Whether a member may give a role to somebody, or take it from them: nobody hands out or takes more than they have, and an owner's only an owner does. */
export function canGrant(actor: Actor, role: Role): boolean {
  if (actor.kind !== "member" || !can(actor, "members.manage")) return false;
  return role !== "owner" || actor.role === "owner";
}
