/** What somebody leaves an assessment with. */
export function YouGet({ sentences }: { sentences: readonly string[] }) {
  return (
    <div className="text-sm">
      <p className="font-semibold">You get</p>
      <ul className="mt-1 list-disc space-y-1 pl-5">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}
