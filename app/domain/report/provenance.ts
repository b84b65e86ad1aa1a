/** What a figure on paper needs to be found and recomputed: where it stands, and by which text and method it was made. */
export type Provenance = {
  title: string;
  version: number;
  /** SHA-256 (hex) of the assessment's text. */
  hash: string;
  method: string;
  address: string;
};
