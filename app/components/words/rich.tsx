import { Fragment, type ReactNode } from "react";

type RichProps = {
  /** A sentence with marked places: "See <method>how it is made</method>". */
  text: string;
  /** What to make of each marked place. */
  marks: Record<string, (inner: string) => ReactNode>;
};

/** A sentence whose marked places become links or emphasis, so that a translation can put them where its grammar wants them. */
export function Rich({ text, marks }: RichProps) {
  return text.split(/(<\w+>.*?<\/\w+>)/).map((part, i) => {
    const [, mark, inner] = /^<(\w+)>(.*)<\/\w+>$/.exec(part) ?? [];
    return <Fragment key={i}>{mark === undefined ? part : (marks[mark]?.(inner!) ?? inner)}</Fragment>;
  });
}
