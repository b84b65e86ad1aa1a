import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { addKpi } from "#app/services/kpis/add-kpi.server.ts";
import { addReading, changeReading } from "#app/services/kpis/change-readings.server.ts";
import { importPage } from "#app/services/kpis/import-page.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { catalogueStage } from "../factories/catalogue-stage.ts";
import { english } from "../factories/english.ts";
import { makeOrganization } from "../factories/tenants.ts";
import { testDatabases } from "../setup/test-databases.ts";

const NOW = new Date("2027-02-15T10:00:00Z");
const COLUMNS = { separator: "semicolon", dateColumn: "0", valueColumn: "1", kpiColumn: "", noteColumn: "2", dates: "iso", decimals: "comma" };
const CONTENT = "Date;Value;Note\n2026-12-31;40;\n2027-01-31;41,5;as filed\n";

describe.each(await testDatabases())("an import of readings that others overtake, on $name", ({ open }) => {
  const { db, within } = catalogueStage(open);
  async function stage() {
    const owner = await makeOrganization(db());
    const terms = { name: "Renewals", unit: "%", definition: null, higherIsBetter: true, cadence: "month", ownerId: null, baseline: null } as const;
    const outcome = await addKpi(db(), owner, { ...terms, baselineOn: null, anchors: null, once: randomUUID(), libraryId: null }, { language: "en", now: NOW });
    if (outcome.kind !== "added") throw new Error(outcome.kind);
    const kpi = outcome.id;
    const send = (fields: Record<string, string>) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      return importPage(db(), owner, new Request("https://pinhigh.example", { method: "POST", body: form }), NOW, english);
    };
    const look = async () => {
      const outcome = await send({ ...COLUMNS, kpi, content: CONTENT, intent: "preview" });
      if (!("step" in outcome)) throw new Error("imported");
      return outcome.step;
    };
    const add = async (on: string, value: number, note: string | null = null) =>
      expect(await addReading(db(), owner, kpi, { on, value, note, source: "api" }, NOW)).toEqual({ kind: "added" });
    return { owner, kpi, look, add, confirm: (fields: Record<string, string>) => send({ ...fields, intent: "confirm" }) };
  }
  const stored = (owner: Access) =>
    within(owner, async (tx) =>
      (await tx.kpiReading.findMany({ orderBy: { on: "asc" } })).map(({ on, value, source }) => [on.toISOString().slice(0, 10), value, source]),
    );

  it("replaces nothing that came after the look, says what it is, and does so once that was looked at", async () => {
    const { owner, look, add, confirm } = await stage();
    const shown = await look();
    expect(shown.preview).toMatchObject({ counts: { new: 2, replaced: 0, same: 0 }, overtaken: 0 });
    await add("2027-01-31", 12);
    const refused = await confirm(shown.fields);
    if (!("step" in refused)) throw new Error("imported");
    expect(refused.step.preview).toMatchObject({ counts: { new: 1, replaced: 1, same: 0 }, overtaken: 1 });
    expect(refused.step.preview!.rows.map(({ on, before, fate, isOvertaken }) => [on, before, fate, isOvertaken])).toEqual([
      ["2027-01-31", 12, "replaced", true],
      ["2026-12-31", null, "new", false],
    ]);
    expect(await stored(owner)).toEqual([["2027-01-31", 12, "api"]]);
    expect(await confirm(refused.step.fields)).toEqual({ imported: { new: 1, replaced: 1, same: 0 } });
    expect(await stored(owner)).toEqual([
      ["2026-12-31", 40, "csv"],
      ["2027-01-31", 41.5, "csv"],
    ]);
  });

  it("replaces nothing that was changed after the look, be it the value or the note", async () => {
    const { owner, kpi, look, add, confirm } = await stage();
    await add("2026-12-31", 30);
    await add("2027-01-31", 31);
    const shown = await look();
    expect(shown.preview).toMatchObject({ counts: { replaced: 2 } });
    expect(await changeReading(db(), owner, { kpiId: kpi, on: "2026-12-31" }, { value: 33, note: null, revision: 1 }, NOW)).toEqual({ kind: "done" });
    expect(await confirm(shown.fields)).toMatchObject({ step: { preview: { overtaken: 1 } } });
    const again = await look();
    expect(await changeReading(db(), owner, { kpiId: kpi, on: "2027-01-31" }, { value: 31, note: "checked", revision: 1 }, NOW)).toEqual({ kind: "done" });
    expect(await confirm(again.fields)).toMatchObject({ step: { preview: { overtaken: 1 } } });
    expect((await stored(owner)).map(([, value]) => value)).toEqual([33, 31]);
  });

  it("is done where what came is the same, or what was there is gone, and twice where it is sent twice", async () => {
    const { owner, look, add, confirm } = await stage();
    await add("2026-12-31", 30);
    const shown = await look();
    await add("2027-01-31", 41.5, "as filed");
    const outcomes = await Promise.all([confirm(shown.fields), confirm(shown.fields)]);
    expect(outcomes).toEqual(expect.arrayContaining([{ imported: { new: 0, replaced: 1, same: 1 } }, { imported: { new: 0, replaced: 0, same: 2 } }]));
    expect((await stored(owner)).map(([, value, source]) => [value, source])).toEqual([
      [40, "csv"],
      [41.5, "api"],
    ]);
  });

  it("by somebody who has not looked replaces nothing", async () => {
    const { owner, kpi, add, confirm } = await stage();
    await add("2026-12-31", 30);
    expect(await confirm({ ...COLUMNS, kpi, content: CONTENT })).toMatchObject({
      step: { preview: { overtaken: 1, counts: { new: 1, replaced: 1, same: 0 } } },
    });
    expect(await stored(owner)).toEqual([["2026-12-31", 30, "api"]]);
  });
});
