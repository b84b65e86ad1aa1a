type ChoiceProps = { id: string; type: "radio" | "checkbox"; name: string; value: string; label: string; checked: boolean; alone?: boolean; quiet?: boolean };

/** One answer: the whole line can be pressed. `alone`: it rules the others out. */
export function Choice({ id, type, name, value, label, checked, alone, quiet }: ChoiceProps) {
  return (
    <label htmlFor={id} className={`flex min-h-11 cursor-pointer items-center gap-3 py-1 has-checked:font-semibold ${quiet ? "text-sm text-quiet" : ""}`}>
      <input id={id} type={type} name={name} value={value} defaultChecked={checked} className="size-6 shrink-0" {...(alone ? { "data-alone": "" } : {})} />
      <span>{label}</span>
    </label>
  );
}
