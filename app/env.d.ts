import "@remix-run/node";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
  interface AppLoadContext {
    nonce: string;
    /** Tells the server that this request failed because the database does not answer. */
    onDatabaseGone: () => void;
  }
}
