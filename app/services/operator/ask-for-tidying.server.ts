import type { Database } from "../db/open-database.server.ts";
import { withOperator } from "../db/with-operator.server.ts";
import type { SignedIn } from "../identity/signed-in-person.server.ts";
import { tidyNow } from "../jobs/jobs-instance.server.ts";
import { recordOperatorEvent } from "./record-operator-event.server.ts";

/** Has the daily tidying done now. That it was asked for is written down first: what it removes does not come back. */
export async function askForTidying(db: Database, operator: SignedIn): Promise<void> {
  await withOperator(db, (tx) => recordOperatorEvent(tx, operator, { action: "tidying.asked" }));
  await tidyNow();
}
