/** The fields of a form that came back, by name. */
export type Entered = Readonly<Record<string, string>>;
