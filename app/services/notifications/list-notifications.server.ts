import type { Prisma } from "@prisma/client";
import type { Words } from "#app/words/say.ts";
import type { Database } from "../db/open-database.server.ts";
import { withPerson } from "../db/with-person.server.ts";
import { storedSentence } from "./notification-sentence.server.ts";

export type ListedNotification = { id: string; sentence: string; path: string; createdAt: Date; isRead: boolean };
export type NotificationPage = { notifications: ListedNotification[]; page: number; pages: number; unread: number };

const PAGE_SIZE = 20;
const NEWEST_FIRST = {
  select: { id: true, kind: true, values: true, path: true, createdAt: true, readAt: true },
  orderBy: [{ createdAt: "desc" }, { id: "desc" }],
} satisfies Prisma.NotificationFindManyArgs;

/**
 * A person's notifications, those they have not read first, the newest first in each.
 * @param page from 1; beyond the last one it is the last
 */
export function listNotifications(db: Database, person: { personId: string }, page: number, words: Words): Promise<NotificationPage> {
  return withPerson(db, person, async (tx) => {
    const { personId } = person;
    const total = await tx.notification.count({ where: { personId } });
    const unread = await tx.notification.count({ where: { personId, readAt: null } });
    const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
    const shown = Math.min(page, pages);
    const skipped = (shown - 1) * PAGE_SIZE;
    const rows = await tx.notification.findMany({ where: { personId, readAt: null }, ...NEWEST_FIRST, skip: skipped, take: PAGE_SIZE });
    const read = { where: { personId, readAt: { not: null } }, skip: Math.max(0, skipped - unread), take: PAGE_SIZE - rows.length };
    if (read.take > 0) rows.push(...(await tx.notification.findMany({ ...read, ...NEWEST_FIRST })));
    return { notifications: rows.flatMap((row) => listed(row, words)), page: shown, pages, unread };
  });
}

type Row = Prisma.NotificationGetPayload<typeof NEWEST_FIRST>;

/** One that a newer version made, and this one cannot read, is left out. */
function listed({ id, kind, values, path, createdAt, readAt }: Row, words: Words): ListedNotification[] {
  const sentence = storedSentence(kind, values, words);
  return sentence === null ? [] : [{ id, sentence, path, createdAt, isRead: readAt !== null }];
}
