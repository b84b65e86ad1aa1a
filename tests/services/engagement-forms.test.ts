import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { bindPublicOrigin } from "#app/services/env/public-origin-instance.server.ts";
import { acceptOffer } from "#app/services/tenancy/accept-offer.server.ts";
import { changeEngagements, type EngagementChange } from "#app/services/tenancy/change-engagements.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { listEngagements } from "#app/services/tenancy/list-engagements.server.ts";
import { listOffers } from "#app/services/tenancy/list-offers.server.ts";
import { readOfferAnswer } from "#app/services/tenancy/read-offer-answer.server.ts";
import { readOffer } from "#app/services/tenancy/read-offer.server.ts";
import { makeConsultancy, offerTo } from "../factories/engaged.ts";
import { english } from "../factories/english.ts";
import { makeMember, makeOrganization } from "../factories/tenants.ts";
import { testDatabases } from "../setup/test-databases.ts";

const NOW = new Date();
const AT = { now: NOW, language: "en" as const };
bindPublicOrigin("https://assess.example.com");
const SENDING = { now: NOW, language: "en" as const, origin: "https://assess.example.com" };
type Fields = readonly (readonly [string, string])[];
const OFFER: Fields = [
  ["intent", "offer"],
  ["address", "new@example.com"],
  ["endsOn", ""],
];

function posted(fields: Fields): Request {
  return new Request("http://localhost/", { method: "POST", body: new URLSearchParams(fields.map(([name, value]) => [name, value])) });
}

/** What was refused as a whole. */
async function statusOf(refused: Promise<unknown>): Promise<number> {
  const thrown: unknown = await refused.then(
    (value) => value,
    (error: unknown) => error,
  );
  return thrown instanceof Response ? thrown.status : 200;
}

