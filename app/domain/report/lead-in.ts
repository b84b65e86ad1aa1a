/** A title before what is said of it: with a colon, but where it ends as a question or a call. "Quiz:", "Are you customer-centric?" */
export function leadIn(title: string): string {
  return /[?!]$/.test(title) ? title : `${title}:`;
}
