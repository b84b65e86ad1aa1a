import { createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EVEN_MS } from "#app/services/identity/even-time.server.ts";
import { forgetBrowser, knownBrowser } from "#app/services/identity/known-browser.server.ts";
import { addressToken, newAddressToken } from "#app/services/identity/mailed-tokens.server.ts";
import { requestReset } from "#app/services/identity/request-reset.server.ts";
import { resetPassword } from "#app/services/identity/reset-password.server.ts";
import { signIn } from "#app/services/identity/sign-in.server.ts";
import { signOut } from "#app/services/identity/sign-out.server.ts";
import { signUp } from "#app/services/identity/sign-up.server.ts";
import { resendVerification, verifyAddress } from "#app/services/identity/verify-address.server.ts";
import { browserRequest, cookieOf, type CountedIdentity, identityOn, mailsTo } from "../factories/identity.ts";
import { makePerson, sessionCookie } from "../factories/session-cookie.ts";
import { TEST_SECRET } from "../setup/start-product.ts";
import { testDatabases } from "../setup/test-databases.ts";

const PASSWORD = "correct horse battery";
const anybody = browserRequest();
const HERE = "203.0.113.7";

describe.each(await testDatabases())("identity ($name)", ({ open }) => {
  let database: Awaited<ReturnType<typeof open>>;
  let identity: CountedIdentity;
  beforeAll(async () => {
    database = await open();
    identity = identityOn(database);
  });
  afterAll(() => database.drop());

  let made = 0;
  /** Somebody else's network each time: what is counted by network is tried by itself. */
  const elsewhere = () => `network ${made++}`;
  const freshAddress = () => `somebody-${made++}@example.com`;
  const register = async (address = freshAddress(), password = PASSWORD) => {
    await signUp(identity, { name: "Aino", address, password }, { language: "fi", back: null });
    return address;
  };
  const personOf = (email: string) => identity.db.person.findUniqueOrThrow({ where: { email } });
  const whoIs = (cookie: string) => identity.auth.api.getSession({ headers: new Headers({ cookie }) });
  const signInAs = (address: string, password = PASSWORD, cookie = "", network = elsewhere()) =>
    signIn(identity, { address, password }, browserRequest(cookie), network);
  const signedIn = async (address: string, password = PASSWORD) => {
    const outcome = await signInAs(address, password);
    if (outcome.kind !== "signed-in") throw new Error(outcome.kind);
    return cookieOf(outcome.cookies);
  };

  describe("from signing up to signing out", () => {
    it("needs the address to be shown, and then works", async () => {
      const address = await register();
      expect(await personOf(address)).toMatchObject({ name: "Aino", emailVerified: false, twoFactorEnabled: false, operatorSince: null, language: "fi" });
      expect((await signInAs(address)).kind).toBe("unverified");
      const [mail] = await mailsTo(identity.db, address);
      expect(mail).toMatchObject({ kind: "verify_address", link: expect.stringMatching(/^http:\/\/localhost:3000\/verify-address\?token=/) as string });
      const outcome = await verifyAddress(identity, { token: mail!.token!, password: PASSWORD }, anybody, HERE);
      expect(outcome.kind).toBe("signed-in");
      const cookie = cookieOf((outcome as { cookies: Headers }).cookies);
      expect((await whoIs(cookie))?.user).toMatchObject({ email: address, emailVerified: true });
      const gone = await signOut(identity, browserRequest(cookie));
      expect(cookieOf(gone)).toBe("");
      expect(gone.getSetCookie().join()).toMatch(/pinhigh\.session_token=;/);
      expect(await whoIs(cookie)).toBeNull();
    });

    it("mails the link again to whoever knows the password, and five mails an hour at most", async () => {
      const address = await register();
      for (let i = 0; i < 8; i++) await resendVerification(identity, address, null);
      expect((await mailsTo(identity.db, address)).map(({ kind }) => kind)).toEqual(Array<string>(5).fill("verify_address"));
    });

    it("leads back to the page that asked for it, by every mail of signing up", async () => {
      const address = freshAddress();
      const back = "/results/abc/claim?a=b";
      const from = { language: "en", back } as const;
      await signUp(identity, { name: "Aino", address, password: PASSWORD }, from);
      await signUp(identity, { name: "Aino", address, password: PASSWORD }, from);
      await resendVerification(identity, address, back);
      const mails = await mailsTo(identity.db, address);
      expect(mails.map(({ kind }) => kind)).toEqual(["verify_address", "address_known", "verify_address"]);
      for (const { link } of mails) expect(new URL(link!).searchParams.get("to")).toBe(back);
      expect(mails[1]!.link).toMatch(/^http:\/\/localhost:3000\/sign-in\?to=/);
    });

    it("keeps a password only as argon2id with its parameters", async () => {
      const { id } = await personOf(await register());
      const credential = await identity.db.credential.findFirstOrThrow({ where: { userId: id } });
      expect(credential).toMatchObject({
        providerId: "credential",
        accountId: id,
        password: expect.stringMatching(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/) as string,
      });
    });
  });

  describe("the link that shows an address", () => {
    it("signs nobody in without the password: who signed up with another's address gets nothing from their opening it", async () => {
      const address = await register(freshAddress(), "the password of a stranger");
      const token = (await mailsTo(identity.db, address))[0]!.token!;
      expect((await verifyAddress(identity, { token, password: "what the owner guesses" }, anybody, HERE)).kind).toBe("refused");
      expect((await personOf(address)).emailVerified).toBe(false);
      // The owner sets a password by mail: the address is shown, and the stranger's password is gone.
      await requestReset(identity, address, new Date());
      const reset = (await mailsTo(identity.db, address)).at(-1)!;
      expect(await resetPassword(identity, { token: reset.token!, password: PASSWORD })).toBe(true);
      expect((await personOf(address)).emailVerified).toBe(true);
      expect((await signInAs(address, "the password of a stranger")).kind).toBe("refused");
      expect((await signInAs(address)).kind).toBe("signed-in");
    });

    const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
    const signed = (header: object, payload: object, secret: string) => {
      const text = `${encoded(header)}.${encoded(payload)}`;
      return `${text}.${createHmac("sha256", secret).update(text).digest("base64url")}`;
    };
    const inAnHour = Math.floor(Date.now() / 1000) + 3600;

    it("is refused when it is forged, altered, unsigned (alg none), too old or another's", async () => {
      const address = await register();
      const { id } = await personOf(address);
      const other = await makePerson(identity.db);
      const payload = { email: address, userId: id, exp: inAnHour };
      const good = signed({ alg: "HS256" }, payload, TEST_SECRET);
      const forged: Record<string, string> = {
        "another secret": signed({ alg: "HS256" }, payload, "another secret of the same length as it"),
        "alg none": `${encoded({ alg: "none" })}.${encoded(payload)}.`,
        "alg none, with a signature": `${encoded({ alg: "none" })}.${encoded(payload)}.${good.split(".")[2]}`,
        "alg None": `${encoded({ alg: "None" })}.${encoded(payload)}.`,
        "another algorithm": signed({ alg: "RS256" }, payload, TEST_SECRET),
        "no algorithm": signed({}, payload, TEST_SECRET),
        "altered address": [good.split(".")[0], encoded({ ...payload, email: other.email }), good.split(".")[2]].join("."),
        "too old": signed({ alg: "HS256" }, { ...payload, exp: inAnHour - 7200 }, TEST_SECRET),
        "another's id": signed({ alg: "HS256" }, { ...payload, userId: other.personId }, TEST_SECRET),
        "no id": signed({ alg: "HS256" }, { email: address, exp: inAnHour }, TEST_SECRET),
        "a change of address": await newAddressToken(identity.auth, { id, email: address }, freshAddress()),
        nothing: "",
        dots: "..",
      };
      for (const [name, token] of Object.entries(forged)) {
        expect([name, (await verifyAddress(identity, { token, password: PASSWORD }, anybody, HERE)).kind]).toEqual([name, "link-dead"]);
        expect((await personOf(address)).emailVerified).toBe(false);
      }
      expect((await verifyAddress(identity, { token: good, password: PASSWORD }, anybody, HERE)).kind).toBe("signed-in");
    });

    it("comes without the name that whoever signed up has chosen, and so does every other mail of the account", async () => {
      const [address, name] = [freshAddress(), "Call 0800 123 at once"];
      const from = { language: "en", back: null } as const;
      for (let i = 0; i < 2; i++) await signUp(identity, { name, address, password: PASSWORD }, from);
      await resendVerification(identity, address, null);
      await requestReset(identity, address, new Date());
      expect(await resetPassword(identity, { token: (await mailsTo(identity.db, address)).at(-1)!.token!, password: "another password" })).toBe(true);
      const mails = await identity.db.mail.findMany({ where: { address } });
      expect(mails.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["verify_address", "address_known", "reset_password", "password_changed"]));
      expect(JSON.stringify(mails)).not.toContain("0800");
    });

    it("is worthless for somebody who signed up with the address after its person was erased", async () => {
      const address = await register();
      const person = await personOf(address);
      const old = await addressToken(identity.auth, person);
      await identity.db.person.delete({ where: { id: person.id } });
      await register(address, "another password");
      expect((await verifyAddress(identity, { token: old, password: "another password" }, anybody, HERE)).kind).toBe("link-dead");
    });
  });

  describe("nobody learns who has an account", () => {
    it("by signing up: the account stays as it is, its owner is told, one hash either way", async () => {
      const address = await register();
      const before = [await personOf(address), await identity.db.credential.findMany({ where: { person: { email: address } } })];
      let counted = identity.hashed();
      expect(await signUp(identity, { name: "Other", address, password: "another password" }, { language: "en", back: null })).toBeUndefined();
      expect(identity.hashed() - counted).toBe(1);
      expect([await personOf(address), await identity.db.credential.findMany({ where: { person: { email: address } } })]).toEqual(before);
      expect((await mailsTo(identity.db, address)).map(({ kind }) => kind)).toEqual(["verify_address", "address_known"]);
      counted = identity.hashed();
      expect(await signUp(identity, { name: "Other", address: freshAddress(), password: "another password" }, { language: "en", back: null })).toBeUndefined();
      expect(identity.hashed() - counted).toBe(1);
    });

    it("by signing in: the same outcome and one hash, with a wrong password, without an account, without a password", async () => {
      const known = await makePerson(identity.db, { password: PASSWORD });
      const withoutPassword = await makePerson(identity.db);
      for (const address of [known.email, withoutPassword.email, freshAddress()]) {
        const counted = identity.hashed();
        expect(await signInAs(address, "a wrong password")).toEqual({ kind: "refused" });
        expect(identity.hashed() - counted).toBe(1);
      }
    });

    it("by asking for a new password: nothing is said, and one hash either way", async () => {
      const known = await makePerson(identity.db, { password: PASSWORD });
      const unknown = freshAddress();
      for (const address of [known.email, unknown]) {
        const counted = identity.hashed();
        expect(await requestReset(identity, address, new Date())).toBeUndefined();
        expect(identity.hashed() - counted).toBe(1);
      }
      expect((await mailsTo(identity.db, known.email)).map(({ kind }) => kind)).toEqual(["reset_password"]);
      expect(await mailsTo(identity.db, unknown)).toEqual([]);
    });

    it("by being locked out: ten wrong passwords lock an address whether it has an account or not", async () => {
      const known = await makePerson(identity.db, { password: PASSWORD });
      for (const address of [known.email, freshAddress()]) {
        const outcomes = await Promise.all(Array.from({ length: 14 }, () => signInAs(address, "a wrong password")));
        expect(outcomes.map(({ kind }) => kind).sort()).toEqual([...Array<string>(10).fill("refused"), ...Array<string>(4).fill("wait")]);
        const locked = await signInAs(address);
        expect(locked).toMatchObject({ kind: "wait" });
        expect((locked as { seconds: number }).seconds).toBeGreaterThan(800);
      }
    });

    it("by being locked out of a network: thirty failed sign-ins for different addresses lock it, and no other", async () => {
      const known = await makePerson(identity.db, { password: PASSWORD });
      const network = elsewhere();
      const outcomes = await Promise.all(Array.from({ length: 34 }, () => signInAs(freshAddress(), "a wrong password", "", network)));
      expect(outcomes.map(({ kind }) => kind).sort()).toEqual([...Array<string>(30).fill("refused"), ...Array<string>(4).fill("wait")]);
      for (const address of [known.email, freshAddress()]) {
        const locked = await signInAs(address, PASSWORD, "", network);
        expect(locked).toMatchObject({ kind: "wait", for: "network" });
        expect((locked as { seconds: number }).seconds).toBeGreaterThan(800);
      }
      expect((await signInAs(known.email)).kind).toBe("signed-in");
    });

    it("counts for a network what is wrong, and neither what is right nor what waits for an account", async () => {
      const { email } = await makePerson(identity.db, { password: PASSWORD });
      const [network, locked] = [elsewhere(), freshAddress()];
      for (let i = 0; i < 35; i++) expect((await signInAs(email, PASSWORD, "", network)).kind).toBe("signed-in");
      const tries = await Promise.all(Array.from({ length: 60 }, () => signInAs(locked, "a wrong password", "", elsewhere())));
      expect(tries.filter(({ kind }) => kind === "refused")).toHaveLength(10);
      for (let i = 0; i < 35; i++) expect(await signInAs(locked, "a wrong password", "", network)).toMatchObject({ kind: "wait", for: "account" });
      expect((await signInAs(email, "a wrong password", "", network)).kind).toBe("refused");
    }, 120_000);

    it("counts only what is wrong: the right password clears the count", async () => {
      const { email } = await makePerson(identity.db, { password: PASSWORD });
      for (let round = 0; round < 2; round++) {
        await Promise.all(Array.from({ length: 9 }, () => signInAs(email, "a wrong password")));
        expect((await signInAs(email)).kind).toBe("signed-in");
      }
    });

    it("by the time it takes: no answer comes before the time that all of them take", async () => {
      const known = await makePerson(identity.db, { password: PASSWORD });
      for (const address of [known.email, freshAddress()]) {
        for (const work of [
          () => signInAs(address, "a wrong password"),
          () => signUp(identity, { name: "A", address, password: PASSWORD }, { language: "en", back: null }),
          () => requestReset(identity, address, new Date()),
        ]) {
          const begun = performance.now();
          await work();
          expect(performance.now() - begun).toBeGreaterThan(EVEN_MS - 2);
        }
      }
    });
  });

  describe("a browser that has signed in to an account before", () => {
    const markOf = (outcome: unknown) =>
      cookieOf((outcome as { cookies: Headers }).cookies)
        .split("; ")
        .find((cookie) => cookie.startsWith("pinhigh.known_browser="))!;
    const lockOut = (address: string) => Promise.all(Array.from({ length: 12 }, () => signInAs(address, "a wrong password")));

    it("is let in while strangers have locked the account, and from a network that is locked", async () => {
      const { email } = await makePerson(identity.db, { password: PASSWORD });
      const mark = markOf(await signInAs(email));
      await lockOut(email);
      expect((await signInAs(email)).kind).toBe("wait");
      const network = elsewhere();
      await Promise.all(Array.from({ length: 31 }, () => signInAs(freshAddress(), "a wrong password", "", network)));
      expect((await signInAs(email, PASSWORD, mark, network)).kind).toBe("signed-in");
      // It does not clear the strangers' count.
      expect((await signInAs(email)).kind).toBe("wait");
    });

    it("has ten tries of its own, and takes none from strangers or from another of its kind", async () => {
      const { email } = await makePerson(identity.db, { password: PASSWORD });
      const [one, other] = [markOf(await signInAs(email)), markOf(await signInAs(email))];
      const outcomes = await Promise.all(Array.from({ length: 12 }, () => signInAs(email, "a wrong password", one)));
      expect(outcomes.filter(({ kind }) => kind === "refused")).toHaveLength(10);
      expect(await signInAs(email, PASSWORD, one)).toMatchObject({ kind: "wait", for: "account" });
      expect((await signInAs(email, PASSWORD, other)).kind).toBe("signed-in");
      expect((await signInAs(email)).kind).toBe("signed-in");
    });

    it("is a stranger to every other account, and nobody makes one up", async () => {
      const [{ email }, other] = [await makePerson(identity.db, { password: PASSWORD }), await makePerson(identity.db, { password: PASSWORD })];
      const [mark, foreign] = [markOf(await signInAs(email)), markOf(await signInAs(other.email))];
      await lockOut(email);
      const [id, signature] = mark.split("=")[1]!.split(".") as [string, string];
      const made = [
        foreign,
        `pinhigh.known_browser=${"A".repeat(22)}.${signature}`,
        `pinhigh.known_browser=${id}.${"A".repeat(43)}`,
        `pinhigh.known_browser=${id}.`,
        `pinhigh.known_browser=${id}`,
        "pinhigh.known_browser=",
        `pinhigh.known_browser=${"~".repeat(3_000)}${mark.split("=")[1]}`,
        `pinhigh.known_browser=${"é".repeat(22)}.${"é".repeat(43)}`,
      ];
      for (const cookie of made) expect((await signInAs(email, PASSWORD, cookie)).kind, cookie).toBe("wait");
      expect((await signInAs(email, PASSWORD, mark)).kind).toBe("signed-in");
    });

    it("is a stranger again to an account that is erased, and to no other", async () => {
      const [one, other] = [await makePerson(identity.db, { password: PASSWORD }), await makePerson(identity.db, { password: PASSWORD })];
      const both = markOf(await signInAs(other.email, PASSWORD, markOf(await signInAs(one.email))));
      const left = (await forgetBrowser(identity, one.email, browserRequest(both))).split(";")[0]!;
      const known = (email: string) => knownBrowser(identity, email, browserRequest(left));
      expect([await known(one.email), await known(other.email)]).toEqual([null, expect.stringMatching(/^[\w-]{22}$/)]);
      expect(await forgetBrowser(identity, other.email, browserRequest(left))).toMatch(/^pinhigh\.known_browser=; Max-Age=0;/);
    });

    it("is known to five accounts at most, and its cookie names none of them", async () => {
      const people = await Promise.all(Array.from({ length: 6 }, () => makePerson(identity.db, { password: PASSWORD })));
      let mark = "";
      for (const { email } of people) mark = markOf(await signInAs(email, PASSWORD, mark));
      // The same account again changes nothing but the order.
      expect(markOf(await signInAs(people[5]!.email, PASSWORD, mark))).toBe(mark);
      for (const { email, personId } of people) {
        expect(decodeURIComponent(mark)).not.toContain(email);
        expect(mark).not.toContain(personId);
        await lockOut(email);
      }
      const kinds = [];
      for (const { email } of people) kinds.push((await signInAs(email, PASSWORD, mark)).kind);
      expect(kinds).toEqual(["wait", ...Array<string>(5).fill("signed-in")]);
    });
  });

  describe("a session", () => {
    it("is a new one at every sign-in; one fixed before in the browser is not taken over", async () => {
      const [attacker, victim] = [await makePerson(identity.db), await makePerson(identity.db, { password: PASSWORD })];
      const fixed = await sessionCookie(identity.db, attacker);
      const outcome = await signInAs(victim.email, PASSWORD, fixed.cookie);
      const cookie = cookieOf((outcome as { cookies: Headers }).cookies);
      expect(cookie).not.toBe("");
      expect(cookie).not.toContain(fixed.cookie.split("=")[1]!.slice(0, 20));
      expect((await whoIs(cookie))?.user.id).toBe(victim.personId);
      expect((await whoIs(fixed.cookie))?.user.id).toBe(attacker.personId);
      const again = cookieOf(((await signInAs(victim.email)) as { cookies: Headers }).cookies);
      expect(again).not.toBe(cookie);
    });

    it("that was made up or signed with another secret is nobody's", async () => {
      const person = await makePerson(identity.db);
      const stolen = await sessionCookie(identity.db, person, { secret: "another secret, long enough for it" });
      expect(await whoIs(stolen.cookie)).toBeNull();
      expect(await whoIs("pinhigh.session_token=anything")).toBeNull();
      const real = await sessionCookie(identity.db, person);
      expect(await whoIs(real.cookie)).not.toBeNull();
      await identity.db.session.delete({ where: { id: real.sessionId } });
      expect(await whoIs(real.cookie)).toBeNull();
    });

    it.each(["http://localhost:3000", "https://assess.example.com"])(
      "has a cookie for %s that scripts, other sites and other hosts cannot have",
      async (origin) => {
        const there = identityOn(database, origin);
        const { email } = await makePerson(there.db, { password: PASSWORD });
        const { cookies } = (await signIn(there, { address: email, password: PASSWORD }, anybody, HERE)) as { cookies: Headers };
        identityOn(database);
        const https = origin.startsWith("https:");
        const given = cookies.getSetCookie().map((cookie) => cookie.split("; "));
        expect(given.map(([nameAndValue]) => nameAndValue!.split("=")[0])).toEqual(
          ["session_token", "known_browser"].map((name) => `${https ? "__Host-" : ""}pinhigh.${name}`),
        );
        for (const [index, seconds] of [30 * 86_400, 365 * 86_400].entries()) {
          const attributes = ["HttpOnly", `Max-Age=${seconds}`, "Path=/", "SameSite=Lax", ...(https ? ["Secure"] : [])];
          expect(given[index]!.slice(1).sort()).toEqual(attributes.sort());
        }
      },
    );

    it("describes its browser in what fits, and keeps no network address", async () => {
      const { email, personId } = await makePerson(identity.db, { password: PASSWORD });
      const request = new Request("http://localhost:3000/", { headers: { "User-Agent": "x".repeat(5_000), "X-Forwarded-For": "203.0.113.7" } });
      expect((await signIn(identity, { address: email, password: PASSWORD }, request, HERE)).kind).toBe("signed-in");
      expect(await identity.db.session.findFirstOrThrow({ where: { userId: personId } })).toMatchObject({ userAgent: "x".repeat(400), ipAddress: "" });
    });
  });

  describe("a new password by mail", () => {
    const resetFor = async (email: string) => {
      await requestReset(identity, email, new Date());
      return (await mailsTo(identity.db, email)).findLast(({ kind }) => kind === "reset_password")!.token!;
    };

    it("is set once, ends every session, and its owner is told", async () => {
      const { email, personId } = await makePerson(identity.db, { password: PASSWORD });
      const [one, two] = [await signedIn(email), await signedIn(email)];
      const token = await resetFor(email);
      const raced = await Promise.all(Array.from({ length: 20 }, (_, i) => resetPassword(identity, { token, password: `another password ${i}` })));
      expect(raced.filter(Boolean)).toHaveLength(1);
      expect(await resetPassword(identity, { token, password: "once more, please" })).toBe(false);
      expect([await whoIs(one), await whoIs(two)]).toEqual([null, null]);
      expect((await signInAs(email)).kind).toBe("refused");
      expect((await signInAs(email, `another password ${raced.indexOf(true)}`)).kind).toBe("signed-in");
      expect((await mailsTo(identity.db, email)).map(({ kind }) => kind)).toEqual(["reset_password", "password_changed"]);
      expect(await identity.db.verification.count({ where: { value: personId } })).toBe(0);
    });

    it("takes other links for one with it", async () => {
      const { email } = await makePerson(identity.db, { password: PASSWORD });
      const [first, second] = [await resetFor(email), await resetFor(email)];
      expect(await resetPassword(identity, { token: second, password: "another password" })).toBe(true);
      expect(await resetPassword(identity, { token: first, password: "a third password" })).toBe(false);
    });

    it("takes an hour, and no made-up link", async () => {
      const { email } = await makePerson(identity.db, { password: PASSWORD });
      await requestReset(identity, email, new Date(Date.now() - 61 * 60 * 1000));
      const old = (await mailsTo(identity.db, email)).at(-1)!.token!;
      expect(await resetPassword(identity, { token: old, password: "another password" })).toBe(false);
      expect(await resetPassword(identity, { token: "A".repeat(30), password: "another password" })).toBe(false);
    });

    it("waits under a hash: the database alone opens no link", async () => {
      const { email } = await makePerson(identity.db, { password: PASSWORD });
      const token = await resetFor(email);
      const rows = await identity.db.verification.findMany();
      expect(JSON.stringify(rows)).not.toContain(token);
      expect(rows.length).toBeGreaterThan(0);
      // The library looks for an identifier as it was given too: what stands in the table must not work as a token.
      for (const { identifier } of rows) expect(await resetPassword(identity, { token: identifier, password: "another password" })).toBe(false);
      expect(await resetPassword(identity, { token, password: "another password" })).toBe(true);
    });
  });
});
