import { describe, expect, it } from "vitest";
import { english } from "../../../tests/factories/english.ts";
import { MOST_ADDRESSES, readOpening } from "./opening-form.ts";

const CHOICES = { assessments: ["seven-ps", "martech-stack"], periods: ["2027-Q1", "2027-Q2"] };
const CLOCK = { timeZone: "Europe/Helsinki", now: new Date("2027-03-01T10:00:00Z") };
type Entry = [string, string];
const PLAIN: Entry[] = [
  ["assessment", "seven-ps"],
  ["period", "2027-Q1"],
  ["who", "everybody"],
  ["names", "anonymous"],
  ["opens", "now"],
  ["language", "fi"],
];
/** The fields of the form as they are sent, with these in place of those of the same names. */
const sent = (...others: Entry[]) => [...PLAIN.filter(([name]) => !others.some(([other]) => other === name)), ...others];
const read = (entries: Entry[]) => readOpening(entries, CHOICES, CLOCK, english);
const wrong = (...others: Entry[]) => read(sent(...others)).problems?.map(({ field }) => field);

describe("the form that opens cycles", () => {
  it("opens at once, for everybody and anonymously, where nothing else is chosen", () => {
    expect(read(PLAIN)).toEqual({
      values: {
        ...{ assessments: ["seven-ps"], period: "2027-Q1", asksEverybody: true, functions: [], addresses: [], respondentRole: null, workFunction: null },
        ...{ openLinkUntil: null, isAnonymous: true, opensAt: null, closesAt: null, remindEveryDays: null, language: "fi", isQuarterly: false },
        roleWeights: { executive: 1, manager: 1, frontline: 1 },
      },
    });
  });

  it("reads several assessments and functions, addresses, times by the organisation's clock, reminders and a repetition", () => {
    const { values } = read(
      sent(
        ["assessment", "seven-ps"],
        ["assessment", "martech-stack"],
        ["assessment", "seven-ps"],
        ["who", "functions"],
        ["function", "sales"],
        ["function", "it"],
        ["addresses", "Ada <ADA@example.com>\nben@example.com"],
        ["respondentRole", "manager"],
        ["openLink", "yes"],
        ["openLinkUntil", "2027-03-29T09:00"],
        ["names", "named"],
        ["opens", "later"],
        ["opensAt", "2027-03-27T09:00"],
        ["closesAt", "2027-04-10T09:00"],
        ["remind", "5"],
        ["repeat", "quarter"],
        ["weightExecutive", "2"],
        ["weightManager", "0"],
        ["weightFrontline", "10"],
      ),
    );
    expect(values).toMatchObject({
      ...{ assessments: ["seven-ps", "martech-stack"], asksEverybody: false, functions: ["sales", "it"], addresses: ["ada@example.com", "ben@example.com"] },
      // The clock is put forward between the two.
      ...{ opensAt: new Date("2027-03-27T07:00:00Z"), closesAt: new Date("2027-04-10T06:00:00Z"), openLinkUntil: new Date("2027-03-29T06:00:00Z") },
      ...{ respondentRole: "manager", isAnonymous: false, remindEveryDays: 5, isQuarterly: true },
      roleWeights: { executive: 2, manager: 0, frontline: 10 },
    });
  });

  it("says what is missing or none of ours", () => {
    expect(wrong(["assessment", "constructor"], ["period", "2027-Q9"])).toEqual(["assessment", "period"]);
    expect(read(PLAIN.slice(1)).problems).toMatchObject([{ field: "assessment" }]);
    expect(wrong(["who", "functions"])).toEqual(["function"]);
    expect(wrong(["who", "listed"])).toEqual(["addresses"]);
    expect(wrong(["who", "listed"], ["openLink", "yes"], ["openLinkUntil", "2027-03-29T09:00"])).toBeUndefined();
    expect(wrong(["addresses", "not an address"])).toEqual(["addresses"]);
    expect(wrong(["repeat", "quarter"])).toEqual(["closesAt"]);
    expect(wrong(["who", "nobody"], ["names", "perhaps"])).toEqual(["who", "names"]);
  });

  it("refuses times that are none, over, before the opening, or far away", () => {
    expect(wrong(["opens", "later"])).toEqual(["opensAt"]);
    // Ten o'clock in UTC is noon in Helsinki: half past eleven there is over.
    expect(wrong(["opens", "later"], ["opensAt", "2027-03-01T11:30"])).toEqual(["opensAt"]);
    expect(wrong(["opens", "later"], ["opensAt", "2027-03-01T12:30"])).toBeUndefined();
    expect(wrong(["opens", "later"], ["opensAt", "2027-03-05T12:30"], ["closesAt", "2027-03-05T12:30"])).toEqual(["closesAt"]);
    expect(wrong(["closesAt", "2028-05-01T12:00"])).toEqual(["closesAt"]);
    expect(wrong(["closesAt", "2027-02-30T12:00"])).toEqual(["closesAt"]);
    expect(wrong(["openLink", "yes"])).toEqual(["openLinkUntil"]);
  });

  it.each(["11", "-1", "1.5", "01", "", " ", "one", "1e1", "100000000000000000"])("does not take %j for the weight of a role", (weight) => {
    expect(wrong(["weightManager", weight])).toEqual(["weightManager"]);
  });

  it("takes weights that are not all 0, and each once", () => {
    const zero: Entry[] = [
      ["weightExecutive", "0"],
      ["weightManager", "0"],
    ];
    expect(wrong(...zero)).toBeUndefined();
    expect(wrong(...zero, ["weightFrontline", "0"])).toEqual(["weightExecutive"]);
    expect(wrong(["weightManager", "1"], ["weightManager", "2"])).toEqual(["weightManager"]);
  });

  it("takes no other field, none twice, and no more addresses than it says", () => {
    expect(wrong(["organizationId", "x"])).toEqual(["assessment"]);
    expect(wrong(["__proto__", "x"])).toEqual(["assessment"]);
    expect(read([...PLAIN, ["period", "2027-Q2"]]).problems).toMatchObject([{ field: "assessment" }]);
    const many = (count: number): Entry => ["addresses", Array.from({ length: count }, (_, n) => `a${n}@example.com`).join("\n")];
    expect(wrong(many(MOST_ADDRESSES))).toBeUndefined();
    expect(wrong(many(MOST_ADDRESSES + 1))).toEqual(["addresses"]);
  });
});
