import { type OwnInitiative } from "#app/domain/board/own-initiative.ts";
import { prerequisiteCycles } from "#app/domain/roadmap/prerequisite-cycles.ts";
import type { Language } from "#app/words/language.ts";
import { initiativesIn } from "../content/content-in-language.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { ownsIn } from "./own-choices.server.ts";

/**
 * Where what an initiative of their own rests on would lead back to it: the titles along the way, itself first; null where it does not. While the organisation is held,
 * so that no other is changed meanwhile.
 * @param changed what it goes by in plans, and what it would be
 */
export async function circleOf(
  tx: Transaction,
  organizationId: string,
  changed: { planId: string; own: OwnInitiative },
  language: Language,
): Promise<string[] | null> {
  const others = (await ownsIn(tx, organizationId)).filter(({ planId }) => planId !== changed.planId);
  const owns = [...others, changed].map(({ planId, own: { title, requires } }) => ({ id: planId, title, requires }));
  const all = [...initiativesIn(language).initiativeById.values(), ...owns];
  const circle = prerequisiteCycles(all).find((ids) => ids.includes(changed.planId));
  if (!circle) return null;
  const at = circle.indexOf(changed.planId);
  const titleById = new Map(all.map(({ id, title }) => [id, title]));
  return [...circle.slice(at), ...circle.slice(0, at)].map((id) => titleById.get(id) ?? id);
}
