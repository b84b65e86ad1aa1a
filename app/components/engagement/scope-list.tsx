import { useWords } from "#app/components/words/use-words.tsx";
import type { Scope } from "#app/domain/access/can.ts";

/** What an engagement allows, each with what that means. */
export function ScopeList({ scopes }: { scopes: readonly Scope[] }) {
  const { say } = useWords();
  return (
    <dl className="measure mt-4 space-y-3">
      {scopes.map((scope) => (
        <div key={scope} className="border-l-4 border-rule pl-4">
          <dt className="font-semibold">{say(`engagements:scope_${scope}`)}</dt>
          <dd>{say(`engagements:scopeText_${scope}`)}</dd>
        </div>
      ))}
    </dl>
  );
}
