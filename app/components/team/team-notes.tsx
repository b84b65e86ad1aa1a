import { useWords } from "#app/components/words/use-words.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { displayDate } from "#app/domain/report/display.ts";

type Notes = {
  comments: { text: string; by: string | null }[];
  /** Null where they are not shown. */
  evidence: { link: string; expires: string | null; by: string | null }[] | null;
  pages: number;
};
type TeamNotesProps = { notes: Notes; isShown: boolean; isAnonymous: boolean; page: number; to: (page: number) => string };

/** What people wrote at a question, and where they say it can be seen. Whatever characters it holds, it cannot turn the words around it. */
export function TeamNotes({ notes: { comments, evidence, pages }, isShown, isAnonymous, page, to }: TeamNotesProps) {
  const { say, language } = useWords();
  const whose = (by: string | null) => !isAnonymous && <span className="block text-sm text-quiet">{by ?? say("team:somebody")}</span>;
  return (
    <>
      <section className="mt-10 border-t border-rule pt-6">
        <h2 className="text-xl">{say("team:comments")}</h2>
        {!isShown ? (
          <p className="measure mt-2">{say("team:commentsTooFew")}</p>
        ) : comments.length === 0 ? (
          <p className="measure mt-2">{say("team:commentsNone")}</p>
        ) : (
          <>
            {isAnonymous && <p className="measure mt-2 text-quiet">{say("team:commentsAnonymous")}</p>}
            <ul className="measure mt-2">
              {comments.map(({ text, by }, i) => (
                <li key={i} className="border-t border-rule py-3">
                  {whose(by)}
                  <bdi className="block whitespace-pre-line">{text}</bdi>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      {isShown && (
        <section className="mt-10 border-t border-rule pt-6">
          <h2 className="text-xl">{say("team:evidence")}</h2>
          {evidence === null && <p className="measure mt-2">{say("team:evidenceFew")}</p>}
          {evidence?.length === 0 && <p className="measure mt-2">{say("team:evidenceNone")}</p>}
          <ul className="measure mt-2">
            {evidence?.map(({ link, expires, by }, i) => (
              <li key={i} className="border-t border-rule py-3">
                {whose(by)}
                <a href={link} rel="noreferrer nofollow ugc" className="break-all">
                  <bdi>{link}</bdi>
                </a>
                {expires && <span className="block text-sm text-quiet">{say("team:evidenceUntil", { day: displayDate(expires, language) })}</span>}
              </li>
            ))}
          </ul>
          <Pager page={page} pages={pages} to={to} />
        </section>
      )}
    </>
  );
}
