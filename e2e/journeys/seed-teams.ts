import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { computeInSteps } from "#app/services/results/compute-in-steps.server.ts";
import { publishResult } from "#app/services/results/publish-result.server.ts";
import { type Answering, makeAnsweredCycle, peopleFrom } from "../../tests/factories/answered-cycle.ts";
import { sessionCookie } from "../../tests/factories/session-cookie.ts";
import { makeOrganization } from "../../tests/factories/tenants.ts";
import { seedCatalog } from "./seed-catalog.ts";

const QUIZ = "customer-or-product-centric";
/** As long as a comment may be, with a word that does not break by itself. */
const LONG = `${"w".repeat(200)} ${"A customer told us so. ".repeat(40)}`.slice(0, 1000);

/** Managers who see much more than the front line does; some of each say why. */
const THIRTY: Answering[] = [
  ...peopleFrom(1, 6, [{ role: "manager", workFunction: "sales", strength: 0.8, comment: LONG }]),
  ...peopleFrom(11, 9, [{ role: "manager", workFunction: "sales", strength: 0.8 }]),
  ...peopleFrom(21, 6, [{ role: "frontline", workFunction: "service", strength: 0.3, comment: "<b>Nobody</b> calls back.\nEver." }]),
  ...peopleFrom(61, 9, [{ role: "frontline", workFunction: "service", strength: 0.3 }]),
];
/** With two executives, so that nobody else's role can be shown either. */
const FOURTEEN: Answering[] = [
  ...peopleFrom(1, 6, [{ role: "manager", strength: 0.8 }]),
  ...peopleFrom(11, 6, [{ role: "frontline", strength: 0.3 }]),
  ...peopleFrom(21, 2, [{ role: "executive", strength: 0.9 }]),
];

/** An organisation with a cycle in every state that its result can be in. */
export async function seedTeams(db: OpenDatabase["client"], origin: string) {
  const catalog = await seedCatalog(db, origin);
  const quiz = catalog.assessmentBySlug.get(QUIZ)!;
  const owner = await makeOrganization(db, "Harbour Lines", { name: "Maria Virtanen" });
  const make = (period: string, people: readonly Answering[], more: { isClosed?: boolean } = {}) =>
    makeAnsweredCycle(db, owner, quiz, catalog, { period, people, ...more });
  const publish = async (cycleId: string) => {
    await publishResult(db, { organizationId: owner.organization.id, cycleId }, { compute: computeInSteps });
    return cycleId;
  };
  const { cookie } = await sessionCookie(db, owner.person, { origin });
  const at = cookie.indexOf("=");
  return {
    slug: owner.organization.slug,
    cookie: { name: cookie.slice(0, at), value: cookie.slice(at + 1) },
    item: quiz.definition.items[0]!,
    cycles: {
      shown: await publish(await make("2026-Q3", THIRTY)),
      hidden: await publish(await make("2025-Q3", FOURTEEN)),
      withheld: await publish(await make("2026-Q2", peopleFrom(31, 3))),
      none: await publish(await make("2026-Q1", [])),
      open: await make("2026-Q4", peopleFrom(41, 2), { isClosed: false }),
      due: await make("2025-Q4", peopleFrom(51, 5)),
    },
  };
}
