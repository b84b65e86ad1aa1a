import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAuth } from "#app/services/identity/create-auth.server.ts";
import { makePerson, sessionCookie } from "../factories/session-cookie.ts";
import { TEST_SECRET } from "../setup/start-product.ts";
import { testDatabases } from "../setup/test-databases.ts";

describe.each(await testDatabases())("a session made in the database ($name)", ({ open }) => {
  let database: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.drop());

  it.each(["http://localhost:3000", "https://assess.example.com"])("signs its person in at %s", async (origin) => {
    const db = database.client;
    const auth = createAuth({ db, origin, secret: TEST_SECRET });
    const person = await makePerson(db);
    const { cookie, sessionId } = await sessionCookie(db, person, { origin });
    expect(cookie.startsWith("__Host-")).toBe(origin.startsWith("https:"));
    const found = await auth.api.getSession({ headers: new Headers({ cookie }) });
    expect(found).toMatchObject({ user: { id: person.personId, email: person.email }, session: { id: sessionId } });
    const other = await auth.api.getSession({ headers: new Headers({ cookie: cookie.replace(/.{6}$/, "AAAAAA") }) });
    expect(other).toBeNull();
  });
});
