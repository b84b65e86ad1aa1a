import { paths } from "#app/paths.ts";
import type { Say } from "#app/words/say.ts";
import { plainName } from "./plain-name.server.ts";
import type { MailKind, MailValues } from "./queue-mail.server.ts";

/** What a mail says, before it is set as HTML and as plain text. */
export type MailText = {
  subject: string;
  paragraphs: string[];
  /** The one link; null where there is nothing to follow. */
  action: { label: string; link: string } | null;
  /** More of the same kind below it, where it is one of several. */
  moreActions?: { label: string; link: string }[];
  /** What to do when it was not meant for its reader, in quiet type. */
  note: string;
  /** A second address that the note ends in. */
  noteLink?: string;
  /** Where one request ends further mails of its kind; mail programs show a button for it. */
  unsubscribe?: string;
};

const TEXTS: { [Kind in MailKind]: (say: Say, values: MailValues[Kind]) => MailText } = {
  verify_address: (say, { link }) => ({
    subject: say("mail:verifyAddressSubject"),
    paragraphs: [say("mail:hello"), say("mail:verifyAddressText")],
    action: { label: say("mail:verifyAddressAction"), link },
    note: say("mail:verifyAddressNote"),
  }),
  address_known: (say, { link }) => ({
    subject: say("mail:addressKnownSubject"),
    paragraphs: [say("mail:hello"), say("mail:addressKnownText")],
    action: { label: say("mail:addressKnownAction"), link },
    note: say("mail:addressKnownNote"),
  }),
  reset_password: (say, { link }) => ({
    subject: say("mail:resetPasswordSubject"),
    paragraphs: [say("mail:hello"), say("mail:resetPasswordText")],
    action: { label: say("mail:resetPasswordAction"), link },
    note: say("mail:resetPasswordNote"),
  }),
  change_address: (say, { link }) => ({
    subject: say("mail:changeAddressSubject"),
    paragraphs: [say("mail:hello"), say("mail:changeAddressText")],
    action: { label: say("mail:changeAddressAction"), link },
    note: say("mail:changeAddressNote"),
  }),
  address_changed: (say, { address }) => ({
    subject: say("mail:addressChangedSubject"),
    paragraphs: [say("mail:hello"), say("mail:addressChangedText", { address })],
    action: null,
    note: say("mail:addressChangedNote"),
  }),
  password_changed: (say) => ({
    subject: say("mail:passwordChangedSubject"),
    paragraphs: [say("mail:hello"), say("mail:passwordChangedText")],
    action: null,
    note: say("mail:passwordChangedNote"),
  }),
  invitation: (say, { link, ...values }) => {
    const names = { organization: plainName(values.organization), invitedBy: plainName(values.invitedBy) };
    return {
      subject: say("mail:invitationSubject", names),
      paragraphs: [say("mail:invitationText", names)],
      action: { label: say("mail:invitationAction"), link },
      note: say("mail:invitationNote"),
    };
  },
  engagement_offer: (say, { link, ...values }) => {
    const organization = plainName(values.organization);
    return {
      subject: say("mail:engagementOfferSubject", { organization }),
      paragraphs: [say("mail:engagementOfferText", { organization, offeredBy: plainName(values.offeredBy) })],
      action: { label: say("mail:engagementOfferAction"), link },
      note: say("mail:engagementOfferNote"),
    };
  },
  cycle_invitation: (say, values) => cycleMail(say, values, "invitation"),
  cycle_reminder: (say, values) => cycleMail(say, values, "reminder"),
  notification: (say, { organization, sentence, link }) => ({
    subject: say("mail:notificationSubject", { organization: plainName(organization), sentence: oneLine(sentence) }),
    paragraphs: [oneLine(sentence)],
    action: { label: say("mail:notificationAction"), link },
    note: say("mail:notificationNote"),
    noteLink: new URL(paths.notificationSettings, link).href,
  }),
};

function cycleMail(say: Say, values: MailValues["cycle_invitation"], kind: "invitation" | "reminder"): MailText {
  const { questions, closes, isAnonymous, unsubscribe } = values;
  const organization = plainName(values.organization);
  const askedBy = plainName(values.askedBy) || organization;
  const count = questions.length;
  const [first, ...others] = questions.map(({ title, minutes, link }) => ({ label: say("mail:cycleAction", { title, count: minutes }), link }));
  return {
    subject: kind === "invitation" ? say("mail:cycleInvitationSubject", { organization }) : say("mail:cycleReminderSubject", { organization }),
    paragraphs: [
      kind === "invitation" ? say("mail:cycleInvitationText", { organization, askedBy, count }) : say("mail:cycleReminderText", { organization, count }),
      say(isAnonymous ? "mail:cycleAnonymous" : "mail:cycleNamed", { organization }),
      ...(closes === null ? [] : [say("mail:cycleCloses", { closes })]),
      say("mail:cyclePersonal"),
    ],
    action: first ?? null,
    ...(others.length > 0 ? { moreActions: others } : {}),
    note: say("mail:cycleNote", { organization }),
    noteLink: unsubscribe,
    unsubscribe,
  };
}

/** The kinds that this version can write; a newer one that runs beside it may have put others into the outbox. */
export const MAIL_KINDS = Object.keys(TEXTS) as MailKind[];

/** What a mail of a kind says in one language. */
export function mailText<Kind extends MailKind>(kind: Kind, values: MailValues[Kind], say: Say): MailText {
  return TEXTS[kind](say, values);
}

/** A sentence of ours with names in it that were made plain when it was written. */
function oneLine(sentence: string): string {
  return sentence.replaceAll(/\s+/g, " ").trim();
}
