import { describe, expect, it } from "vitest";
import { dayOf, isRunning, offerExpiry, offerState, otherKind, startOfDay } from "./engagement-terms.ts";

const NOW = new Date("2027-03-30T23:30:00Z");
const OPEN = { acceptedAt: null, declinedAt: null, withdrawnAt: null, expiresAt: new Date("2027-03-31T00:00:00Z") };

describe("offerState", () => {
  it("is open until the moment it expires", () => {
    expect(offerState(OPEN, NOW)).toBe("open");
    expect(offerState(OPEN, OPEN.expiresAt)).toBe("expired");
  });

  it("stays what was answered first of all, also after it would have expired", () => {
    const late = new Date("2028-01-01T00:00:00Z");
    expect(offerState({ ...OPEN, acceptedAt: NOW }, late)).toBe("accepted");
    expect(offerState({ ...OPEN, declinedAt: NOW }, late)).toBe("declined");
    expect(offerState({ ...OPEN, withdrawnAt: NOW }, late)).toBe("withdrawn");
  });
});

describe("offerExpiry", () => {
  it("is thirty days on, or the end of the last day of what is offered, whichever comes first", () => {
    expect(offerExpiry(NOW, null).toISOString()).toBe("2027-04-29T23:30:00.000Z");
    expect(offerExpiry(NOW, "2027-12-31").toISOString()).toBe("2027-04-29T23:30:00.000Z");
    expect(offerExpiry(NOW, "2027-03-30").toISOString()).toBe("2027-03-31T00:00:00.000Z");
  });
});

describe("isRunning", () => {
  it("holds through the last day in UTC, and not once it was ended", () => {
    const endsOn = new Date("2027-03-30T00:00:00Z");
    expect(isRunning({ endedAt: null, endsOn }, NOW)).toBe(true);
    expect(isRunning({ endedAt: null, endsOn }, new Date("2027-03-31T00:00:00Z"))).toBe(false);
    expect(isRunning({ endedAt: null, endsOn: null }, NOW)).toBe(true);
    expect(isRunning({ endedAt: NOW, endsOn: null }, NOW)).toBe(false);
  });
});

describe("days", () => {
  it("are those of UTC", () => {
    expect(dayOf(NOW)).toBe("2027-03-30");
    expect(startOfDay(NOW).toISOString()).toBe("2027-03-30T00:00:00.000Z");
  });
});

describe("otherKind", () => {
  it("names who can accept", () => {
    expect(otherKind("company")).toBe("consultancy");
    expect(otherKind("consultancy")).toBe("company");
  });
});
