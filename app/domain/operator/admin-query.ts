import { z } from "zod";
import { fitForSearch, LONGEST_SEARCH } from "../tenancy/people-query.ts";

export const ADMIN_PAGE_SIZE = 50;
export const ORGANIZATION_SORTS = ["name", "newest", "members", "leaving"] as const;
export type OrganizationSort = (typeof ORGANIZATION_SORTS)[number];
export const PERSON_SORTS = ["name", "newest"] as const;
export type PersonSort = (typeof PERSON_SORTS)[number];
/** Where a mail stands; those that need somebody come first. */
export const MAIL_STANDINGS = ["failed", "waiting", "sent"] as const;
export type MailStanding = (typeof MAIL_STANDINGS)[number];

export type AdminQuery<Choice extends string> = { q: string; choice: Choice; page: number };

/**
 * Which part of an operator's list an address asks for. What it does not say, or not well, is the beginning.
 * @param name of the field that holds the choice
 * @param choices the first of them where none is named
 */
export function readAdminQuery<Choice extends string>(query: URLSearchParams, name: string, choices: readonly [Choice, ...Choice[]]): AdminQuery<Choice> {
  const schema = z.object({
    q: z.string().trim().max(LONGEST_SEARCH).catch(""),
    choice: z.enum<readonly Choice[]>(choices).catch(choices[0]),
    page: z.coerce.number().int().min(1).max(10_000).catch(1),
  });
  const { q, choice, page } = schema.parse({ q: query.get("q") ?? "", choice: query.get(name), page: query.get("page") ?? 1 });
  return { q: fitForSearch(q), choice, page };
}
