import { Link } from "@remix-run/react";
import { useWords } from "#app/components/words/use-words.tsx";
import { paths } from "#app/paths.ts";

/** The way to newer and older notifications; nothing where all are on one page. */
export function Pages({ page, pages }: { page: number; pages: number }) {
  const { say } = useWords();
  if (pages === 1) return null;
  return (
    <nav aria-label={say("notifications:pages")} className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-2">
      {page > 1 && (
        <Link to={paths.notificationsPage(page - 1)} rel="prev" className="py-1">
          {say("notifications:newer")}
        </Link>
      )}
      <span>{say("notifications:page", { page, pages })}</span>
      {page < pages && (
        <Link to={paths.notificationsPage(page + 1)} rel="next" className="py-1">
          {say("notifications:older")}
        </Link>
      )}
    </nav>
  );
}
