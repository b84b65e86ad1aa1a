import { Prisma } from "@prisma/client";
import type { Logger } from "pino";
import { type Language, LANGUAGES, SOURCE_LANGUAGE } from "#app/words/language.ts";
import type { Database } from "../db/open-database.server.ts";
import { wordsIn } from "../words/words-in.server.ts";
import { MAIL_KINDS, mailText } from "./mail-text.server.ts";
import type { MailTransport } from "./mail-transport.server.ts";
import type { OutgoingMail } from "./outgoing-mail.server.ts";
import type { MailKind, MailValues } from "./queue-mail.server.ts";

export type MailDelivery = { db: Database; transport: MailTransport; log: Pick<Logger, "warn">; signal?: AbortSignal };

/** Minutes until the next attempt, after the first, the second and so on; after as many and one more a mail has failed. */
const RETRY_AFTER_MINUTES = [1, 5, 30, 120, 720];
/** For how long a mail belongs to the process that took it. One that ends in between leaves it to be sent again after that. */
const CLAIMED_FOR_MINUTES = 10;
const MOST_OF_PROBLEM = 300;

type ClaimedMail = { id: string; kind: MailKind; address: string; language: string; values: MailValues[MailKind]; attempts: number; created_at: Date };

/**
 * Sends the mails that are due, one after the other. A mail is taken by one atomic statement, so that of several processes one
 * sends it, and is sent outside of any transaction, so that a slow mail server holds up nothing. It goes out at least once: a
 * process that is killed after the mail server took a mail and before that is noted down leaves it to be sent a second time, with the same id.
 * @param delivery with `signal`, no further mail is begun once it is aborted
 */
export async function deliverMails(delivery: MailDelivery): Promise<{ sent: number; failed: number }> {
  const done = { sent: 0, failed: 0 };
  while (!delivery.signal?.aborted) {
    const mail = await claimMail(delivery.db);
    if (!mail) break;
    if (await sendMail(delivery, mail)) done.sent += 1;
    else done.failed += 1;
  }
  return done;
}

/** The attempt counts from here on, so that a mail that ends the process each time it is tried comes to an end too. */
async function claimMail(db: Database): Promise<ClaimedMail | undefined> {
  const [mail] = await db.$queryRaw<ClaimedMail[]>(Prisma.sql`
    UPDATE mail SET attempts = attempts + 1, due_at = now() + ${CLAIMED_FOR_MINUTES} * interval '1 minute'
    WHERE id = (
      SELECT id FROM mail
      WHERE due_at <= now() AND sent_at IS NULL AND failed_at IS NULL AND kind IN (${Prisma.join(MAIL_KINDS)})
      ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id::text AS id, kind, address, language, "values", attempts, created_at`);
  return mail;
}

async function sendMail({ db, transport, log }: MailDelivery, mail: ClaimedMail): Promise<boolean> {
  try {
    if (mail.attempts > RETRY_AFTER_MINUTES.length + 1) throw new Error("the process ended at each attempt");
    await transport.send(await written(mail));
  } catch (error) {
    const problem = problemOf(error);
    log.warn({ mail: mail.id, kind: mail.kind, attempt: mail.attempts, problem }, "a mail was not sent");
    await noteProblem(db, mail, problem);
    return false;
  }
  await db.mail.updateMany({ where: { id: mail.id }, data: { sentAt: new Date(), values: {}, problem: null } });
  return true;
}

async function written({ id, kind, address, language, values, created_at: createdAt }: ClaimedMail): Promise<OutgoingMail> {
  // Its parts are many and slow to read in, and no page needs them.
  const { plainMail, renderMail } = await import("./render-mail.server.tsx");
  const words = wordsIn(isSpoken(language) ? language : SOURCE_LANGUAGE);
  const text = mailText(kind, values, words.say);
  return {
    ...{ id, address, language: words.language, createdAt, subject: text.subject },
    ...{ html: await renderMail(text, words), text: plainMail(text, words) },
    ...(text.unsubscribe ? { unsubscribe: text.unsubscribe } : {}),
  };
}

function isSpoken(language: string): language is Language {
  return LANGUAGES.includes(language as Language);
}

async function noteProblem(db: Database, { id, attempts }: ClaimedMail, problem: string): Promise<void> {
  const minutes = RETRY_AFTER_MINUTES[attempts - 1];
  if (minutes === undefined) await db.mail.updateMany({ where: { id }, data: { failedAt: new Date(), problem } });
  else await db.$executeRaw(Prisma.sql`UPDATE mail SET due_at = now() + ${minutes} * interval '1 minute', problem = ${problem} WHERE id = ${id}::uuid`);
}

/** What the mail server said, for the operator; a database takes no NUL. */
function problemOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message
    .replaceAll(/\p{Cc}+/gu, " ")
    .slice(0, MOST_OF_PROBLEM)
    .replace(/[\uD800-\uDBFF]$/, "");
}
