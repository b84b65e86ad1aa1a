export const LANGUAGES = ["en", "fi"] as const;
export type Language = (typeof LANGUAGES)[number];
export const SOURCE_LANGUAGE = "en" satisfies Language;
