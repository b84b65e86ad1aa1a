import { z } from "zod";
import { PILLARS } from "../assessment/vocabulary.ts";
import { type BoardQuery, type Grouping, GROUPINGS, NOBODY, WAVES } from "./board-filter.ts";

const querySchema = z.object({
  pillar: z.enum(PILLARS).nullable().catch(null),
  owner: z
    .union([z.uuid(), z.literal(NOBODY)])
    .nullable()
    .catch(null),
  wave: z.enum(WAVES).nullable().catch(null),
});

/** Which part of the board an address asks for. What it does not say, or not well, is all of it. */
export function readBoardQuery(query: URLSearchParams): BoardQuery {
  return querySchema.parse({ pillar: query.get("pillar"), owner: query.get("owner"), wave: query.get("wave") });
}

/** How an address wants a timeline grouped: by wave where it does not say, or not well. */
export function readGrouping(query: URLSearchParams): Grouping {
  return z.enum(GROUPINGS).catch("wave").parse(query.get("by"));
}
