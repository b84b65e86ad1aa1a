/** What a page gets when its form could not be sent: the page stays as it is, and says so. */
export type Unreachable = { unreachable: true };

/** A lost connection is no error of the page: the fetch's own kind of error becomes a reply, all others stay errors. */
export async function orUnreachable<Reply>(send: () => Promise<Reply>): Promise<Reply | Unreachable> {
  try {
    return await send();
  } catch (error) {
    if (error instanceof TypeError) return { unreachable: true };
    throw error;
  }
}

export function isUnreachable(reply: unknown): reply is Unreachable {
  return typeof reply === "object" && reply !== null && "unreachable" in reply;
}
