import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { createTransport } from "nodemailer";
import { messageOf, type OutgoingMail } from "./outgoing-mail.server.ts";

/** Takes a mail out of the house. `send` returns once the next one has taken it over, and throws when it has not. */
export type MailTransport = { send(mail: OutgoingMail): Promise<void> };

export type MailSettings = { smtpUrl: string | null; mailFrom: string; dataDirectory: string };

/** Milliseconds. Together well below the time for which a mail is claimed (deliver-mails.server.ts). */
const SMTP_LIMITS = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 30_000, dnsTimeout: 20_000 };
/** Owner alone may read and write: a mail may hold a link that opens something. */
const PRIVATE = { file: 0o600, folder: 0o700 };

/** A mail server when there is one; else a folder in the data folder, where each mail is a file that any mail program opens. */
export function createMailTransport({ smtpUrl, mailFrom, dataDirectory }: MailSettings): MailTransport {
  return smtpUrl ? overSmtp(smtpUrl, mailFrom) : intoOutbox(path.join(dataDirectory, "outbox"), mailFrom);
}

function overSmtp(url: string, mailFrom: string): MailTransport {
  const server = createTransport({ url, ...SMTP_LIMITS, disableFileAccess: true, disableUrlAccess: true });
  return { send: async (mail) => void (await server.sendMail(messageOf(mail, mailFrom))) };
}

function intoOutbox(folder: string, mailFrom: string): MailTransport {
  const writer = createTransport({ streamTransport: true, buffer: true, newline: "windows", disableFileAccess: true, disableUrlAccess: true });
  return {
    send: async (mail) => {
      const { message } = await writer.sendMail(messageOf(mail, mailFrom));
      // The time is the mail's own: one that is written twice has one name, and takes its own place.
      const file = path.join(folder, `${mail.createdAt.toISOString().replaceAll(/[-:.]/g, "")}-${mail.id}.eml`);
      await mkdir(folder, { recursive: true, mode: PRIVATE.folder });
      await writeFile(`${file}.draft`, message as Buffer, { mode: PRIVATE.file });
      await rename(`${file}.draft`, file);
    },
  };
}
