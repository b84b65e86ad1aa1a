import { describe, expect, it } from "vitest";
import { organizationFileSchema } from "#app/domain/export/organization-file.ts";
import { exportOrganization } from "#app/services/tenancy/export-organization.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { makeAnswered } from "../factories/answered-organization.ts";
import { makeAnsweredCycle, peopleFrom } from "../factories/answered-cycle.ts";
import { catalog, catalogueStage, quiz } from "../factories/catalogue-stage.ts";
import { makeOrganization } from "../factories/tenants.ts";
import { testDatabases } from "../setup/test-databases.ts";

describe.each(await testDatabases())("the rows of a file of an organisation, on $name", ({ open }) => {
  const { db, within } = catalogueStage(open);
  const inFile = async (owner: Access) => {
    let text = "";
    for await (const piece of exportOrganization(db(), owner, { language: "en", now: new Date() })) text += piece;
    return { text, responses: organizationFileSchema.parse(JSON.parse(text)).responses };
  };

  it("of anonymous answers have ids and an order of that file alone, so that the address of one's own result names none of them", async () => {
    const owner = await makeOrganization(db());
    // More than are read at once.
    const cycle = await makeAnsweredCycle(db(), owner, quiz, catalog, { people: peopleFrom(1, 60) });
    const ids = await within(owner, async (tx) => (await tx.response.findMany({ select: { id: true }, orderBy: { id: "asc" } })).map(({ id }) => id));
    const [one, other] = [await inFile(owner), await inFile(owner)];
    for (const { text, responses } of [one, other]) {
      expect(responses).toHaveLength(60);
      expect(new Set(responses.map(({ id }) => id)).size).toBe(60);
      expect(responses.every((response) => response.cycle === cycle)).toBe(true);
      for (const id of ids) expect(text).not.toContain(id);
    }
    const saidIn = ({ responses }: typeof one) => responses.map(({ answers }) => JSON.stringify(answers));
    expect(new Set(saidIn(other))).toEqual(new Set(saidIn(one)));
    // All sixty in the same place twice would be one chance among many more than there are atoms.
    expect(saidIn(other)).not.toEqual(saidIn(one));
    const sorted = await within(owner, async (tx) =>
      (await tx.answer.findMany({ where: { itemId: quiz.definition.items[0]!.id }, orderBy: { responseId: "asc" }, select: { value: true } })).map(
        ({ value }) => JSON.stringify(value),
      ),
    );
    const firsts = ({ responses }: typeof one) =>
      responses.map(({ answers }) => JSON.stringify(answers.find(({ item }) => item === quiz.definition.items[0]!.id)?.value));
    for (const file of [one, other]) expect(firsts(file)).not.toEqual(sorted);
    const own = one.responses.map(({ id }) => id);
    expect(other.responses.filter(({ id }) => own.includes(id))).toEqual([]);
  });

  it("of named answers and of what was brought in keep theirs", async () => {
    const owner = await makeOrganization(db());
    await makeAnsweredCycle(db(), owner, quiz, catalog, { people: peopleFrom(1, 3), isAnonymous: false });
    await makeAnswered(db(), owner, quiz, catalog, { seed: 9, memberId: owner.memberId });
    const ids = await within(owner, async (tx) => (await tx.response.findMany({ select: { id: true } })).map(({ id }) => id));
    expect((await inFile(owner)).responses.map(({ id }) => id).sort()).toEqual(ids.sort());
  });
});
