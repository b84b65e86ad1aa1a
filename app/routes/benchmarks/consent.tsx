import { Form } from "@remix-run/react";
import { useDays } from "#app/components/words/use-days.tsx";
import { useWords } from "#app/components/words/use-words.tsx";

type ConsentProps = { name: string; consentAt: string | null; mayDecide: boolean; mayGive: boolean };

/** Whether an organisation shares its results, what that means, and how to change it. */
export function Consent({ name, consentAt, mayDecide, mayGive }: ConsentProps) {
  const { say } = useWords();
  const { dayOf } = useDays();
  const mayChange = mayDecide && (consentAt !== null || mayGive);
  return (
    <section className="mt-12 border-t border-rule pt-8">
      <h2 className="text-2xl">{say("benchmarks:consentHeading")}</h2>
      <p className="measure mt-4">{consentAt ? say("benchmarks:consentOn", { name, day: dayOf(consentAt) }) : say("benchmarks:consentOff", { name })}</p>
      <h3 className="mt-6 text-lg">{say("benchmarks:sharedHeading")}</h3>
      <ul className="measure mt-2 list-disc pl-6">
        {(["profile", "scores", "items"] as const).map((what) => (
          <li key={what}>{say(`benchmarks:shared_${what}`)}</li>
        ))}
      </ul>
      <p className="measure mt-4">{say("benchmarks:neverShared")}</p>
      <p className="measure mt-4">{say("benchmarks:revokeText")}</p>
      {mayChange ? (
        <Form method="post" className="mt-6">
          <button type="submit" name="intent" value={consentAt ? "revoke" : "give"} className={`button ${consentAt ? "button-quiet" : ""}`}>
            {say(consentAt ? "benchmarks:revoke" : "benchmarks:give")}
          </button>
        </Form>
      ) : (
        <p className="measure mt-4 text-quiet">{say("benchmarks:whoDecides")}</p>
      )}
    </section>
  );
}
