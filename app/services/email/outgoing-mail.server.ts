import type { SendMailOptions } from "nodemailer";

/** A mail that is ready to go. */
export type OutgoingMail = {
  /** Of its row in the database. */
  id: string;
  address: string;
  language: string;
  createdAt: Date;
  subject: string;
  html: string;
  text: string;
  /** An address of ours that a POST ends further mails at (RFC 8058); none: it is no such mail. */
  unsubscribe?: string;
};

/** One address and nothing else: no list, no name before it, no line end. */
const ONE_ADDRESS = /^[^\s@,;:<>"()[\]\\]+@[^\s@,;:<>"()[\]\\]+$/;

/**
 * A mail as nodemailer takes it. Its id on the way is made from its row's, so that one that is sent twice can be told to be the
 * same; its envelope holds the one address, whatever stands in the headers.
 * @throws Error when the address is not a single one
 */
export function messageOf({ id, address, language, createdAt, subject, html, text, unsubscribe }: OutgoingMail, mailFrom: string): SendMailOptions {
  if (!ONE_ADDRESS.test(address)) throw new Error("not an address that can be written to");
  return {
    from: { name: "Pinhigh", address: mailFrom },
    to: { name: "", address },
    envelope: { from: mailFrom, to: [address] },
    messageId: `<mail.${id}@${mailFrom.slice(mailFrom.lastIndexOf("@") + 1)}>`,
    date: createdAt,
    subject,
    text,
    html,
    headers: {
      ...{ "Content-Language": language, "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
      ...(unsubscribe ? { "List-Unsubscribe": `<${unsubscribe}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" } : {}),
    },
  };
}
