/** Makes somebody the operator of this installation: a person with a verified address. There is no page for it. */
import { addressSchema } from "#app/domain/access/person-fields.ts";
import { openDatabase } from "#app/services/db/open-database.server.ts";
import { readEnvironment, StartProblem } from "#app/services/env/read-environment.server.ts";
import { grantOperator } from "#app/services/identity/grant-operator.server.ts";

const address = addressSchema.safeParse(process.argv[2] ?? "");
if (!address.success) {
  console.error("Name the address of somebody who has an account: npm run admin:grant aino@example.com");
  process.exit(1);
}
try {
  const database = await openDatabase({ ...readEnvironment(process.env), migrations: "prisma/migrations" }, new Date());
  const outcome = await grantOperator(database.client, address.data, new Date()).finally(() => database.close());
  if (outcome === "granted") console.log(`${address.data} runs this installation from now on.`);
  else if (outcome === "already") console.log(`${address.data} ran this installation before; nothing was changed.`);
  else console.error(outcome === "unverified" ? `${address.data} has not confirmed that address yet.` : `Nobody has an account with ${address.data}.`);
  process.exitCode = outcome === "granted" || outcome === "already" ? 0 : 1;
} catch (error) {
  if (!(error instanceof StartProblem)) throw error;
  // The embedded database has one owner: while the product runs, that is the product.
  console.error(error.message);
  process.exitCode = 1;
}
