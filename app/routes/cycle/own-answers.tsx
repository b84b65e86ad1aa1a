import { Form, Link } from "@remix-run/react";
import { useWords } from "#app/components/words/use-words.tsx";
import { organizationPaths } from "#app/organization-paths.ts";

type OwnAnswersProps = {
  slug: string;
  cycle: { state: string; isAnonymous: boolean; own: { responseId: string | null; isSubmitted: boolean } | null };
  mayAnswer: boolean;
};

/** What whoever looks has answered, and the way to go on. */
export function OwnAnswers({ slug, cycle: { state, isAnonymous, own }, mayAnswer }: OwnAnswersProps) {
  const { say } = useWords();
  if (!mayAnswer && !own) return null;
  return (
    <section className="mt-10 border-t border-rule pt-6">
      <h2 className="text-xl">{say("cycles:yourAnswers")}</h2>
      {own?.isSubmitted ? (
        <>
          <p className="measure mt-2">{say("cycles:submitted")}</p>
          {own.responseId && (
            <Link to={organizationPaths.organizationResult(slug, own.responseId)} className="inline-flex min-h-11 items-center">
              {say("cycles:seeYourResult")}
            </Link>
          )}
        </>
      ) : mayAnswer ? (
        <>
          <p className="measure mt-2">{say(isAnonymous ? "cycles:answerText" : "cycles:answerTextNamed")}</p>
          <Form method="post" className="mt-4">
            <button type="submit" name="intent" value="answer" className="button">
              {say(own ? "cycles:goOn" : "cycles:answerNow")}
            </button>
          </Form>
        </>
      ) : (
        state === "closed" && <p className="measure mt-2">{say("cycles:notSubmitted")}</p>
      )}
    </section>
  );
}
