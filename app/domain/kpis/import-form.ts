import { z } from "zod";
import type { Words } from "../../words/say.ts";
import type { FormReading } from "../tenancy/organization-form.ts";

/** Characters of a file that is imported: some ten thousand lines. */
export const LONGEST_IMPORT = 300_000;
/** Bytes of the request that carries it, where each character may take three. */
export const LARGEST_IMPORT_BODY = 1_000_000;
export const MOST_ROWS = 5_000;
export const MOST_COLUMNS = 50;

export const DATE_ORDERS = ["iso", "dmy", "mdy"] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];
export const DECIMAL_SIGNS = ["point", "comma"] as const;
export type DecimalSign = (typeof DECIMAL_SIGNS)[number];
export const SEPARATORS = ["comma", "semicolon", "tab"] as const;
export type Separator = (typeof SEPARATORS)[number];
export const SEPARATOR_SIGNS: Record<Separator, string> = { comma: ",", semicolon: ";", tab: "\t" };

/** Which column has what (from 0), and how dates and decimals are written. */
export type ImportMapping = {
  dateColumn: number;
  valueColumn: number;
  /** Null: no column; every row is of `kpi`. */
  kpiColumn: number | null;
  noteColumn: number | null;
  /** The KPI of every row where no column names it. */
  kpi: string | null;
  dates: DateOrder;
  decimals: DecimalSign;
};

const column = z.string().regex(/^\d{1,2}$/);
const optionalColumn = z.union([z.literal(""), column]);
const schema = z.strictObject({
  intent: z.enum(["read", "preview", "confirm"]),
  content: z.string(),
  separator: z.enum(SEPARATORS).optional(),
  dateColumn: optionalColumn.optional(),
  valueColumn: optionalColumn.optional(),
  kpiColumn: optionalColumn.optional(),
  noteColumn: optionalColumn.optional(),
  kpi: z.string().max(64).optional(),
  dates: z.enum(["", ...DATE_ORDERS]).optional(),
  decimals: z.enum(["", ...DECIMAL_SIGNS]).optional(),
  /** Marks of the readings that the preview said would be replaced. */
  seen: z
    .string()
    .max(MOST_ROWS * 14)
    .optional(),
});
export type ImportForm = z.output<typeof schema>;

/** What the import's form sent, before it is looked at; null for what it does not send. */
export function readImportForm(fields: Record<string, string>): ImportForm | null {
  const parsed = schema.safeParse(fields);
  return parsed.success ? parsed.data : null;
}

/** The sign that parts the columns of a text: the one that its first line has most of. */
export function separatorOf(content: string): Separator {
  const line = content.split(/\r?\n/).find((each) => each.trim() !== "") ?? "";
  const count = (separator: Separator) => line.split(SEPARATOR_SIGNS[separator]).length;
  return SEPARATORS.reduce((best, each) => (count(each) > count(best) ? each : best));
}

/** Which columns are what; a guess by their titles stands where nothing was chosen. @param columns how many there are @param kpiIds that may be chosen for every row */
export function readMapping(form: ImportForm, columns: number, kpiIds: readonly string[], { say }: Words): FormReading<ImportMapping> {
  const problems: { field: string; message: string }[] = [];
  const place = (text: string | undefined) => (text === undefined || text === "" || Number(text) >= columns ? null : Number(text));
  const [dateColumn, valueColumn, kpiColumn, noteColumn] = [place(form.dateColumn), place(form.valueColumn), place(form.kpiColumn), place(form.noteColumn)];
  if (dateColumn === null) problems.push({ field: "dateColumn", message: say("kpiImport:chooseDateColumn") });
  if (valueColumn === null) problems.push({ field: "valueColumn", message: say("kpiImport:chooseValueColumn") });
  const kpi = form.kpi && kpiIds.includes(form.kpi) ? form.kpi : null;
  if (kpiColumn === null && kpi === null) problems.push({ field: "kpi", message: say("kpiImport:chooseKpi") });
  if (kpiColumn !== null && form.kpi) problems.push({ field: "kpi", message: say("kpiImport:chooseOneKpi") });
  if (!form.dates) problems.push({ field: "dates", message: say("kpiImport:chooseDates") });
  if (!form.decimals) problems.push({ field: "decimals", message: say("kpiImport:chooseDecimals") });
  const chosen = [dateColumn, valueColumn, kpiColumn, noteColumn].filter((each) => each !== null);
  if (new Set(chosen).size < chosen.length) problems.push({ field: "valueColumn", message: say("kpiImport:columnTwice") });
  if (problems.length > 0 || dateColumn === null || valueColumn === null || !form.dates || !form.decimals) return { problems };
  return { values: { dateColumn, valueColumn, kpiColumn, noteColumn, kpi, dates: form.dates, decimals: form.decimals } };
}

/** The columns that titles in English or Finnish point at, as the form's fields hold them. */
export function guessedColumns(titles: readonly string[]): { dateColumn: string; valueColumn: string; kpiColumn: string; noteColumn: string } {
  const at = (pattern: RegExp) => {
    const found = titles.findIndex((title) => pattern.test(title.trim()));
    return found === -1 ? "" : String(found);
  };
  return {
    dateColumn: at(/^(date|day|päivä|päivämäärä|pvm)$/i),
    valueColumn: at(/^(value|reading|arvo|lukema)$/i),
    kpiColumn: at(/^(kpi|name|mittari|nimi)$/i),
    noteColumn: at(/^(note|comment|huomautus|kommentti)$/i),
  };
}
