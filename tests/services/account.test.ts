import { base32 } from "@better-auth/utils/base32";
import { createOTP } from "@better-auth/utils/otp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import { confirmAddressChange, requestAddressChange } from "#app/services/identity/change-address.server.ts";
import { changePassword } from "#app/services/identity/change-password.server.ts";
import { confirmPassword } from "#app/services/identity/confirm-password.server.ts";
import { erasePerson } from "#app/services/identity/erase-person.server.ts";
import { grantOperator } from "#app/services/identity/grant-operator.server.ts";
import { listOperatorEvents } from "#app/services/operator/list-operator-events.server.ts";
import { knownBrowser } from "#app/services/identity/known-browser.server.ts";
import { endSessions, listSessions } from "#app/services/identity/list-sessions.server.ts";
import { addressToken, newAddressToken } from "#app/services/identity/mailed-tokens.server.ts";
import { PASSKEY_STEPS } from "#app/services/identity/passkey-steps.server.ts";
import { passkeyRules } from "#app/services/identity/passkey-rules.server.ts";
import { removePasskey, renamePasskey } from "#app/services/identity/passkeys.server.ts";
import { requestReset } from "#app/services/identity/request-reset.server.ts";
import { resetPassword } from "#app/services/identity/reset-password.server.ts";
import { beginSecondFactor, confirmSecondFactor, endSecondFactor, renewRecoveryCodes, waitingFactor } from "#app/services/identity/second-factor.server.ts";
import { finishSignIn } from "#app/services/identity/second-step.server.ts";
import { signIn } from "#app/services/identity/sign-in.server.ts";
import type { SignedIn } from "#app/services/identity/signed-in-person.server.ts";
import { verifyAddress } from "#app/services/identity/verify-address.server.ts";
import { browserRequest, cookieOf, type CountedIdentity, identityOn, mailsTo } from "../factories/identity.ts";
import { makePerson, sessionCookie } from "../factories/session-cookie.ts";
import { testDatabases } from "../setup/test-databases.ts";

const PASSWORD = "correct horse battery";
const WRONG = "a wrong password";
const HERE = "203.0.113.7";

