import { useWords } from "#app/components/words/use-words.tsx";

type LeftOutProps = { asked: number; byLink: number };

/** Whose answers are in no figures because too few came in the same way, and why. */
export function LeftOut({ asked, byLink }: LeftOutProps) {
  const { say } = useWords();
  if (asked === 0 && byLink === 0) return null;
  return (
    <p className="measure mb-4 border-l-4 border-rule pl-3">
      {asked > 0 && `${say("team:leftOutAsked", { count: asked })} `}
      {byLink > 0 && `${say("team:leftOutByLink", { count: byLink })} `}
      {say("team:leftOutWhy")}
    </p>
  );
}
