import { readCyclesQuery, readResultsQuery } from "#app/domain/cycles/list-query.ts";

/** What a list shows where its address says nothing. */
export const ALL_RESULTS = readResultsQuery(new URLSearchParams());
export const ALL_CYCLES = readCyclesQuery(new URLSearchParams());
