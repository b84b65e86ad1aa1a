import { base32 } from "@better-auth/utils/base32";
import { createOTP } from "@better-auth/utils/otp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changeSecondFactor, type FactorChange } from "#app/services/identity/change-second-factor.server.ts";
import { waitingFactor } from "#app/services/identity/second-factor.server.ts";
import type { SignedIn } from "#app/services/identity/signed-in-person.server.ts";
import { english } from "../factories/english.ts";
import { browserRequest, cookieOf, type CountedIdentity, identityOn } from "../factories/identity.ts";
import { makePerson, sessionCookie } from "../factories/session-cookie.ts";
import { testDatabases } from "../setup/test-databases.ts";

const PASSWORD = "correct horse battery";
const WRONG = "a wrong password";

describe.each(await testDatabases())("a second factor ($name)", ({ open }) => {
  let database: Awaited<ReturnType<typeof open>>;
  let identity: CountedIdentity;
  beforeAll(async () => {
    database = await open();
    identity = identityOn(database);
  });
  afterAll(() => database.drop());

  const whoIs = async (cookie: string) => (await identity.auth.api.getSession({ headers: new Headers({ cookie }) }))?.user.id ?? null;
  async function somebody() {
    const made = await makePerson(identity.db, { password: PASSWORD });
    const { cookie, sessionId } = await sessionCookie(identity.db, made);
    const person: SignedIn = { ...made, sessionId, isOperator: false };
    return { person, request: browserRequest(cookie) };
  }

  it("ends every other session when it is turned on, when its recovery codes are renewed and when it is turned off, and this one goes on", async () => {
    const { person, request } = await somebody();
    const change = async (wanted: FactorChange, from: Request) => {
      const other = await sessionCookie(identity.db, person);
      const done = await changeSecondFactor(identity, person, wanted, from, english);
      return { done, other: await whoIs(other.cookie) };
    };
    const begun = await change({ intent: "begin", password: PASSWORD }, request);
    expect(begun.other).toBe(person.personId);
    const { key } = (await waitingFactor(identity, person))!;
    const code = await createOTP(new TextDecoder().decode(base32.decode(key.replaceAll(" ", "")))).totp();
    expect((await change({ intent: "confirm", code: "000000" }, request)).other).toBe(person.personId);
    const on = await change({ intent: "confirm", code }, request);
    expect([on.done.done, on.other]).toEqual(["on", null]);
    const cookie = cookieOf((on.done as { cookies: Headers }).cookies);
    expect(await whoIs(cookie)).toBe(person.personId);
    const { id: sessionId } = await identity.db.session.findFirstOrThrow({ where: { userId: person.personId } });
    expect(await identity.db.session.count({ where: { userId: person.personId } })).toBe(1);
    Object.assign(person, { sessionId });
    expect((await change({ intent: "end", end: WRONG }, browserRequest(cookie))).other).toBe(person.personId);
    expect((await change({ intent: "renew", password: PASSWORD }, browserRequest(cookie))).other).toBeNull();
    const off = await change({ intent: "end", end: PASSWORD }, browserRequest(cookie));
    expect([off.done.done, off.other]).toEqual(["off", null]);
    expect(await whoIs(cookieOf((off.done as { cookies: Headers }).cookies))).toBe(person.personId);
  });
});
