import { useWords } from "#app/components/words/use-words.tsx";
import type { Provenance } from "#app/domain/report/provenance.ts";

/** Stands at the end of a printed page; screens have the address bar. */
export function PaperFoot({ provenance }: { provenance: Provenance }) {
  const { say } = useWords();
  return (
    <footer className="print-only mt-8 border-t border-rule pt-2 text-xs text-quiet">
      <p>{provenance.address}</p>
      <p>{say("terms:paperFoot", provenance)}</p>
    </footer>
  );
}
