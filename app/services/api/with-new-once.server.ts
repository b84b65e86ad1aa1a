import { randomUUID } from "node:crypto";

/** The fields of a form that made something before, as those of another form. The page does not load anew when a form is refused, so it could not give one. */
export function withNewOnce(fields: Record<string, string>): Record<string, string> {
  return { ...fields, once: randomUUID() };
}
