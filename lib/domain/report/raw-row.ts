/** A row as it comes: fields of a CSV file (text), of JSON (any value) or of a form (text). */
export type RawRow = unknown;

/** The fields of a row that belong to a periodic report, by the names that outside systems use. */
export const REPORT_COLUMNS = [
  'implementation_reference',
  'month',
  'activity',
  'form',
  'minutes',
  'language_support',
  'job_suggestions',
  'reason',
] as const;
/** Only the authority's own load says when a report came in. */
export const LOAD_COLUMNS = [...REPORT_COLUMNS, 'submitted_on'] as const;
export type ReportColumn = (typeof LOAD_COLUMNS)[number];

/** Whether the row has fields at all. */
export function isRow(raw: RawRow): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

const SHOWN = 40;

/** The value as it is shown in a sentence: on one line, not too long. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  const line = text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
}

/**
 * The field as text without surrounding spaces; null when it is missing, empty or null. Numbers become their digits,
 * so that `60` and `"60"` are the same; anything else that is not text becomes text that no rule accepts.
 */
export function fieldOf(row: Readonly<Record<string, unknown>>, column: ReportColumn): string | null {
  const value = Object.hasOwn(row, column) ? row[column] : undefined;
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
  if (typeof value === 'number') return String(value);
  return JSON.stringify(value) ?? null;
}

/** The whole number that the text writes in digits only, or null. A sign, a decimal or an exponent is no digit. */
export function wholeNumber(text: string): number | null {
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}
