import type { LoaderFunctionArgs } from "@remix-run/node";
import { personalDataSchema } from "#app/domain/export/personal-data.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { jsonFileResponse } from "#app/services/exports/json-file.server.ts";
import { collectPersonalData } from "#app/services/identity/collect-personal-data.server.ts";
import { requirePerson } from "#app/services/identity/require-person.server.ts";

/** Everything that is kept about whoever asks, as a file. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request);
  // Through its schema, so that nothing leaves that the file does not promise.
  const data = personalDataSchema.parse(await collectPersonalData(database(), person, new Date()));
  return jsonFileResponse(`${JSON.stringify(data, null, 2)}\n`, "your-data");
}