describe.each(await testDatabases())("the forms of engagements, on $name", ({ open }) => {
  let database: OpenDatabase & { drop(): Promise<void> };
  let client: Access;
  let firm: Access;
  let engagement: string;
  beforeAll(async () => {
    database = await open();
    client = await makeOrganization(database.client, "Client");
    firm = await makeConsultancy(database.client, "Firm");
    const accepted = await acceptOffer(database.client, client, await offerTo(database.client, firm, { scopes: ["see_results"] }, NOW), AT);
    if (accepted.outcome !== "engaged") throw new Error(accepted.outcome);
    engagement = accepted.engagementId;
  });
  afterAll(() => database.drop());

  const send = (by: Access, fields: Fields): Promise<EngagementChange> => changeEngagements(database.client, by, posted(fields), SENDING, english);
  const offers = async (of: Access) => (await listOffers(database.client, of, NOW)).map(({ address, scopes }) => ({ address, scopes }));
  const engagements = async () => (await listEngagements(database.client, client, { q: "", page: 1 }, NOW)).rows;

  it("offer what is ticked and nothing else: a scope there is none of, or a field more, sends nothing", async () => {
    for (const more of [
      ["scopes", "everything"],
      ["scopes", "owner"],
      ["role", "owner"],
      ["organizationId", client.organization.id],
      ["memberId", "x"],
    ] as const) {
      const { problems, typed } = (await send(firm, [...OFFER, ["scopes", "see_results"], more])) as { problems: unknown[]; typed: unknown };
      expect(problems).toHaveLength(1);
      expect(typed).toMatchObject({ address: "new@example.com" });
    }
    expect(await offers(firm)).toEqual([]);
    expect(await send(firm, [...OFFER, ["scopes", "see_results"]])).toEqual({ done: "sent" });
    expect(await offers(firm)).toEqual([{ address: "new@example.com", scopes: ["see_results"] }]);
    expect(await send(firm, [...OFFER, ["scopes", "see_results"]])).toMatchObject({ problems: [{ field: "address" }], typed: { scopes: ["see_results"] } });
  });

  it("accept what was offered: a scope in the body of the answer is refused, not granted", async () => {
    const answer = (fields: Fields) => readOfferAnswer(posted(fields), english);
    expect(
      await answer([
        ["intent", "accept"],
        ["organization", "client-abc"],
      ]),
    ).toEqual({ intent: "accept", organization: "client-abc" });
    expect(await answer([["intent", "decline"]])).toEqual({ intent: "decline" });
    for (const more of [
      ["scopes", "edit_roadmap"],
      ["endsOn", "2030-01-01"],
      ["role", "owner"],
      ["__proto__", "x"],
    ] as const)
      expect(await statusOf(answer([["intent", "accept"], ["organization", "client-abc"], more]))).toBe(400);
    expect(
      await statusOf(
        answer([
          ["intent", "accept"],
          ["organization", "a"],
          ["organization", "b"],
        ]),
      ),
    ).toBe(400);
    expect((await engagements())[0]!.scopes).toEqual(["see_results"]);
  });

  it("answer a foreign id and an id of nothing with the same 404, and change nothing", async () => {
    const foreign = await makeConsultancy(database.client, "Foreign");
    const stranger = await makeOrganization(database.client, "Stranger");
    const offer = (await readOffer(database.client, await offerTo(database.client, firm, {}, NOW), NOW))!.id;
    const nothing = "00000000-0000-4000-8000-000000000000";
    const before = [await engagements(), await offers(firm)];
    for (const [by, fields] of [
      [
        foreign,
        [
          ["intent", "withdraw"],
          ["offer", offer],
        ],
      ],
      [
        foreign,
        [
          ["intent", "end"],
          ["engagement", engagement],
        ],
      ],
      [
        stranger,
        [
          ["intent", "end"],
          ["engagement", engagement],
        ],
      ],
      [
        foreign,
        [
          ["intent", "assign"],
          ["engagement", engagement],
          ["member", foreign.memberId!],
        ],
      ],
      [
        firm,
        [
          ["intent", "assign"],
          ["engagement", engagement],
          ["member", foreign.memberId!],
        ],
      ],
      [
        firm,
        [
          ["intent", "assign"],
          ["engagement", engagement],
          ["member", client.memberId!],
        ],
      ],
      [
        foreign,
        [
          ["intent", "unassign"],
          ["engagement", engagement],
          ["member", firm.memberId!],
        ],
      ],
      [
        firm,
        [
          ["intent", "withdraw"],
          ["offer", nothing],
        ],
      ],
      [
        firm,
        [
          ["intent", "end"],
          ["engagement", nothing],
        ],
      ],
      [
        firm,
        [
          ["intent", "assign"],
          ["engagement", engagement],
          ["member", nothing],
        ],
      ],
    ] as const)
      expect(await statusOf(send(by, fields))).toBe(404);
    expect([await engagements(), await offers(firm)]).toEqual(before);
  });

  it("refuse what they do not send", async () => {
    for (const fields of [
      [],
      [
        ["intent", "grant"],
        ["engagement", engagement],
      ],
      [
        ["intent", "end"],
        ["engagement", "1 OR 1=1"],
      ],
      [
        ["intent", "end"],
        ["engagement", engagement],
        ["scopes", "edit_roadmap"],
      ],
      [
        ["intent", "end"],
        ["engagement", engagement],
        ["engagement", engagement],
      ],
      [
        ["intent", "assign"],
        ["engagement", engagement],
        ["member", firm.memberId!],
        ["personId", firm.person.personId],
      ],
    ] as Fields[])
      expect(await statusOf(send(firm, fields))).toBe(400);
  });

  it("assign, take off and end", async () => {
    const member = await makeMember(database.client, firm, "analyst", { name: "Second" });
    const fields = [
      ["engagement", engagement],
      ["member", member.memberId!],
    ] as const;
    expect(await send(firm, [["intent", "assign"], ...fields])).toEqual({ done: "assigned" });
    expect((await engagements())[0]!.assigned.map(({ name }) => name)).toContain("Second");
    expect(await send(firm, [["intent", "unassign"], ...fields])).toEqual({ done: "unassigned" });
    expect((await engagements())[0]!.assigned.map(({ name }) => name)).not.toContain("Second");
    expect(
      await send(client, [
        ["intent", "end"],
        ["engagement", engagement],
      ]),
    ).toEqual({ done: "ended" });
    expect(await engagements()).toEqual([]);
    expect(await statusOf(send(firm, [["intent", "assign"], ...fields]))).toBe(404);
  });
});

describe("the way between two organisations", () => {
  it("is taken by the use cases of engagements alone", () => {
    const files = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));
    const users = files.filter((file) => /from ".*between-tenants\.server\.ts"/.test(readFileSync(path.join("app", file), "utf8")));
    expect(users.map((file) => path.basename(file, ".server.ts")).sort()).toEqual([
      "accept-offer",
      "assign-consultant",
      "decline-offer",
      "end-engagement",
      "engagement-sides",
    ]);
  });
});
