/** Stands on every page that shows invented answers. */
export function ExampleNotice({ title }: { title: string }) {
  return (
    <aside aria-label="Example" className="border-b border-rule bg-wash px-4 py-3 text-sm">
      <p>
        <strong>Example.</strong> {title}. The answers are invented; the figures are computed from them as they would be from yours.
      </p>
    </aside>
  );
}
