import { type ReactNode, useState } from "react";
import { AfterHydration } from "#app/components/ui/after-hydration.tsx";
import { useWords } from "#app/components/words/use-words.tsx";

/** Letters that a list surely shows in full, on a phone and in a field of 28 rem. */
const FITS_A_PHONE = 26;
const FITS_A_FIELD = 48;

type LabelledFieldProps = {
  id: string;
  /** Where it is not the id: a page with several forms of the same fields. */
  name?: string;
  label: string;
  hint?: string;
  error?: string | undefined;
  /** The input itself, given what ties it to its label, hint and error. */
  children: (ties: { id: string; name: string; "aria-describedby"?: string; "aria-invalid"?: true; className: string }) => ReactNode;
};

/** A field under its label, with what helps to fill it and what is wrong with it. */
export function LabelledField({ id, name = id, label, hint, error, children }: LabelledFieldProps) {
  const { say } = useWords();
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="min-w-0 max-w-[28rem]">
      <label htmlFor={id} className="block font-semibold wrap-anywhere">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-quiet">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="border-l-4 border-alert pl-3 font-semibold text-alert">
          {say("frame:error", { message: error })}
        </p>
      )}
      {children({
        id,
        name,
        ...(describedBy ? { "aria-describedby": describedBy } : {}),
        ...(error ? { "aria-invalid": true } : {}),
        className: "field mt-1 w-full",
      })}
    </div>
  );
}

type SelectFieldProps = {
  id: string;
  name?: string;
  label: string;
  /** What is chosen; empty: the first option. */
  value: string | null;
  options: readonly { value: string; label: string }[];
  hint?: string;
  error?: string | undefined;
};

/** One of a list. */
export function SelectField({ value, options, ...field }: SelectFieldProps) {
  const [chosen, setChosen] = useState(value ?? "");
  const label = (options.find((option) => option.value === chosen) ?? options[0])?.label ?? "";
  return (
    <LabelledField {...field}>
      {(ties) => (
        <>
          <select {...ties} defaultValue={value ?? ""} onChange={(event) => setChosen(event.currentTarget.value)}>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <ChosenInFull label={label} />
        </>
      )}
    </LabelledField>
  );
}

/** What is chosen, in full below a list where it may be cut short: a list does not break its lines. Read aloud it is in full already. */
export function ChosenInFull({ label }: { label: string }) {
  if (label.length <= FITS_A_PHONE) return null;
  return (
    <AfterHydration>
      {() => (
        <p aria-hidden="true" className={`mt-1 text-sm wrap-anywhere text-quiet ${label.length <= FITS_A_FIELD ? "sm:hidden" : ""}`}>
          {label}
        </p>
      )}
    </AfterHydration>
  );
}
