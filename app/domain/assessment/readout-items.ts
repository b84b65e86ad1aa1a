import type { Readout } from "./definition.ts";
import type { Condition } from "./reading-schemas.ts";

export type VerdictCase = Extract<Readout, { kind: "verdict" }>["cases"][number];

export function conditionsOfCase(one: VerdictCase): Condition[] {
  return "anyOf" in one ? one.anyOf : one.allOf;
}

/** The items a readout is about, in its order, with the path to where it names them. */
export function itemsReadOut(readout: Readout): { id: string; path: (string | number)[] }[] {
  switch (readout.kind) {
    case "mix":
    case "distance":
    case "matrix":
      return readout.items.map((id, i) => ({ id, path: ["items", i] }));
    case "gap":
      return [
        { id: readout.minuend, path: ["minuend"] },
        { id: readout.subtrahend, path: ["subtrahend"] },
      ];
    case "decay":
    case "ranking":
      return [{ id: readout.item, path: ["item"] }];
    case "verdict":
      return readout.cases.flatMap((one, i) =>
        conditionsOfCase(one).map(({ item }, j) => ({ id: item, path: ["cases", i, "anyOf" in one ? "anyOf" : "allOf", j, "item"] })),
      );
  }
}
