import { type Language, LANGUAGES } from "#app/words/language.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { queueMail } from "../email/queue-mail.server.ts";
import { publicOrigin } from "../env/public-origin-instance.server.ts";
import { wordsIn } from "../words/words-in.server.ts";
import { ALWAYS_BY_MAIL, type NotificationOf, NOTIFICATIONS } from "./notification-kinds.server.ts";
import { notificationSentence } from "./notification-sentence.server.ts";

export type Notice = NotificationOf & {
  /** Who is told; each once, however often they are named. */
  personIds: readonly string[];
  /** Where it can be looked at; a path of ours. */
  path: string;
  /** Of the request that caused it, for people who have chosen no language. */
  language: Language;
};

/**
 * Tells people something of the organisation whose door `tx` has passed, in the transaction of what happened: in their
 * notifications, and by mail where they or the kind's default want that, or it has to come by mail. Nudge the mails after the commit.
 */
export async function notify(tx: Transaction, { personIds, path, language, ...notification }: Notice): Promise<void> {
  const ids = [...new Set(personIds)];
  const { kind, values } = notification;
  if (ids.length === 0) return;
  // Inside an organisation notifications can be added and not read, so nothing is returned.
  await tx.notification.createMany({ data: ids.map((personId) => ({ personId, kind, values, path })) });

  const chosen = await tx.notificationPreference.findMany({ where: { personId: { in: ids }, kind }, select: { personId: true, byMail: true } });
  const byMail = new Map(chosen.map((preference) => [preference.personId, preference.byMail]));
  const mailed = ids.filter((personId) => ALWAYS_BY_MAIL.has(kind) || (byMail.get(personId) ?? NOTIFICATIONS[kind].byMail));
  if (mailed.length === 0) return;
  const people = await tx.person.findMany({ where: { id: { in: mailed } }, select: { email: true, language: true }, orderBy: { id: "asc" } });
  for (const { email, language: own } of people) {
    const spoken = LANGUAGES.find((known) => known === own) ?? language;
    const sentence = notificationSentence(notification, wordsIn(spoken));
    const link = new URL(path, publicOrigin()).href;
    await queueMail(tx, { kind: "notification", address: email, language: spoken, values: { organization: values.organization, sentence, link } });
  }
}
