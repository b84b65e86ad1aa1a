import type { Language } from "#app/words/language.ts";
import type { Transaction } from "../db/pass-door.server.ts";

type CycleMail = {
  organization: string;
  askedBy: string;
  questions: { title: string; minutes: number; link: string }[];
  closes: string | null;
  isAnonymous: boolean;
  unsubscribe: string;
};

/**
 * Every mail there is, with what its sentences are filled with. A `link` is whole, built from the configured origin. The mails of an account
 * greet nobody by name: whoever signs up with an address, or wants to change to it, may be a stranger to its reader, and has chosen the name.
 */
export type MailValues = {
  verify_address: { link: string };
  /** To somebody who signs up again: the same page as for a new address, and a different mail. */
  address_known: { link: string };
  reset_password: { link: string };
  /** To the new address. */
  change_address: { link: string };
  /** To the old address. */
  address_changed: { address: string };
  password_changed: Record<string, never>;
  invitation: { organization: string; invitedBy: string; link: string };
  engagement_offer: { organization: string; offeredBy: string; link: string };
  /** `questions`: one for each cycle that is open; `closes`: until when, in words, null: until somebody closes it. */
  cycle_invitation: CycleMail;
  cycle_reminder: CycleMail;
  notification: { organization: string; sentence: string; link: string };
};
export type MailKind = keyof MailValues;
export type QueuedMail<Kind extends MailKind = MailKind> = { [K in Kind]: { kind: K; address: string; language: Language; values: MailValues[K] } }[Kind];

/**
 * Puts a mail into the outbox of the database, in the transaction of what causes it: it goes out if and only if that holds.
 * Inside an organisation mails can be added and not read, so nothing is returned.
 */
export async function queueMail(tx: Transaction, mail: QueuedMail): Promise<void> {
  await tx.mail.createMany({ data: [mail] });
}
