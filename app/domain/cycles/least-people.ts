/** Fewer people than this are not shown as a group (method, section 5). */
export const LEAST_PEOPLE = 5;
