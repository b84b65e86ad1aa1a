import { describe, expect, it } from "vitest";
import { z } from "zod";
import { newPasswordSchema, nameSchema, signUpSchema } from "#app/domain/access/person-fields.ts";
import { bindPublicOrigin } from "#app/services/env/public-origin-instance.server.ts";
import { readForm } from "#app/services/identity/read-form.server.ts";
import { signedInPerson } from "#app/services/identity/signed-in-person.server.ts";
import { wordsIn } from "#app/services/words/words-in.server.ts";

const FIELDS = { name: "Aino", address: "aino@example.com", password: "ten letters" };
const post = (body: BodyInit, type = "application/x-www-form-urlencoded") =>
  new Request("http://localhost:3000/sign-up", { method: "POST", headers: typeof body === "string" ? { "Content-Type": type } : {}, body });
const read = (fields: Record<string, string>) => readForm(post(new URLSearchParams(fields).toString()), signUpSchema, wordsIn("en"));
const refusal = async (work: Promise<unknown>) => {
  try {
    await work;
    return null;
  } catch (thrown) {
    return thrown instanceof Response ? thrown.status : thrown;
  }
};

describe("a form of identity", () => {
  it("is read with its own fields", async () => {
    expect(await read(FIELDS)).toEqual({ fields: FIELDS, refused: null });
  });

  it.each(["role", "operatorSince", "emailVerified", "twoFactorEnabled", "id", "image", "callbackURL", "__proto__", "constructor"])(
    "is refused as a whole with %s in it",
    async (name) => {
      expect(await refusal(readForm(post(`${new URLSearchParams(FIELDS).toString()}&${name}=true`), signUpSchema, wordsIn("en")))).toBe(400);
    },
  );

  it.each([
    ["a field twice", `${new URLSearchParams(FIELDS).toString()}&address=other%40example.com`],
    ["a field missing", "name=Aino&address=aino%40example.com"],
    ["a flood of fields", Array.from({ length: 100_000 }, (_, i) => `f${i}=1`).join("&")],
    ["a field of 10 MB", `name=${"a".repeat(10_000_000)}`],
  ])("is refused with %s", async (_, body) => {
    expect(await refusal(readForm(post(body), signUpSchema, wordsIn("en")))).toBe(400);
  });

  it("is refused with a file in it, or as JSON", async () => {
    const form = new FormData();
    form.set("name", new File(["x"], "x.txt"));
    expect(await refusal(readForm(post(form), signUpSchema, wordsIn("en")))).toBe(400);
    expect(await refusal(readForm(post(JSON.stringify({ address: { not: "" } }), "application/json"), signUpSchema, wordsIn("en")))).toBe(400);
  });

  it("comes back with what was typed, without its password, and a sentence at each field", async () => {
    const { refused } = await read({ name: "A\0ino", address: "mi\u212Ae@example.com", password: "short" });
    expect(refused!.typed).toEqual({ name: "A\0ino", address: "mi\u212Ae@example.com" });
    expect(refused!.problems.map(({ field }) => field)).toEqual(["name", "address", "password"]);
    expect(refused!.problems.map(({ message }) => message).join()).not.toMatch(/nameUnreadable|identity:/);
  });

  it("says it in Finnish too", async () => {
    const schema = z.strictObject({ name: nameSchema, password: newPasswordSchema });
    const { refused } = await readForm(post("name=&password="), schema, wordsIn("fi"));
    expect(refused!.problems).toEqual([
      { field: "name", message: "Kirjoita nimesi" },
      { field: "password", message: "Salasanassa on oltava vähintään 10 merkkiä" },
    ]);
  });
});

describe("who is signed in", () => {
  it.each(["", "language=ImZpIg%3D%3D", "other.session_token=abc", "pinhigh.session_tokens=abc"])(
    "is nobody with the cookie %j, without asking the database",
    async (cookie) => {
      bindPublicOrigin("http://localhost:3000");
      // Neither the library nor the database is bound here: to ask either would throw.
      expect(await signedInPerson(new Request("http://localhost:3000/", { headers: cookie ? { Cookie: cookie } : {} }))).toBeNull();
    },
  );
});
