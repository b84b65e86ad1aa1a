/**
 * A figure as people type it: a decimal comma is as good as a point, and spaces may group digits. Null for anything else,
 * also for a comma before exactly three digits, which some read as a thousand and some as a fraction.
 * @example typedNumber("2,5") // 2.5
 */
export function typedNumber(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f]/g, "").replace(/^[−–]/, "-");
  if (/,\d{3}$/.test(plain) || !/^[-+]?\d{1,10}([.,]\d{1,3})?$/.test(plain)) return null;
  // Never -0, which JSON would not carry.
  return Number(plain.replace(",", ".")) || 0;
}
