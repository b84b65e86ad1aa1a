/** Days that an invitation is good for. */
export const INVITATION_DAYS = 14;

/** Days between asking for an organisation's deletion and its erasure. */
export const GRACE_DAYS = 30;
