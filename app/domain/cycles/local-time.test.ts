import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysBetween, daysLater, isTimeZone, localOf, momentOf, quarterLater, TIME_ZONES } from "./local-time.ts";

const HELSINKI = "Europe/Helsinki";
const NEW_YORK = "America/New_York";
const BERLIN = "Europe/Berlin";
const at = (moment: Date | null) => moment?.toISOString();

// The days and hours of change are those that the European Union (Directive 2000/84/EC) and the United States (15 U.S.C. 260a) prescribe.
describe("the moment of a local time", () => {
  it.each([
    ["2027-01-15T09:00", HELSINKI, "2027-01-15T07:00:00.000Z"],
    ["2027-07-15T09:00", HELSINKI, "2027-07-15T06:00:00.000Z"],
    ["2027-01-15T09:00", NEW_YORK, "2027-01-15T14:00:00.000Z"],
    ["2027-07-15T09:00", NEW_YORK, "2027-07-15T13:00:00.000Z"],
    ["2027-07-15T09:00", "UTC", "2027-07-15T09:00:00.000Z"],
    // Half hours and quarters.
    ["2027-07-15T09:00", "Asia/Kathmandu", "2027-07-15T03:15:00.000Z"],
    ["2027-01-15T09:00", "Asia/Kolkata", "2027-01-15T03:30:00.000Z"],
    ["2027-01-15T09:00", "America/St_Johns", "2027-01-15T12:30:00.000Z"],
    ["2027-07-15T09:00", "America/St_Johns", "2027-07-15T11:30:00.000Z"],
  ])("%s in %s is %s", (local, zone, moment) => expect(at(momentOf(local, zone))).toBe(moment));

  it.each([
    // 28 March 2027, 03:00 becomes 04:00: 03:30 is on no clock, and means half an hour after 04:00.
    ["2027-03-28T02:59", HELSINKI, "2027-03-28T00:59:00.000Z"],
    ["2027-03-28T03:30", HELSINKI, "2027-03-28T01:30:00.000Z"],
    ["2027-03-28T04:30", HELSINKI, "2027-03-28T01:30:00.000Z"],
    // 14 March 2027, 02:00 becomes 03:00.
    ["2027-03-14T02:30", NEW_YORK, "2027-03-14T07:30:00.000Z"],
    ["2027-03-14T03:30", NEW_YORK, "2027-03-14T07:30:00.000Z"],
    // 31 October 2027, 04:00 becomes 03:00: 03:30 comes twice, and the first is meant.
    ["2027-10-31T03:30", HELSINKI, "2027-10-31T00:30:00.000Z"],
    ["2027-10-31T04:00", HELSINKI, "2027-10-31T02:00:00.000Z"],
    // 7 November 2027, 02:00 becomes 01:00.
    ["2027-11-07T01:30", NEW_YORK, "2027-11-07T05:30:00.000Z"],
    ["2027-11-07T02:00", NEW_YORK, "2027-11-07T07:00:00.000Z"],
    // 28 March 2027 and 31 October 2027, at two and at three.
    ["2027-03-28T02:30", BERLIN, "2027-03-28T01:30:00.000Z"],
    ["2027-10-31T02:30", BERLIN, "2027-10-31T00:30:00.000Z"],
    ["2027-10-31T03:00", BERLIN, "2027-10-31T02:00:00.000Z"],
    // By half an hour (Lord Howe Island): 3 October 2027, 02:00 becomes 02:30; 4 April 2027, 02:00 becomes 01:30.
    ["2027-10-03T02:15", "Australia/Lord_Howe", "2027-10-02T15:45:00.000Z"],
    ["2027-10-03T02:45", "Australia/Lord_Howe", "2027-10-02T15:45:00.000Z"],
    ["2027-04-04T01:45", "Australia/Lord_Howe", "2027-04-03T14:45:00.000Z"],
    ["2027-04-04T02:00", "Australia/Lord_Howe", "2027-04-03T15:30:00.000Z"],
    // By an hour, half an hour off: 14 March 2027 in Newfoundland.
    ["2027-03-14T02:30", "America/St_Johns", "2027-03-14T06:00:00.000Z"],
  ])("where the clock changes: %s in %s is %s", (local, zone, moment) => expect(at(momentOf(local, zone))).toBe(moment));

  it.each(["", "2027-02-30T10:00", "2027-13-01T10:00", "2027-01-01T24:00", "2027-01-01", "2027-01-01T10:00:00", "1969-12-31T23:00", "x".repeat(99)])(
    "is none for %j",
    (text) => expect(momentOf(text, HELSINKI)).toBeNull(),
  );

  it("is shown by the clock again, unless the clock leaves it out", () => {
    const zones = fc.constantFrom(HELSINKI, NEW_YORK, "Australia/Lord_Howe", "America/Sao_Paulo", "UTC", "Asia/Tokyo");
    fc.assert(
      fc.property(fc.date({ min: new Date("2000-01-01"), max: new Date("2050-01-01"), noInvalidDate: true }), zones, (moment, zone) => {
        const local = localOf(moment, zone);
        const found = momentOf(local, zone)!;
        expect(localOf(found, zone)).toBe(local);
        // The first of two: never later than the one that was asked for.
        expect(found.getTime()).toBeLessThanOrEqual(moment.getTime());
      }),
    );
  });
});

