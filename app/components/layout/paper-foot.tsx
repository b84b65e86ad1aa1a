import type { Provenance } from "#app/domain/report/provenance.ts";

/** Stands at the end of a printed page; screens have the address bar. */
export function PaperFoot({ provenance }: { provenance: Provenance }) {
  const { title, version, hash, method, address } = provenance;
  return (
    <footer className="print-only mt-8 border-t border-rule pt-2 text-xs text-quiet">
      <p>{address}</p>
      <p>
        Pinhigh. {title}, version {version}, method {method}. SHA-256 of the assessment’s text: {hash}
      </p>
    </footer>
  );
}
