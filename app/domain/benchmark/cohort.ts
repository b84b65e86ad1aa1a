import type { Industry, Region, SizeBand } from "../tenancy/profile-choices.ts";

/** What an organisation said it is; null: it did not say. */
export type Profile = { readonly industry: Industry | null; readonly sizeBand: SizeBand | null; readonly region: Region | null };

/** The organisations that are all of what is named; null: of any, those included that did not say. */
export type Cohort = Profile;

export const EVERYBODY: Cohort = { industry: null, sizeBand: null, region: null };

/** From what is kept longest to what is given up first. */
const TRAITS = ["industry", "sizeBand", "region"] as const;

export function isIn(cohort: Cohort, profile: Profile): boolean {
  return TRAITS.every((trait) => cohort[trait] === null || cohort[trait] === profile[trait]);
}

/** How many traits a cohort names, 0..3. */
export function traitsOf(cohort: Cohort): number {
  return TRAITS.filter((trait) => cohort[trait] !== null).length;
}

/** The cohort that a small one is shrunk to: without its region, else without its size, else everybody. Null for everybody. */
export function parentOf(cohort: Cohort): Cohort | null {
  const given = TRAITS.findLast((trait) => cohort[trait] !== null);
  return given === undefined ? null : { ...cohort, [given]: null };
}

/** Every cohort a profile is in, the most general first: at most eight, the first of everybody. */
export function cohortsOf(profile: Profile): Cohort[] {
  let cohorts: Cohort[] = [EVERYBODY];
  for (const trait of TRAITS) {
    if (profile[trait] !== null) cohorts = cohorts.flatMap((cohort) => [cohort, { ...cohort, [trait]: profile[trait] }]);
  }
  return cohorts.sort((a, b) => traitsOf(a) - traitsOf(b));
}

/** The cohort of a key. @param key as `cohortKey` makes it */
export function cohortFrom(key: string): Cohort {
  const [industry, sizeBand, region] = key.split("/").map((trait) => trait || null);
  return { industry, sizeBand, region } as Cohort;
}

/** One text for one cohort or profile: its three traits between strokes, as "retail/50-249/" (any region). */
export function cohortKey({ industry, sizeBand, region }: Cohort): string {
  return [industry, sizeBand, region].map((trait) => trait ?? "").join("/");
}
