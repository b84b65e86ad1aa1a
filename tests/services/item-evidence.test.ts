import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { EvidenceEntry } from "#app/domain/evidence/evidence-form.ts";
import { addEvidence } from "#app/services/evidence/add-evidence.server.ts";
import { evidenceByItem, evidenceOfItem } from "#app/services/evidence/item-evidence.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { catalogueStage, quiz } from "../factories/catalogue-stage.ts";
import { makeMember, makeOrganization } from "../factories/tenants.ts";
import { testDatabases } from "../setup/test-databases.ts";

const SLUG = quiz.definition.slug;
const ITEMS = quiz.definition.items.map(({ id }) => id);
const now = new Date("2027-03-15T10:00:00Z");
const TODAY = "2027-03-15";
const databases = await testDatabases();

describe.each(databases)("evidence of a question, on $name", ({ open }) => {
  const { db } = catalogueStage(open);
  async function add(access: Access, entry: Partial<EvidenceEntry>): Promise<void> {
    const said = { item: ITEMS[0]!, title: "Complaints report", link: "https://example.com/report", owner: null, expires: null, ...entry };
    expect(await addEvidence(db(), access, SLUG, { ...said, once: randomUUID() }, null, now)).toMatchObject({ kind: "added" });
  }

  it("stands beside its question of a team's result as the register has it now, for those who may see the register", async () => {
    const owner = await makeOrganization(db(), "Northern Ferries", { name: "Maria" });
    const of = (access: Access, item = ITEMS[0]!) => evidenceOfItem(db(), access, { slug: SLUG, item }, now);
    expect(await of(owner)).toEqual([]);
    expect(await evidenceByItem(db(), owner, SLUG, now)).toEqual({});
    await add(owner, { title: "Over", expires: "2027-03-14" });
    await add(owner, { title: "Today", owner: owner.memberId, expires: TODAY });
    await add(owner, { title: "For good" });
    await add(owner, { title: "Long over", item: ITEMS[1]!, expires: "2026-01-01" });
    expect((await of(owner))!.map(({ title, owner: name, expires, state }) => [title, name, expires, state])).toEqual([
      ["For good", null, null, "holds"],
      ["Today", "Maria", TODAY, "expires"],
      ["Over", null, "2027-03-14", "expired"],
    ]);
    expect(await evidenceByItem(db(), owner, SLUG, now)).toEqual({ [ITEMS[0]!]: { holding: 2, expired: 1 }, [ITEMS[1]!]: { holding: 0, expired: 1 } });
    expect(await evidenceByItem(db(), owner, "martech-stack", now)).toEqual({});
    // Another organisation has its own, and whoever only answers sees none.
    expect(await of(await makeOrganization(db()))).toEqual([]);
    const runner: Access = { ...owner, actor: { kind: "consultant", scopes: ["run_assessments"] } };
    for (const access of [await makeMember(db(), owner, "respondent"), runner]) {
      expect(await of(access)).toBeNull();
      expect(await evidenceByItem(db(), access, SLUG, now)).toBeNull();
    }
    expect(await of(await makeMember(db(), owner, "viewer"))).toHaveLength(3);
  });
});