describe.each(await testDatabases())("an account ($name)", ({ open }) => {
  let database: Awaited<ReturnType<typeof open>>;
  let identity: CountedIdentity;
  beforeAll(async () => {
    database = await open();
    identity = identityOn(database);
  });
  afterAll(() => database.drop());

  /** Each try from a network of its own. */
  let tried = 0;
  const whoIs = async (cookie: string) => (await identity.auth.api.getSession({ headers: new Headers({ cookie }) }))?.user.id ?? null;
  const signInAs = (address: string, password = PASSWORD) => signIn(identity, { address, password }, browserRequest(), `network ${tried++}`);
  async function somebody() {
    const made = await makePerson(identity.db, { password: PASSWORD });
    const { cookie, sessionId } = await sessionCookie(identity.db, made);
    const person: SignedIn = { ...made, sessionId, isOperator: false };
    return { person, cookie, request: browserRequest(cookie) };
  }
  /** With a second factor that is on; `codeAt` gives the code of this period, or of the next one, which counts too. */
  async function somebodyWithFactor() {
    const { person, request } = await somebody();
    expect(await beginSecondFactor(identity, person, PASSWORD, request)).toEqual({ kind: "right" });
    const { key, recoveryCodes } = (await waitingFactor(identity, person))!;
    const otp = createOTP(new TextDecoder().decode(base32.decode(key.replaceAll(" ", ""))));
    const codeAt = (later: number) => otp.hotp(Math.floor(Date.now() / 30_000) + later);
    const cookies = (await confirmSecondFactor(identity, await codeAt(-1), request))!;
    return { person, codeAt, recoveryCodes, cookie: cookieOf(cookies), request: browserRequest(cookieOf(cookies)) };
  }
  /** A browser between password and code. */
  async function atSecondStep(email: string) {
    const outcome = await signInAs(email);
    if (outcome.kind !== "second-step") throw new Error(outcome.kind);
    return browserRequest(cookieOf(outcome.cookies));
  }

  describe("its password", () => {
    it("is changed with the old one: every other session ends, this one gets a new token, waiting links die", async () => {
      const { person, request, cookie } = await somebody();
      const other = await sessionCookie(identity.db, person);
      await requestReset(identity, person.email, new Date());
      const outcome = await changePassword(identity, person, { current: PASSWORD, password: "another password" }, request);
      expect(outcome.kind).toBe("changed");
      expect(await whoIs(cookieOf((outcome as { cookies: Headers }).cookies))).toBe(person.personId);
      expect([await whoIs(cookie), await whoIs(other.cookie)]).toEqual([null, null]);
      const mails = await mailsTo(identity.db, person.email);
      expect(mails.map(({ kind }) => kind)).toEqual(["reset_password", "password_changed"]);
      expect(await resetPassword(identity, { token: mails[0]!.token!, password: "a third password" })).toBe(false);
    });

    it("stays with a wrong old one, and ten of those are all there are", async () => {
      const { person, request } = await somebody();
      const tries = await Promise.all(
        Array.from({ length: 12 }, () => changePassword(identity, person, { current: WRONG, password: "another password" }, request)),
      );
      expect(tries.filter(({ kind }) => kind === "refused")).toHaveLength(10);
      expect(tries.filter(({ kind }) => kind === "wait")).toHaveLength(2);
      expect(await mailsTo(identity.db, person.email)).toEqual([]);
    });

    it("can be confirmed while strangers have locked the account", async () => {
      const { person, request } = await somebody();
      await Promise.all(Array.from({ length: 12 }, () => signInAs(person.email, WRONG)));
      expect((await signInAs(person.email)).kind).toBe("wait");
      expect(await confirmPassword(identity, person, PASSWORD, request)).toEqual({ kind: "right" });
    });
  });

  describe("its sessions", () => {
    it("are listed without their tokens, and end with the next request", async () => {
      const { person } = await somebody();
      const [one, two, foreign] = [await sessionCookie(identity.db, person), await sessionCookie(identity.db, person), await somebody()];
      const listed = await listSessions(identity.db, person, new Date());
      expect(listed.map(({ isThis }) => isThis)).toEqual([true, false, false]);
      expect(Object.keys(listed[0]!).sort()).toEqual(["browser", "id", "isThis", "since"]);
      const tokens = await identity.db.session.findMany({ select: { token: true } });
      for (const { token } of tokens) expect(JSON.stringify(listed)).not.toContain(token);
      await endSessions(identity.db, person, one.sessionId);
      await endSessions(identity.db, person, foreign.person.sessionId);
      expect([await whoIs(one.cookie), await whoIs(two.cookie)]).toEqual([null, person.personId]);
      expect(await whoIs(foreign.cookie)).toBe(foreign.person.personId);
      await endSessions(identity.db, person, null);
      expect((await listSessions(identity.db, person, new Date())).map(({ id }) => id)).toEqual([person.sessionId]);
    });
  });

  describe("its second factor", () => {
    it("is asked for after the password, and the browser has no session before the code", async () => {
      const { person, codeAt } = await somebodyWithFactor();
      const outcome = await signInAs(person.email);
      expect(outcome.kind).toBe("second-step");
      const cookie = cookieOf((outcome as { cookies: Headers }).cookies);
      expect(cookie).not.toContain("session_token");
      expect(await whoIs(cookie)).toBeNull();
      const done = await finishSignIn(identity, await codeAt(0), browserRequest(cookie));
      const cookies = cookieOf((done as { cookies: Headers }).cookies);
      expect(await whoIs(cookies)).toBe(person.personId);
      // The browser is known from here on, and was not before the code.
      expect(cookie).not.toContain("known_browser");
      expect(await knownBrowser(identity, person.email, browserRequest(cookies))).toMatch(/^[\w-]{22}$/);
    });

    it("takes a code once: sent 50 times at one moment, from one browser or several, it signs in once", async () => {
      const { person, codeAt } = await somebodyWithFactor();
      const browsers = await Promise.all(Array.from({ length: 5 }, () => atSecondStep(person.email)));
      const code = await codeAt(0);
      const raced = await Promise.all(Array.from({ length: 50 }, (_, i) => finishSignIn(identity, code, browsers[i % 5]!)));
      expect(raced.filter(({ kind }) => kind === "signed-in")).toHaveLength(1);
      expect((await finishSignIn(identity, code, await atSecondStep(person.email))).kind).toBe("refused");
      expect((await finishSignIn(identity, await codeAt(1), await atSecondStep(person.email))).kind).toBe("signed-in");
    });

    it("takes a recovery code once, also when it is raced", async () => {
      const { person, recoveryCodes } = await somebodyWithFactor();
      expect(recoveryCodes).toHaveLength(10);
      const browsers = await Promise.all(Array.from({ length: 8 }, () => atSecondStep(person.email)));
      const raced = await Promise.all(Array.from({ length: 50 }, (_, i) => finishSignIn(identity, recoveryCodes[0]!, browsers[i % 8]!)));
      expect(raced.filter(({ kind }) => kind === "signed-in")).toHaveLength(1);
      expect((await finishSignIn(identity, recoveryCodes[0]!, await atSecondStep(person.email))).kind).not.toBe("signed-in");
      expect((await finishSignIn(identity, recoveryCodes[1]!, await atSecondStep(person.email))).kind).toBe("signed-in");
    });

    it("is locked for its account after ten wrong codes, whatever browsers they come from", async () => {
      const { person, codeAt } = await somebodyWithFactor();
      const kinds: string[] = [];
      for (let round = 0; round < 3; round++) {
        const browser = await atSecondStep(person.email);
        for (let i = 0; i < 4; i++) kinds.push((await finishSignIn(identity, String(round * 10 + i).padStart(6, "0"), browser)).kind);
      }
      expect(kinds.slice(0, 10)).toEqual(Array<string>(10).fill("refused"));
      expect(await finishSignIn(identity, await codeAt(0), await atSecondStep(person.email))).toEqual({ kind: "locked", seconds: 900 });
    });

    it("is not bypassed by a new password, by confirming an address or by a change of address", async () => {
      const { person, request } = await somebodyWithFactor();
      await requestReset(identity, person.email, new Date());
      const waiting = await atSecondStep(person.email);
      const reset = (await mailsTo(identity.db, person.email)).at(-1)!.token!;
      expect(await resetPassword(identity, { token: reset, password: "another password" })).toBe(true);
      // A step that was under way with the old password is over, its session too.
      expect((await finishSignIn(identity, "000000", waiting)).kind).toBe("over");
      expect((await signInAs(person.email, "another password")).kind).toBe("second-step");
      const token = await addressToken(identity.auth, { id: person.personId, email: person.email });
      expect((await verifyAddress(identity, { token, password: "another password" }, browserRequest(), HERE)).kind).toBe("second-step");
      const address = `new-${person.email}`;
      const change = await newAddressToken(identity.auth, { id: person.personId, email: person.email }, address);
      expect(await confirmAddressChange(identity, person, change, request)).toBe(true);
      expect((await signInAs(address, "another password")).kind).toBe("second-step");
    });

    it("is nothing that a session of somebody else's in the browser helps with", async () => {
      const { person } = await somebodyWithFactor();
      const attacker = await somebody();
      const outcome = await signInAs(person.email);
      const both = browserRequest(`${attacker.cookie}; ${cookieOf((outcome as { cookies: Headers }).cookies)}`);
      expect((await finishSignIn(identity, "123456", both)).kind).toBe("refused");
    });

    it("shows its key only until the first code, needs the password for everything, and ends", async () => {
      const { person, request } = await somebodyWithFactor();
      expect(await waitingFactor(identity, person)).toBeNull();
      expect((await renewRecoveryCodes(identity, person, WRONG, request)).kind).toBe("refused");
      expect((await endSecondFactor(identity, person, WRONG, request)).kind).toBe("refused");
      const renewed = await renewRecoveryCodes(identity, person, PASSWORD, request);
      expect(renewed).toMatchObject({ kind: "renewed" });
      expect((await endSecondFactor(identity, person, PASSWORD, request)).kind).toBe("ended");
      expect((await signInAs(person.email)).kind).toBe("signed-in");
    });

    it("is kept encrypted", async () => {
      const { person, request } = await somebody();
      await beginSecondFactor(identity, person, PASSWORD, request);
      const { key } = (await waitingFactor(identity, person))!;
      const stored = JSON.stringify(await identity.db.twoFactor.findFirstOrThrow({ where: { userId: person.personId } }));
      const secret = new TextDecoder().decode(base32.decode(key.replaceAll(" ", "")));
      expect(stored).not.toContain(secret);
      expect(stored).not.toMatch(/[A-Za-z0-9]{5}-[A-Za-z0-9]{5}/);
    });
  });

  describe("its passkeys", () => {
    it("count only when the device made sure who is there", () => {
      const { authenticatorSelection, registration, authentication } = passkeyRules;
      expect(authenticatorSelection.userVerification).toBe("required");
      const said = (userVerified: boolean) => ({ verification: { registrationInfo: { userVerified }, authenticationInfo: { userVerified } } });
      expect(() => registration.afterVerification(said(false) as never)).toThrow("did not verify");
      expect(() => authentication.afterVerification(said(false) as never)).toThrow("did not verify");
      expect(registration.afterVerification(said(true) as never)).toBeUndefined();
      expect(authentication.afterVerification(said(true) as never)).toBeUndefined();
    });

    it("are changed and removed by their person only", async () => {
      const [{ person, cookie }, other] = [await somebody(), await somebody()];
      const { id } = await identity.db.passkey.create({
        data: {
          userId: person.personId,
          name: "Phone",
          publicKey: "x",
          credentialID: person.personId,
          counter: 0,
          deviceType: "singleDevice",
          backedUp: false,
        },
      });
      await renamePasskey(identity.db, other.person, { passkey: id, name: "Mine" });
      await removePasskey(identity.db, other.person, id);
      expect(await identity.db.passkey.findUniqueOrThrow({ where: { id } })).toMatchObject({ name: "Phone" });
      await renamePasskey(identity.db, person, { passkey: id, name: "Old phone" });
      expect(await identity.db.passkey.findUniqueOrThrow({ where: { id } })).toMatchObject({ name: "Old phone" });
      const elsewhere = await sessionCookie(identity.db, person);
      await removePasskey(identity.db, person, id);
      expect([await whoIs(elsewhere.cookie), await whoIs(cookie)]).toEqual([null, person.personId]);
      expect(await identity.db.passkey.count({ where: { id } })).toBe(0);
    });

    const ask = async (step: string, body: unknown) => {
      const request = new Request("http://localhost:3000/", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
      return PASSKEY_STEPS[step]!(identity, request).catch((refused: unknown) => refused as Response);
    };

    it("ask for the one who is there, and for nobody's in particular", async () => {
      const answer = await ask("sign-in-options", {});
      expect(await answer.json()).toMatchObject({ userVerification: "required", rpId: "localhost" });
      expect(cookieOf(answer.headers)).toMatch(/^pinhigh\.passkey=/);
    });

    it.each([
      ["an object for an id, which a query would take as a condition", { id: { not: "" } }],
      ["a list for an id", { id: ["a"] }],
      ["a field more", { role: "owner" }],
    ])("take no %s", async (_, more) => {
      const spoken = { id: "a", rawId: "a", type: "public-key", response: { clientDataJSON: "e30", authenticatorData: "", signature: "" }, ...more };
      const answer = await ask("sign-in", { response: spoken });
      expect(answer.status).toBe(422);
      expect(answer.headers.getSetCookie()).toEqual([]);
    });

    it("sign nobody in without a challenge of ours", async () => {
      const answer = await ask("sign-in", {
        response: { id: "a", rawId: "a", type: "public-key", response: { clientDataJSON: "e30", authenticatorData: "", signature: "" } },
      });
      expect([answer.status, answer.headers.getSetCookie()]).toEqual([403, []]);
    });
  });

  describe("its address", () => {
    it("changes once it is confirmed at the new one; the old one is told, and links mailed there are worthless", async () => {
      const { person, request, cookie } = await somebody();
      const address = `new-${person.email}`;
      await requestReset(identity, person.email, new Date());
      expect(await requestAddressChange(identity, person, { address, password: WRONG }, request)).toEqual({ kind: "refused" });
      expect(await requestAddressChange(identity, person, { address, password: PASSWORD }, request)).toEqual({ kind: "right" });
      const [mail] = await mailsTo(identity.db, address);
      expect(mail).toMatchObject({ kind: "change_address" });
      expect((await identity.db.person.findUniqueOrThrow({ where: { id: person.personId } })).email).toBe(person.email);
      const stranger = await somebody();
      expect(await confirmAddressChange(identity, stranger.person, mail!.token!, stranger.request)).toBe(false);
      expect(await confirmAddressChange(identity, person, mail!.token!, request)).toBe(true);
      expect(await identity.db.person.findUniqueOrThrow({ where: { id: person.personId } })).toMatchObject({ email: address, emailVerified: true });
      expect(await whoIs(cookie)).toBe(person.personId);
      const told = await mailsTo(identity.db, person.email);
      expect(told.map(({ kind }) => kind)).toEqual(["reset_password", "address_changed"]);
      expect(await resetPassword(identity, { token: told[0]!.token!, password: "another password" })).toBe(false);
      expect(await confirmAddressChange(identity, { ...person, email: address }, mail!.token!, request)).toBe(false);
    });

    it("does not change to one that somebody has, and does not tell that somebody has it", async () => {
      const [{ person, request }, other] = [await somebody(), await somebody()];
      const free = `free-${person.email}`;
      expect(await requestAddressChange(identity, person, { address: other.person.email, password: PASSWORD }, request)).toEqual(
        await requestAddressChange(identity, person, { address: free, password: PASSWORD }, request),
      );
      expect((await mailsTo(identity.db, other.person.email)).map(({ kind }) => kind)).toEqual(["address_known"]);
      const { token } = (await mailsTo(identity.db, free))[0]!;
      await makePerson(identity.db, { email: free });
      expect(await confirmAddressChange(identity, person, token!, request)).toBe(false);
    });
  });

  describe("its end", () => {
    const AN_HOUR_AGO = new Date(Date.now() - 3_600_000);
    async function organization(members: { personId: string; role: string }[]) {
      const id = crypto.randomUUID();
      await withTenant(identity.db, { organizationId: id }, async (tx) => {
        await tx.organization.createMany({ data: [{ id, kind: "company", name: `Company ${id.slice(0, 4)}`, slug: id }] });
        await tx.member.createMany({ data: members });
        await tx.auditEvent.createMany({
          data: members.map(({ personId }) => ({ at: AN_HOUR_AGO, personId, actorName: "Aino Example", action: "tried", objectKind: "test" })),
        });
      });
      return id;
    }
    const trailOf = (organizationId: string) =>
      withTenant(identity.db, { organizationId }, (tx) =>
        tx.auditEvent.findMany({ orderBy: { at: "asc" }, select: { personId: true, actorName: true, action: true } }),
      );

    it("takes the person out of every organisation and every trail, and everything that was theirs", async () => {
      const [{ person }, owner] = [await somebodyWithFactor(), await makePerson(identity.db)];
      const company = await organization([
        { ...ids(owner), role: "owner" },
        { ...ids(person), role: "analyst" },
      ]);
      const alone = await somebody();
      await requestReset(identity, person.email, new Date());
      expect(await erasePerson(identity.db, person)).toEqual({ lastOwnerOf: [] });
      const where = { userId: person.personId };
      const { session, credential, twoFactor, usedCode, verification, mail, person: people } = identity.db;
      expect(await Promise.all([session, credential, twoFactor, usedCode].map((table) => (table as typeof session).count({ where })))).toEqual([0, 0, 0, 0]);
      expect(await verification.count({ where: { value: person.personId } })).toBe(0);
      expect(await mail.count({ where: { address: person.email } })).toBe(0);
      expect(await people.count({ where: { id: person.personId } })).toBe(0);
      expect(await withTenant(identity.db, { organizationId: company }, (tx) => tx.member.count())).toBe(1);
      expect(await trailOf(company)).toEqual(
        expect.arrayContaining([
          { personId: null, actorName: "", action: "tried" },
          { personId: owner.personId, actorName: "Aino Example", action: "tried" },
          { personId: null, actorName: "", action: "member.erased" },
        ]),
      );
      expect(await whoIs(alone.cookie)).toBe(alone.person.personId);
    });

    it("keeps their answers, and nobody's name on them", async () => {
      const [{ person }, owner] = [await somebody(), await makePerson(identity.db)];
      const company = await organization([
        { ...ids(owner), role: "owner" },
        { ...ids(person), role: "respondent" },
      ]);
      const hash = "a".repeat(64);
      await identity.db.assessmentVersion.createMany({ data: [{ hash, slug: "tried", version: 1, definition: {} }], skipDuplicates: true });
      const response = await withTenant(identity.db, { organizationId: company }, async (tx) => {
        const member = await tx.member.findFirstOrThrow({ where: { personId: person.personId } });
        return tx.response.create({
          data: {
            memberId: member.id,
            assessmentHash: hash,
            takeTokenHash: company.padEnd(64, "0"),
            resultTokenHash: company.padEnd(64, "1"),
            submittedAt: AN_HOUR_AGO,
          },
        });
      });
      expect(await erasePerson(identity.db, person)).toEqual({ lastOwnerOf: [] });
      const kept = await withTenant(identity.db, { organizationId: company }, (tx) => tx.response.findUniqueOrThrow({ where: { id: response.id } }));
      expect(kept.memberId).toBeNull();
    });

    it("is refused to the last owner of an organisation, which is named, and nothing changes", async () => {
      const [{ person, cookie }, member] = [await somebody(), await makePerson(identity.db)];
      const company = await organization([
        { ...ids(person), role: "owner" },
        { ...ids(member), role: "admin" },
      ]);
      expect(await erasePerson(identity.db, person)).toEqual({ lastOwnerOf: [`Company ${company.slice(0, 4)}`] });
      expect(await whoIs(cookie)).toBe(person.personId);
      expect(await trailOf(company)).toHaveLength(2);
    });

    it("leaves one of two owners who go at the same moment", async () => {
      const [one, two] = [await somebody(), await somebody()];
      await organization([
        { ...ids(one.person), role: "owner" },
        { ...ids(two.person), role: "owner" },
      ]);
      const outcomes = await Promise.all([one, two].map(({ person }) => erasePerson(identity.db, person)));
      expect(outcomes.map(({ lastOwnerOf }) => lastOwnerOf.length).sort()).toEqual([0, 1]);
    });

    it("is the only way to change a trail", async () => {
      const owner = await makePerson(identity.db);
      const company = await organization([{ ...ids(owner), role: "owner" }]);
      expect(await identity.db.$executeRaw`UPDATE "audit_event" SET actor_name = ''`).toBe(0);
      await expect(identity.db.$executeRaw`UPDATE "audit_event" SET action = 'other'`).rejects.toThrow(/permission denied/);
      expect((await trailOf(company))[0]).toMatchObject({ actorName: "Aino Example", action: "tried" });
    });
  });

  it("runs the installation once it is granted, with a confirmed address only", async () => {
    const [verified, unverified] = [await makePerson(identity.db), await makePerson(identity.db, { verified: false })];
    const now = new Date();
    expect(await grantOperator(identity.db, verified.email, now)).toBe("granted");
    expect(await grantOperator(identity.db, verified.email, now)).toBe("already");
    expect(await grantOperator(identity.db, unverified.email, now)).toBe("unverified");
    expect(await grantOperator(identity.db, "nobody@example.com", now)).toBe("unknown");
    expect(await identity.db.person.count({ where: { operatorSince: { not: null } } })).toBe(1);
    // What changed something is written down, and by nobody: whoever is at the machine is not known.
    const { rows } = await listOperatorEvents(identity.db, { q: "", choice: "operator.granted", page: 1 });
    expect(rows).toEqual([expect.objectContaining({ personId: null, actorName: "", sessionId: null, objectId: verified.personId, objectName: verified.name })]);
  });
});

function ids({ personId }: { personId: string }) {
  return { personId };
}
