import { useState } from "react";
import { useWords } from "#app/components/words/use-words.tsx";
import { AfterHydration } from "./after-hydration.tsx";

type SharedLinkProps = { label: string; link: string; qr: { size: number; path: string } };

/** A link to give to others: to copy, and as a code for a phone's camera. */
export function SharedLink({ label, link, qr }: SharedLinkProps) {
  const { say } = useWords();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(link);
    setCopied(true);
  };
  return (
    <>
      <label className="mt-4 block max-w-[42rem] text-sm font-semibold">
        {label}
        <input readOnly value={link} className="field mt-1 w-full font-normal" onFocus={(e) => e.currentTarget.select()} />
      </label>
      <AfterHydration className="mt-2">
        {() => (
          <>
            <button type="button" className="button-plain" onClick={() => void copy()}>
              {say("cycles:copy")}
            </button>
            <span role="status" className="ml-4">
              {isCopied && say("cycles:copied")}
            </span>
          </>
        )}
      </AfterHydration>
      <figure className="mt-4">
        <svg viewBox={`-4 -4 ${qr.size + 8} ${qr.size + 8}`} role="img" aria-label={say("cycles:qrCode")} className="size-44">
          <rect x={-4} y={-4} width={qr.size + 8} height={qr.size + 8} fill="#ffffff" />
          <path d={qr.path} fill="#000000" shapeRendering="crispEdges" />
        </svg>
      </figure>
    </>
  );
}
