import { redirect } from "@remix-run/node";
import { paths } from "#app/paths.ts";
import { type SignedIn, signedInPerson } from "./signed-in-person.server.ts";

/** The signed-in person. @throws Response the way to sign in, and back here for what can be asked again */
export async function requirePerson(request: Request): Promise<SignedIn> {
  const person = await signedInPerson(request);
  if (person) return person;
  const { pathname, search } = new URL(request.url);
  throw redirect(request.method === "GET" ? paths.signInFor(pathname.replace(/\.data$/, "") + search) : paths.signIn, 303);
}
