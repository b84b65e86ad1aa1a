import { describe, expect, it } from "vitest";
import { readOpening } from "#app/domain/cycles/opening-form.ts";
import { displayMomentIn } from "#app/domain/report/display.ts";
import { answerInCycle } from "#app/services/cycles/answer-in-cycle.server.ts";
import { cyclePage } from "#app/services/cycles/cycle-page.server.ts";
import { openCycles } from "#app/services/cycles/open-cycle.server.ts";
import { readLink } from "#app/services/cycles/read-link.server.ts";
import { runCycles } from "#app/services/cycles/run-cycles.server.ts";
import { personalTokenOf } from "#app/services/responses/respondent-token.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { catalogueStage, quiz, SECRET } from "../factories/catalogue-stage.ts";
import { english } from "../factories/english.ts";
import { makeMember, makeOrganization } from "../factories/tenants.ts";
import { testDatabases } from "../setup/test-databases.ts";

// The nights of change are those of the European Union (Directive 2000/84/EC): 2037-03-29, when 02:00 becomes 03:00 in Berlin, and
// 2037-10-25, when 03:00 becomes 02:00. All of it lies ahead of the database's own clock, by which a cycle refuses answers.
describe.each(await testDatabases())("a cycle by the clock of its organisation, on $name", ({ open }) => {
  const { db, within } = catalogueStage(open);
  const problems: unknown[] = [];
  const log = { error: (problem: unknown) => problems.push(problem) };
  const run = async (moment: string) => {
    await runCycles({ db: db(), secret: SECRET, now: new Date(moment), log });
    expect(problems).toEqual([]);
  };
  async function organizationIn(timeZone: string): Promise<{ owner: Access; member: Access }> {
    const owner = await makeOrganization(db());
    await within(owner, (tx) => tx.organization.updateMany({ where: { id: owner.organization.id }, data: { timeZone } }));
    return { owner, member: await makeMember(db(), owner, "respondent") };
  }
  /** Opens a cycle as the form of an organisation in a time zone is sent. */
  async function openedBy(owner: Access, timeZone: string, now: string, fields: [string, string][]): Promise<string> {
    const given = { assessments: [quiz.definition.slug], periods: ["2037-Q1", "2037-Q4"] };
    const plain: [string, string][] = [
      ["assessment", quiz.definition.slug],
      ["who", "everybody"],
      ["names", "anonymous"],
      ["language", "en"],
    ];
    const read = readOpening([...plain, ...fields], given, { timeZone, now: new Date(now) }, english);
    if (!read.values) throw new Error(JSON.stringify(read.problems));
    const { assessments: _, ...opening } = read.values;
    const outcome = await openCycles(db(), owner, [quiz], opening, { language: "en", now: new Date(now), secret: SECRET });
    if (outcome.kind !== "opened") throw new Error(outcome.kind);
    return outcome.ids[0]!;
  }
  const answering = async (member: Access, cycle: string, moment: string) =>
    (await answerInCycle(db(), member, cycle, { secret: SECRET, now: new Date(moment) })).kind;
  const mailsOf = (address: string) => db().mail.count({ where: { address } });

  it("opens at 02:30 on the night that leaves it out: half an hour after three, and everybody is told then", async () => {
    const { owner, member } = await organizationIn("Europe/Berlin");
    const address = `night-${owner.organization.slug}@example.com`;
    const id = await openedBy(owner, "Europe/Berlin", "2037-03-20T12:00:00Z", [
      ["period", "2037-Q1"],
      ["opens", "later"],
      ["opensAt", "2037-03-29T02:30"],
      ["closesAt", "2037-04-12T02:30"],
      ["addresses", address],
    ]);
    await run("2037-03-29T01:29:59Z");
    expect([await answering(member, id, "2037-03-29T01:29:59Z"), await mailsOf(address)]).toEqual(["planned", 0]);
    await run("2037-03-29T01:30:00Z");
    expect([await answering(member, id, "2037-03-29T01:30:00Z"), await mailsOf(address)]).toEqual(["answering", 1]);
    // Two weeks later by the calendar is an hour less by UTC.
    const { cycle } = (await cyclePage(db(), owner, id, { secret: SECRET, now: new Date("2037-03-29T02:00:00Z"), language: "en" }))!;
    expect([cycle.opensAt, cycle.closesAt]).toEqual(["2037-03-29T01:30:00.000Z", "2037-04-12T00:30:00.000Z"]);
  });

  it("closes at 02:30 on the night that has it twice: at the first, and stays closed at the second", async () => {
    const { owner, member } = await organizationIn("Europe/Berlin");
    const id = await openedBy(owner, "Europe/Berlin", "2037-10-20T12:00:00Z", [
      ["period", "2037-Q4"],
      ["opens", "now"],
      ["closesAt", "2037-10-25T02:30"],
    ]);
    expect(await answering(member, id, "2037-10-25T00:29:59Z")).toBe("answering");
    expect(await answering(member, id, "2037-10-25T00:30:00Z")).toBe("closed");
    await run("2037-10-25T00:30:00Z");
    const stored = () => within(owner, (tx) => tx.cycle.findFirstOrThrow({ where: { id }, select: { closedAt: true, revision: true } }));
    expect(await stored()).toEqual({ closedAt: new Date("2037-10-25T00:30:00Z"), revision: 2 });
    // 02:30 again, an hour later.
    await run("2037-10-25T01:30:00Z");
    expect(await stored()).toEqual({ closedAt: new Date("2037-10-25T00:30:00Z"), revision: 2 });
    expect(await answering(member, id, "2037-10-25T01:30:00Z")).toBe("closed");
  });

  it("that is every quarter opens at the same time on the wall, also where a night leaves it out, and stays open as many days", async () => {
    const { owner } = await organizationIn("Europe/Berlin");
    // The 29th of December, half past two at night, for two weeks.
    const first = await openedBy(owner, "Europe/Berlin", "2036-12-28T12:00:00Z", [
      ["period", "2037-Q1"],
      ["opens", "later"],
      ["opensAt", "2036-12-29T02:30"],
      ["closesAt", "2037-01-12T02:30"],
      ["repeat", "quarter"],
    ]);
    await run("2036-12-29T01:30:00Z");
    await run("2037-03-29T01:29:59Z");
    const cycles = () => within(owner, (tx) => tx.cycle.findMany({ orderBy: { openedAt: "asc" }, select: { id: true, opensAt: true, closesAt: true } }));
    expect((await cycles()).map(({ id }) => id)).toEqual([first]);
    await run("2037-03-29T01:30:00Z");
    // Two weeks later at half past three, as it opened on the wall.
    expect((await cycles())[1]).toMatchObject({ opensAt: new Date("2037-03-29T01:30:00Z"), closesAt: new Date("2037-04-12T01:30:00Z") });
  });

  it("in a zone of half hours opens, closes and says when by that clock, which it names to whoever reads it elsewhere", async () => {
    const zone = "Asia/Kolkata";
    const { owner, member } = await organizationIn(zone);
    const address = `kolkata-${owner.organization.slug}@example.com`;
    const id = await openedBy(owner, zone, "2037-02-20T12:00:00Z", [
      ["period", "2037-Q1"],
      ["opens", "later"],
      ["opensAt", "2037-02-21T00:15"],
      ["closesAt", "2037-03-01T00:15"],
      ["addresses", address],
    ]);
    expect(await answering(member, id, "2037-02-20T18:44:59Z")).toBe("planned");
    await run("2037-02-20T18:45:00Z");
    expect(await answering(member, id, "2037-02-20T18:45:00Z")).toBe("answering");
    // The mail, the page behind its link and the organisation's page: the day there, not in UTC.
    const said = "1 March 2037, 00:15 (Asia/Kolkata)";
    const { values } = await db().mail.findFirstOrThrow({ where: { address } });
    expect((values as { questions: { closes?: string }[]; closes?: string }).closes).toBe(said);
    const respondent = await within(owner, (tx) => tx.respondent.findFirstOrThrow({ where: { address } }));
    const token = personalTokenOf(SECRET, { organizationId: owner.organization.id, respondentId: respondent.id });
    const link = (await readLink(db(), token, new Date("2037-02-20T18:45:00Z")))!;
    expect(displayMomentIn(link.closesAt!.toISOString(), link.timeZone, "en")).toBe(said);
    const { cycle, running } = (await cyclePage(db(), owner, id, { secret: SECRET, now: new Date("2037-02-20T18:45:00Z"), language: "en" }))!;
    expect(displayMomentIn(cycle.closesAt!, cycle.timeZone, "en")).toBe(said);
    // The fields of its form show the same clock.
    expect(running).toMatchObject({ clock: "2037-02-21T00:15", closesAt: "2037-03-01T00:15" });
  });
});
