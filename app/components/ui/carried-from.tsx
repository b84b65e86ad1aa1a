import type { CarriedNote } from "#app/domain/report/carried-notes.ts";

/** Says that an answer was given in another assessment, and when; or that one given too long ago has to be given again. */
export function CarriedFrom({ note }: { note: CarriedNote }) {
  const on = new Date(note.on).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });
  if (note.said === null) {
    return (
      <span className="block text-sm font-normal text-quiet">
        Carried over from “{note.title}”, answered on {on}.
      </span>
    );
  }
  return (
    <span className="block text-sm font-normal text-quiet">
      On {on} you answered “{note.said}” in “{note.title}”. That is more than 90 days ago, so please answer again.
    </span>
  );
}
