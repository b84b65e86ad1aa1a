import type { Language } from "../../words/language.ts";

/** English writes the sign first, without a space: "€20,000". */
const euros: Record<Language, Intl.NumberFormat> = {
  en: new Intl.NumberFormat("en", { style: "currency", currency: "EUR", maximumFractionDigits: 0 }),
  fi: new Intl.NumberFormat("fi", { style: "currency", currency: "EUR", maximumFractionDigits: 0 }),
};

/** Whole euros with their thousands apart: "€20,000", in Finnish "20 000 €". */
export function displayMoney(euro: number, language: Language): string {
  return euros[language].format(euro);
}
