/** What stands in `erase_after` of an organisation that is on its way out, portion by portion: it is not kept any more, and nobody comes into it. */
export const BEING_ERASED = new Date(0);

/** Organisations of which everything is there. */
export const IS_WHOLE = { OR: [{ eraseAfter: null }, { eraseAfter: { gt: BEING_ERASED } }] };

export function isBeingErased({ eraseAfter }: { eraseAfter: Date | null }): boolean {
  return eraseAfter !== null && eraseAfter <= BEING_ERASED;
}
