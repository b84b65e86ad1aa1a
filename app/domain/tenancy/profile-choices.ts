/** What an organisation says of itself, so that it can be compared with its like. The ids are stored; their names are words. */
export const KINDS = ["company", "consultancy"] as const;
export type Kind = (typeof KINDS)[number];

export const INDUSTRIES = [
  "agriculture",
  "construction",
  "education",
  "energy",
  "finance",
  "health",
  "hospitality",
  "insurance",
  "manufacturing",
  "media",
  "nonprofit",
  "professional_services",
  "public_sector",
  "real_estate",
  "retail",
  "software",
  "telecommunications",
  "transport",
  "wholesale",
  "another",
] as const;
export type Industry = (typeof INDUSTRIES)[number];

/** People who work there. */
export const SIZE_BANDS = ["1-9", "10-49", "50-249", "250-999", "1000-4999", "5000+"] as const;
export type SizeBand = (typeof SIZE_BANDS)[number];

/** Where most of its customers are. */
export const REGIONS = [
  "northern_europe",
  "western_europe",
  "southern_europe",
  "eastern_europe",
  "north_america",
  "latin_america",
  "middle_east",
  "africa",
  "south_asia",
  "east_asia",
  "oceania",
  "worldwide",
] as const;
export type Region = (typeof REGIONS)[number];

/** What a member answers as. */
export const RESPONDENT_ROLES = ["executive", "manager", "frontline"] as const;
export type RespondentRole = (typeof RESPONDENT_ROLES)[number];

/** Where a member works. */
export const WORK_FUNCTIONS = ["marketing", "sales", "service", "it", "product", "finance", "operations"] as const;
export type WorkFunction = (typeof WORK_FUNCTIONS)[number];
