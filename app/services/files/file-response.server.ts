/** How the answer to a request leaves. `signal`: nobody listens any more; `roomToWrite`: once what was written before has left. */
export type Sending = { method: string; signal: AbortSignal; roomToWrite: () => Promise<void> };

/** What no header may hold besides plain letters (RFC 8187 says the rest). */
const NOT_PLAIN = /[^\x20-\x7e]|["\\%]/g;
/** Signs that `encodeURIComponent` leaves and RFC 8187 does not. */
const LEFT = /['()*]/g;

/**
 * The answer that gives somebody a file: to be saved and never shown, under its name, kept by nobody on the way. Its content is read as fast as it leaves, and not at all for a HEAD.
 * @param size bytes of all chunks together
 */
export function fileResponse(
  { name, mediaType, size }: { name: string; mediaType: string; size: number },
  chunks: AsyncGenerator<Uint8Array<ArrayBuffer>, void>,
  { method, signal, roomToWrite }: Sending,
): Response {
  const content: UnderlyingDefaultSource<Uint8Array<ArrayBuffer>> = {
    async pull(controller) {
      await roomToWrite();
      const next = signal.aborted ? await chunks.return() : await chunks.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: () => chunks.return().then(() => undefined),
  };
  return new Response(method === "HEAD" ? null : new ReadableStream(content, { highWaterMark: 0 }), {
    headers: {
      "Content-Type": mediaType,
      "Content-Length": String(size),
      "Content-Disposition": dispositionOf(name),
      // Beside the one of every page: where it is opened all the same, it is in nobody's name.
      "Content-Security-Policy": "sandbox; default-src 'none'",
      // Most of them are packed already, and whoever saves one is to see how much of it is there.
      "Cache-Control": "private, no-transform",
    },
  });
}

/** RFC 6266: the name in plain letters, and as it is. */
export function dispositionOf(name: string): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").replace(NOT_PLAIN, "_");
  const whole = encodeURIComponent(name).replace(LEFT, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