describe("a quarter later", () => {
  it.each([
    // 09:00 stays 09:00 on the wall over the change in spring, and over that in autumn.
    ["2027-01-11T07:00:00Z", HELSINKI, "2027-04-11T06:00:00.000Z"],
    ["2027-09-06T06:00:00Z", HELSINKI, "2027-12-06T07:00:00.000Z"],
    ["2027-01-11T14:00:00Z", NEW_YORK, "2027-04-11T13:00:00.000Z"],
    ["2027-09-06T13:00:00Z", NEW_YORK, "2027-12-06T14:00:00.000Z"],
    // 03:30 on a day on which the clock leaves it out, and on one on which it comes twice.
    ["2026-12-28T01:30:00Z", HELSINKI, "2027-03-28T01:30:00.000Z"],
    ["2027-07-31T00:30:00Z", HELSINKI, "2027-10-31T00:30:00.000Z"],
    // Half an hour later in Kolkata than a full hour in UTC, which has no change; and in Newfoundland, which has.
    ["2027-01-11T03:30:00Z", "Asia/Kolkata", "2027-04-11T03:30:00.000Z"],
    ["2027-01-11T12:30:00Z", "America/St_Johns", "2027-04-11T11:30:00.000Z"],
    // The 30th of November plus three months is the last of February; over the turn of the year.
    ["2027-11-30T10:00:00Z", "UTC", "2028-02-29T10:00:00.000Z"],
    ["2026-11-30T10:00:00Z", "UTC", "2027-02-28T10:00:00.000Z"],
    ["2027-10-31T23:59:59Z", "UTC", "2028-01-31T23:59:59.000Z"],
  ])("than %s in %s is %s", (from, zone, moment) => expect(at(quarterLater(new Date(from), zone))).toBe(moment));
});

describe("days later", () => {
  it("are days of the calendar, whatever their hours", () => {
    expect(at(daysLater(new Date("2027-03-20T07:00:00Z"), HELSINKI, 14))).toBe("2027-04-03T06:00:00.000Z");
    expect(at(daysLater(new Date("2027-10-30T07:00:00Z"), NEW_YORK, 14))).toBe("2027-11-13T08:00:00.000Z");
  });

  it("are counted by the calendar", () => {
    expect(daysBetween(new Date("2027-03-20T07:00:00Z"), new Date("2027-04-03T06:00:00Z"), HELSINKI)).toBe(14);
    expect(daysBetween(new Date("2027-03-20T07:00:00Z"), new Date("2027-03-20T08:00:00Z"), HELSINKI)).toBe(1);
    expect(daysBetween(new Date("2027-03-20T07:00:00Z"), new Date("2027-03-22T08:00:00Z"), "UTC")).toBe(3);
  });
});

describe("time zones", () => {
  it("are those that the clock knows, and UTC", () => {
    expect([HELSINKI, NEW_YORK, "UTC"].every(isTimeZone)).toBe(true);
    expect(["Europe/Nowhere", "", "constructor", "utc "].some(isTimeZone)).toBe(false);
    expect(new Set(TIME_ZONES).size).toBe(TIME_ZONES.length);
  });
});
