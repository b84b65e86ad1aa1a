import { Transform } from "node:stream";

/**
 * Takes out the NUL bytes that the renderer of React 18 leaves where a letter of several bytes meets the end of its buffer
 * (facebook/react#24985). A page has none of its own, and a browser reads one in a script or an attribute as U+FFFD.
 */
export function withoutNulls(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
  });
}
