import { describe, expect, it } from "vitest";
import type { LeapQuery } from "#app/domain/board/initiative-query.ts";
import { changeBet, decideBet } from "#app/services/board/change-bet.server.ts";
import { changeKeeping } from "#app/services/board/change-keeping.server.ts";
import { listLeaps } from "#app/services/board/list-leaps.server.ts";
import { remindOfLeaps } from "#app/services/board/remind-of-leaps.server.ts";
import { savePreferences } from "#app/services/notifications/save-preferences.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { ownInitiative } from "../factories/own-initiative.ts";
import { makeMember, makeOrganization } from "../factories/tenants.ts";
import { testDatabases } from "../setup/test-databases.ts";
import { NOW, en, initiativeStage } from "../factories/initiative-stage.ts";

describe.each(await testDatabases())("leaps of faith of a roadmap, on $name", ({ open }) => {
  const { db, added, read, within, told } = initiativeStage(open);

  it("bet on something, which is measured and decided, and stands in the list of leaps of faith", async () => {
    const owner = await makeOrganization(db());
    const empty = { analog: null, antilog: null, hypothesis: null, refutedBy: null };
    const named = async (title: string, measureOn: string | null) => {
      const id = await added(owner, { title });
      expect(await changeBet(db(), owner, id, { ...empty, leapOfFaith: `Leap of ${title}`, measureOn, revision: 1 }, NOW)).toEqual({ kind: "done" });
      return id;
    };
    const never = await named("Never", null);
    const [late, today, soon] = [await named("Late", "2027-03-14"), await named("Today", "2027-03-15"), await named("Soon", "2027-03-16")];
    const without = await added(owner, { title: "Without" });
    const leaps = async () => {
      const { leaps: open, decided, counts } = await listLeaps(db(), owner, { q: "", show: null, page: 1 }, en);
      return {
        open: open.map(({ title, isOverdue }) => [title, isOverdue]),
        decided: decided.map(({ title, verdict }) => [title, verdict]),
        without: counts.without,
      };
    };
    expect(await leaps()).toEqual({
      open: [
        ["Late", true],
        ["Today", false],
        ["Soon", false],
        ["Never", false],
      ],
      decided: [],
      without: 1,
    });
    expect(await changeBet(db(), owner, late, { ...empty, leapOfFaith: "Another", measureOn: null, revision: 1 }, NOW)).toMatchObject({
      kind: "conflict",
      now: { leapOfFaith: "Leap of Late", revision: 2 },
    });
    const decide = (id: string, verdict: "held" | "refuted" | null, decidedOn: string | null, revision: number) =>
      decideBet(db(), owner, id, { verdict, measured: verdict && "62 %", decidedOn, revision }, NOW);
    expect(await decide(late, "refuted", "2027-03-10", 2)).toEqual({ kind: "done" });
    expect(await decide(soon, "held", "2027-03-12", 2)).toEqual({ kind: "done" });
    // Of what nobody bet on nothing was measured.
    expect(await decide(without, "held", "2027-03-12", 1)).toEqual({ kind: "no-leap" });
    expect(await decide(soon, "refuted", "2027-03-12", 2)).toMatchObject({ kind: "conflict", now: { verdict: "held" } });
    expect(await leaps()).toMatchObject({
      open: [
        ["Today", false],
        ["Never", false],
      ],
      decided: [
        ["Soon", "held"],
        ["Late", "refuted"],
      ],
    });
    expect(await decide(late, null, null, 3)).toEqual({ kind: "done" });
    expect((await leaps()).open[0]).toEqual(["Late", true]);
    expect((await read(owner, late)).history.map(({ details }) => details.join("; "))).toContain(
      "Result: none → It was refuted; What was measured: none → 62 %; Decided on: none → 2027-03-10",
    );
    // Another leap of faith is open, whatever was measured of the one before; the same one, said to be measured later, is not.
    const later = { ...empty, leapOfFaith: "Leap of Soon", measureOn: "2027-03-20", revision: 3 };
    expect(await changeBet(db(), owner, soon, later, NOW)).toEqual({ kind: "done" });
    expect((await read(owner, soon)).initiative.verdict).toBe("held");
    expect(await changeBet(db(), owner, soon, { ...later, leapOfFaith: "Quite another", revision: 4 }, NOW)).toEqual({ kind: "done" });
    expect((await read(owner, soon)).initiative).toMatchObject({ leapOfFaith: "Quite another", verdict: null, measured: null, decidedOn: null });
    expect((await leaps()).decided).toEqual([]);
    expect([(await read(owner, never)).initiative.measureOn, (await read(owner, today)).today]).toEqual([null, "2027-03-15"]);
  });

  it("have leaps of faith that are found by words and come page by page, first due first", async () => {
    const owner = await makeOrganization(db(), "Cedar", { name: "Maria" });
    const rows = Array.from({ length: 45 }, (_, n) => ({
      ...{ own: ownInitiative({ title: `Number ${n}` }), leapOfFaith: n % 5 === 0 ? `Callers stay ${n}` : `Guests return ${n}`, createdBy: "Maria" },
      // The later ones are due first; of three nobody said when.
      measureOn: n < 3 ? null : new Date(Date.UTC(2027, 2, 60 - n)),
      ...(n >= 40 ? { verdict: "held", measured: "As said", decidedOn: new Date(Date.UTC(2027, 1, n - 30)) } : {}),
    }));
    await within(owner, (tx) => tx.roadmapInitiative.createMany({ data: rows }));
    const list = (query: Partial<LeapQuery>) => listLeaps(db(), owner, { q: "", show: null, page: 1, ...query }, en);
    const [first, second, beyond] = [await list({}), await list({ page: 2 }), await list({ page: 99 })];
    expect(first).toMatchObject({ found: 40, page: 1, pages: 2, counts: { open: 40, decided: 5, without: 0 } });
    const titles = [...first.leaps, ...second.leaps].map(({ title }) => title);
    expect(titles.slice(0, 37)).toEqual(Array.from({ length: 37 }, (_, n) => `Number ${39 - n}`));
    expect(titles.slice(37).sort()).toEqual(["Number 0", "Number 1", "Number 2"]);
    expect([beyond.page, beyond.leaps]).toEqual([2, second.leaps]);
    expect([first.decided.map(({ title }) => title), second.decided]).toEqual([[44, 43, 42, 41, 40].map((n) => `Number ${n}`), []]);
    expect((await list({ show: "decided" })).leaps).toEqual(first.decided);
    expect(await list({ q: "  CALLERS  number " })).toMatchObject({ found: 8, pages: 1 });
    expect((await list({ q: "callers", show: "decided" })).leaps.map(({ title }) => title)).toEqual(["Number 40"]);
    expect(await list({ q: "100%_" })).toMatchObject({ found: 0, leaps: [], page: 1, pages: 1, counts: { open: 40 } });
  });

  it("remind their owner of the day of measuring a leap of faith once, however many processes do, by mail unless that was turned off", async () => {
    const owner = await makeOrganization(db(), "Harbour Lines");
    const [anna, bo] = [await makeMember(db(), owner, "analyst"), await makeMember(db(), owner, "analyst")];
    const bet = async (title: string, columns: Record<string, unknown>, who: string | null = anna.memberId) => {
      const id = await added(owner, { title });
      await within(owner, (tx) => tx.roadmapInitiative.updateMany({ where: { id }, data: { leapOfFaith: "It holds", ownerId: who, ...columns } }));
      return id;
    };
    const day = (text: string) => new Date(`${text}T00:00:00Z`);
    const due = await bet("Due", { measureOn: day("2027-03-15"), state: "done", endedOn: day("2027-03-01") });
    await bet("Tomorrow", { measureOn: day("2027-03-16") });
    await bet("Never", { measureOn: null });
    await bet("Nobody's", { measureOn: day("2027-03-01") }, null);
    await bet("Dropped", { measureOn: day("2027-03-01"), state: "dropped" });
    await bet("Decided", { measureOn: day("2027-03-01"), verdict: "held", decidedOn: day("2027-03-01") });
    await bet("No leap", { measureOn: day("2027-03-01"), leapOfFaith: null });
    const remind = (now: Date) => remindOfLeaps({ db: db(), now, signal: new AbortController().signal });
    const mails = (to: Access) => db().mail.count({ where: { address: to.person.email } });
    const before = await mails(anna);
    expect((await Promise.all([remind(NOW), remind(NOW)])).reduce((sum, sent) => sum + sent)).toBe(1);
    expect(await told(anna, "leap_due")).toEqual([
      {
        values: { organization: "Harbour Lines", initiative: "Due", date: "2027-03-15" },
        path: `/o/${owner.organization.slug}/roadmap/initiatives/${due}#bet`,
      },
    ]);
    expect(await mails(anna)).toBe(before + 1);
    // Another day is another reminder; and another owner has had none, but wants no mail.
    const revision = async () => (await read(owner, due)).initiative.revision;
    const texts = { analog: null, antilog: null, hypothesis: null, refutedBy: null, leapOfFaith: "It holds" };
    await changeBet(db(), owner, due, { ...texts, measureOn: "2027-03-10", revision: await revision() }, NOW);
    expect([await remind(NOW), await remind(NOW)]).toEqual([1, 0]);
    await changeBet(db(), owner, due, { ...texts, leapOfFaith: "It holds still", measureOn: "2027-03-10", revision: await revision() }, NOW);
    expect(await remind(NOW)).toBe(0);
    await savePreferences(db(), bo.person, new Set(["initiative_due"]));
    const bos = await mails(bo);
    await changeKeeping(db(), owner, due, { owner: bo.memberId, due: null, revision: await revision() }, en);
    expect([await remind(NOW), await remind(NOW)]).toEqual([1, 0]);
    expect([(await told(bo, "leap_due")).length, await mails(bo)]).toEqual([1, bos]);
    await within(owner, (tx) => tx.organization.updateMany({ where: { id: owner.organization.id }, data: { eraseAfter: new Date("2027-04-15") } }));
    expect(await remind(new Date("2027-03-20T10:00:00Z"))).toBe(0);
  });
});
