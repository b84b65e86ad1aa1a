import { Link } from "@remix-run/react";
import { useWords } from "#app/components/words/use-words.tsx";

type PagerProps = {
  page: number;
  pages: number;
  /** The address of another page of the same list. */
  to: (page: number) => string;
};

/** The way through a list that does not fit on one page; nothing for one that does. */
export function Pager({ page, pages, to }: PagerProps) {
  const { say } = useWords();
  if (pages <= 1) return null;
  return (
    <nav aria-label={say("people:pages")} className="mt-4 flex items-center gap-x-6 text-sm">
      {page > 1 && (
        <Link to={to(page - 1)} rel="prev" className="inline-flex min-h-11 items-center">
          {say("people:previous")}
        </Link>
      )}
      <span>{say("people:pageOf", { page, pages })}</span>
      {page < pages && (
        <Link to={to(page + 1)} rel="next" className="inline-flex min-h-11 items-center">
          {say("people:next")}
        </Link>
      )}
    </nav>
  );
}
