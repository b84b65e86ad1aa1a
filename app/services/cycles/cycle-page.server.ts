import { can } from "#app/domain/access/can.ts";
import { localOf } from "#app/domain/cycles/local-time.ts";
import { paths } from "#app/paths.ts";
import type { Language } from "#app/words/language.ts";
import { assessmentTitle } from "../content/assessment-title.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { publicOrigin } from "../env/public-origin-instance.server.ts";
import { qrCode } from "../responses/qr-code.server.ts";
import { openLinkTokenOf } from "../responses/respondent-token.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { readCycle } from "./read-cycle.server.ts";

const iso = (moment: Date | null) => moment?.toISOString() ?? null;

/** What the page of a cycle shows and lets whoever looks do; times in ISO 8601. Null for an id of none, and of another organisation's. */
export async function cyclePage(db: Database, access: Access, id: string, { secret, now, language }: { secret: string; now: Date; language: Language }) {
  const found = await readCycle(db, access, id, now);
  if (!found) return null;
  const { actor, organization } = access;
  const { slug, running, openedAt, opensAt, closesAt, closedAt, timeZone, ...cycle } = found;
  const stays = organization.eraseAfter === null;
  const isOpen = cycle.state === "open" && stays;
  const runs = stays && can(actor, "cycles.run");
  return {
    cycle: {
      ...{ ...cycle, timeZone, title: assessmentTitle(slug, language) },
      ...{
        openedAt: openedAt.toISOString(),
        opensAt: iso(opensAt),
        closesAt: iso(closesAt),
        closedAt: iso(closedAt ?? (cycle.state === "closed" ? closesAt : null)),
      },
    },
    running: running && {
      ...{ remindable: running.remindable, answeredBy: running.answeredBy },
      openLink: running.openLink && openLinkOf(organization.id, running.openLink, secret),
      series: running.series && { nextOpensAt: running.series.nextOpensAt.toISOString() },
      clock: localOf(now, timeZone),
      closesAt: closesAt ? localOf(closesAt, timeZone) : "",
    },
    may: {
      answer: isOpen && cycle.isAsked && can(actor, "cycles.respond"),
      run: runs,
      invite: isOpen && can(actor, "members.manage"),
      seeResults: can(actor, "results.view"),
    },
  };
}

function openLinkOf(organizationId: string, { id, expiresAt }: { id: string; expiresAt: Date }, secret: string) {
  const link = `${publicOrigin()}${paths.answer(openLinkTokenOf(secret, { organizationId, linkId: id }))}`;
  return { link, qr: qrCode(link), expiresAt: expiresAt.toISOString() };
}
