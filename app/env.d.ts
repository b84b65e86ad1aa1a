import "@remix-run/node";
import type { Language } from "./words/language.ts";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
  interface AppLoadContext {
    nonce: string;
    /** What this request is answered in. */
    language: Language;
    /** Where it comes from (networkOf): to count tries by, and never to be kept. */
    network: string;
    /** Tells the server that this request failed because the database does not answer. */
    onDatabaseGone: () => void;
    /** Settles once what was written of the answer has left, and at once where nobody listens any more. */
    roomToWrite: () => Promise<void>;
  }
}
