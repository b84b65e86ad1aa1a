import type { Token, Tokens } from "marked";

/** What a reader of a document sees of these. @throws Error for formatting that is neither bold nor a link: nobody wrote any */
export function shownMarkdown(tokens: readonly Token[] | undefined): string {
  return (tokens ?? [])
    .map((token) => {
      switch (token.type) {
        case "br":
          return "\n";
        case "strong":
        case "link":
          return shownMarkdown((token as Tokens.Strong | Tokens.Link).tokens);
        case "text":
          return "tokens" in token && token.tokens ? shownMarkdown(token.tokens) : (token as Tokens.Text).text;
        case "escape":
          return (token as Tokens.Escape).text;
        default:
          throw new Error(`a ${token.type} that nobody wrote: ${token.raw}`);
      }
    })
    .join("");
}
